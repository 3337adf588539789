// `npm run bench` without its browser: reads what is asked, prints what is measured, reports, and gives the exit code.
import type { Result } from "../../src/results/format/result.ts";
import { isThrottled } from "../../src/scaling/quality.ts";
import { formatPercent } from "../../src/words/format.ts";
import { plain } from "../../src/words/plain-text.ts";
import { type BenchArguments, readBenchArguments } from "./bench-arguments.ts";
import { report } from "./bench-report.ts";
import { Screen } from "./bench-screen.ts";
import type { Variables } from "./bench-shard.ts";
import { type CgroupReading, containerBetween, readCgroup, type ReadSystemFile } from "./cgroup.ts";
import { BadInput } from "./command-files.ts";
import type { GivenModels } from "./model-flag.ts";
import { leaveShard } from "./shard-writer.ts";
import type { MeasuringAnswer, MeasuringEvent } from "../page/events.ts";

const EXIT = { fine: 0, badInput: 2, invalid: 3 } as const;

/** Measures in a browser. */
export type Measure = (
  texts: Readonly<Record<string, string>>,
  models: GivenModels,
  tell: (event: MeasuringEvent) => void,
) => Promise<MeasuringAnswer>;

/** The process and its system, as far as the command looks at them. */
export interface Surroundings {
  readonly variables: Variables;
  readonly readSystemFile: ReadSystemFile;
  readonly nowMs: () => number;
}

/** The result with what its container was kept from, where something counts it. */
function withContainer(
  result: Result,
  [before, after]: readonly [CgroupReading | null, CgroupReading | null],
  { NODE_NAME }: Variables,
): Result {
  const node = NODE_NAME === undefined || NODE_NAME === "" ? null : plain(NODE_NAME);
  const container = containerBetween(before, after, node);
  return container === null ? result : { ...result, environment: { ...result.environment, container } };
}

/** A count in a variable; 0 where there is none. */
function countIn(text: string | undefined): number {
  return /^\d{1,3}$/.test(text ?? "") ? Number(text) : 0;
}

/** Leaves the file of one machine of a fleet. @returns what is printed of it; null outside of a fleet */
function leave({ shard }: BenchArguments, result: Result, variables: Variables): string | null {
  if (shard === null) return null;
  const { folder, ...place } = shard;
  const { NODE_NAME: node = null, POD_NAME: pod = null, INDEX_FAILURES: failures } = variables;
  const attempt = leaveShard(folder, { ...place, pod, node, result }, countIn(failures));
  return `Machine ${shard.index} of ${shard.machines} (${shard.mode}), attempt ${attempt}: its file is in ${folder}.`;
}

async function concluded(result: Result, asked: BenchArguments, variables: Variables): Promise<number> {
  const { missing, lines } = await report(result, asked);
  const left = leave(asked, result, variables);
  console.log(`\n${[...lines, ...(left === null ? [] : [left])].join("\n")}`);
  const throttledShare = result.environment.container?.throttledShare ?? 0;
  const faults = [
    ...(missing.length === 0 ? [] : [`No attempt counts at ${missing.join(", ")}; the reasons are in the result.`]),
    ...(isThrottled(throttledShare)
      ? [
          `The container was kept from running for ${formatPercent(throttledShare)} of the run, so nothing is concluded from it. Give it whole cores, with requests equal to limits, or more of them.`,
        ]
      : []),
  ];
  for (const fault of faults) console.error(fault);
  return faults.length === 0 ? EXIT.fine : EXIT.invalid;
}

/** @returns the exit code */
export async function runBench(args: readonly string[], measure: Measure, around: Surroundings): Promise<number> {
  const { variables, readSystemFile, nowMs } = around;
  const reading = readBenchArguments(args, variables);
  if (reading.state === "help") {
    console.log(reading.text);
    return EXIT.fine;
  }
  if (reading.state === "refused") {
    console.error(`${reading.message}\n\nnpm run bench -- --help tells what can be asked for.`);
    return EXIT.badInput;
  }
  const { asked } = reading;
  const screen = new Screen(process.stdout);
  // Around the run alone: a browser that starts uses up any quota.
  let before: CgroupReading | null = null;
  let after: CgroupReading | null = null;
  const answer = await measure(asked.texts, asked.models, (event) => {
    switch (event.type) {
      case "began":
        before = readCgroup(readSystemFile, nowMs());
        return;
      case "ended":
        after = readCgroup(readSystemFile, nowMs());
        return;
      case "progress":
        screen.progress(event.text);
        return;
      case "table":
        screen.table(event.table);
    }
  });
  screen.end();
  if (answer.state === "broken") {
    console.error(`Nothing was measured: ${answer.reason}`);
    return EXIT.invalid;
  }
  try {
    return await concluded(withContainer(answer.result, [before, after], variables), asked, variables);
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    console.error(error.message);
    return EXIT.badInput;
  }
}
