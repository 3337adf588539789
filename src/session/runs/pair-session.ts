// Measures two experiments point by point in turn: one session with two arms, and both results are kept.
import type { PairToMeasure } from "../../comparison/pair-plan.ts";
import type { Arm, RunFacts } from "../../measurement/run/arm.ts";
import { unavailable } from "../../measurement/run/process-memory.ts";
import { runInterleaved } from "../../measurement/run/run.ts";
import { isUncounted, type Sample } from "../../measurement/run/sample.ts";
import type { Result } from "../../results/format/result.ts";
import type { Experiment } from "../../scenarios/contract/experiment.ts";
import { brokenWords, busyWords } from "../measuring/failure-words.ts";
import type { Keeper } from "../measuring/keeper.ts";
import { type About, endedResult, hasRow } from "../measuring/measured-result.ts";
import type { MeasuringParts, PageLanes } from "../measuring/measuring-parts.ts";
import { type MeasuredPair, type NamedResult, type PairRun, setPairRun, usePairRun } from "./pair-store.ts";
import { surroundingsOf } from "../measuring/run-surroundings.ts";
import type { SessionArm } from "../measuring/session-arm.ts";
import { measure } from "../measuring/session.ts";

const notMeasured = unavailable("It is not measured where two runs share the page.");

interface PairArm {
  readonly experiment: Experiment;
  readonly host: PageLanes;
  readonly about: About;
}

function measurableOf({ experiment, host }: PairArm): Arm {
  return { measurable: experiment, host };
}

function sessionArm(
  { experiment, host, about }: PairArm,
  { here }: MeasuringParts,
): SessionArm<Sample, RunFacts, Result> {
  return {
    id: about.id,
    lanes: host,
    resultOf: ({ samples, facts }, ending) =>
      samples.length === 0 || (ending.state !== "interrupted" && !hasRow(samples))
        ? null
        : endedResult({ about, experiment, samples, facts }, here, ending, notMeasured),
  };
}

/**
 * Measures two experiments in turn, if nothing else measures now, and keeps both results. Never throws.
 * @returns null where one is missing or it was stopped, which the store then tells
 */
export async function measurePair(asked: PairToMeasure, parts: MeasuringParts): Promise<MeasuredPair | null> {
  const { purpose, experiments, names } = asked;
  const armOf = (experiment: Experiment): PairArm => ({
    experiment,
    host: parts.newLanes(),
    about: parts.newAbout(),
  });
  const arms = [armOf(experiments[0]), armOf(experiments[1])] as const;
  let uncounted = "";
  const end = await measure(
    {
      who: "A comparison of this tab",
      lingers: false,
      arms: arms.map((arm) => sessionArm(arm, parts)),
      begun: () => setPairRun({ state: "running", purpose, done: 0, total: 0, secondsLeft: null }),
      draw: (progress) => setPairRun({ state: "running", purpose, ...progress }),
      run: (around) =>
        runInterleaved([measurableOf(arms[0]), measurableOf(arms[1])], {
          ...surroundingsOf(parts),
          ...around,
          report: (event) => {
            if (event.type === "attempt-ended" && isUncounted(event.sample)) uncounted ||= event.sample.reason;
            around.report(event);
          },
        }),
    },
    parts.page,
    parts.keeper,
  );
  switch (end.state) {
    case "busy":
      setPairRun({ state: "broken", message: busyWords(end.who) });
      return null;
    case "broken":
      setPairRun({ state: "broken", message: brokenWords(end.reason) });
      return null;
    case "finished":
    case "stopped": {
      const results = end.results.flatMap((result, at): NamedResult[] =>
        result === null ? [] : [{ name: names[at] ?? purpose, result }],
      );
      setPairRun({ state: "measured", purpose, ending: end.state, results, kept: { state: "keeping" } });
      const pair = await keepPair(parts.keeper);
      if (pair === null && usePairRun.getState().state === "idle") {
        const problem =
          end.problem ?? (end.state === "finished" ? `No trial of one of the two counted. ${uncounted}` : null);
        if (problem !== null) setPairRun({ state: "broken", message: `${problem} Try again.` });
      }
      return pair;
    }
  }
}

/** Both results, where both are there and whole. */
function pairOf(
  { purpose, ending, results }: Extract<PairRun, { readonly state: "measured" }>,
  isKept: boolean,
): MeasuredPair | null {
  const [first, second] = results;
  if (ending === "stopped" || first === undefined || second === undefined) return null;
  return { purpose, results: [first.result, second.result], isKept };
}

/** Keeps what was measured, unless it is kept already; the store tells where it could not be kept. Never throws. */
export async function keepPair(keeper: Keeper): Promise<MeasuredPair | null> {
  const run = usePairRun.getState();
  if (run.state !== "measured") return null;
  setPairRun({ ...run, kept: { state: "keeping" } });
  const tags = [run.purpose === "calibration" ? "calibration" : "measured again"];
  for (const { name, result } of run.results) {
    const kept = await keeper.keep(result, run.ending, { name, tags });
    if (kept.state === "kept") continue;
    setPairRun({ ...run, kept });
    return pairOf(run, false);
  }
  setPairRun({ state: "idle" });
  return pairOf(run, true);
}
