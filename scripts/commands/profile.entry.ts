// `npm run profile` without its browser: reads what is asked, prints the answer and its tables, writes files, and gives the exit code.
import { profileCsv } from "../../src/profile/files/profile-csv.ts";
import type { MeasuringEvent, ProfileAnswer } from "../page/events.ts";
import { Screen } from "./bench-screen.ts";
import { BadInput, writeText } from "./command-files.ts";
import type { GivenModels } from "./model-flag.ts";
import { type ReadProfileArguments, readProfileArguments } from "./profile-arguments.ts";
import { profileReport } from "./profile-report.ts";

const EXIT = { fine: 0, badInput: 2, invalid: 3 } as const;

/** Takes a profile in a browser. */
export type TakeProfile = (
  texts: Readonly<Record<string, string>>,
  models: GivenModels,
  withMemory: boolean,
  tell: (event: MeasuringEvent) => void,
) => Promise<ProfileAnswer>;

/** What is wrong with the file of a model is refused like a wrong flag. */
function readArguments(args: readonly string[]): ReadProfileArguments {
  try {
    return readProfileArguments(args);
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return { state: "refused", message: error.message };
  }
}

/** @returns the exit code */
export async function runProfileCommand(args: readonly string[], take: TakeProfile): Promise<number> {
  const reading = readArguments(args);
  if (reading.state === "help") {
    console.log(reading.text);
    return EXIT.fine;
  }
  if (reading.state === "refused") {
    console.error(`${reading.message}\n\nnpm run profile -- --help tells what can be asked for.`);
    return EXIT.badInput;
  }
  const { texts, models, withMemory, trace, speedscope, csv } = reading.asked;
  const screen = new Screen(process.stdout);
  const answer = await take(texts, models, withMemory, (event) => {
    if (event.type === "progress") screen.progress(event.text);
  });
  screen.end();
  if (answer.state === "broken") {
    console.error(`Nothing was measured: ${answer.reason}`);
    return EXIT.invalid;
  }
  console.log(profileReport(answer.record).join("\n"));
  try {
    writeText(trace, answer.trace);
    writeText(speedscope, answer.speedscope);
    writeText(csv, profileCsv(answer.record));
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    console.error(error.message);
    return EXIT.badInput;
  }
  for (const path of [trace, speedscope, csv]) if (path !== null) console.log(`Written: ${path}`);
  return EXIT.fine;
}
