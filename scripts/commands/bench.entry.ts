// `npm run bench` without its browser: reads what is asked, prints what is measured, reports, and gives the exit code.
import { readBenchArguments } from "./bench-arguments.ts";
import { report } from "./bench-report.ts";
import { Screen } from "./bench-screen.ts";
import { BadInput } from "./command-files.ts";
import type { GivenModels } from "./model-flag.ts";
import type { MeasuringAnswer, MeasuringEvent } from "../page/events.ts";

const EXIT = { fine: 0, badInput: 2, invalid: 3 } as const;

/** Measures in a browser. */
export type Measure = (
  texts: Readonly<Record<string, string>>,
  models: GivenModels,
  tell: (event: MeasuringEvent) => void,
) => Promise<MeasuringAnswer>;

/** @returns the exit code */
export async function runBench(args: readonly string[], measure: Measure): Promise<number> {
  const reading = readBenchArguments(args);
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
  const answer = await measure(asked.texts, asked.models, (event) => {
    switch (event.type) {
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
    const { missing, lines } = await report(answer.result, asked);
    console.log(`\n${lines.join("\n")}`);
    if (missing.length === 0) return EXIT.fine;
    console.error(`No attempt counts at ${missing.join(", ")}; the reasons are in the result.`);
    return EXIT.invalid;
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    console.error(error.message);
    return EXIT.badInput;
  }
}
