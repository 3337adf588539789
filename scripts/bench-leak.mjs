// `npm run bench:leak`: how often the verdict on memory cries wolf, how often it finds a leak, and how small a one.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { bundle } from "./lib/bundle.mjs";
import { withMeasuringPage } from "./lib/measuring-page.mjs";

const { values } = parseArgs({
  options: {
    /** Real runs in a browser, a minute and more each; 0 for none. */
    runs: { type: "string", default: "20" },
    /** Keeps the series of the real runs, of as many readings as there may be, in a file to draw from. */
    record: { type: "string" },
    /** Draws from this file instead of what the repository keeps. */
    from: { type: "string", default: "src/leaks/fixtures/clean-runs.json" },
  },
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 0 || runs > 200) {
  console.error("npm run bench:leak -- [--runs 0 to 200] [--record FILE] [--from FILE]");
  process.exit(2);
}

const ALARMS_MOST = 0.02;
const { reportDrawn, realVerdict, recordedOf } = await import(await bundle("benchmarks/bench-leak"));
let failed = values.record === undefined ? reportDrawn(values.from) : 0;
if (runs > 0) {
  console.log(`\n${runs} real runs of clean lifecycles in a browser, each in a fresh page:`);
  const recorded = [];
  let alarms = 0;
  const texts = { scenario: "memory-lifecycle", ...(values.record === undefined ? {} : { repeats: "30" }) };
  await withMeasuringPage(async ({ measure }) => {
    for (let run = 1; run <= runs; run += 1) {
      const answer = await measure(texts);
      if (answer.state === "broken") throw new Error(answer.reason);
      const { text, isAlarm } = realVerdict(answer.result);
      if (isAlarm) alarms += 1;
      recorded.push(recordedOf(answer.result));
      console.log(`${String(run).padStart(3)} ${text}`);
    }
  });
  const holds = alarms <= ALARMS_MOST * runs;
  console.log(`${alarms} alarms in ${runs} real runs${holds ? "" : ": too many"}.`);
  if (values.record !== undefined) writeFileSync(values.record, `${JSON.stringify(recorded)}\n`);
  failed = Math.max(failed, holds ? 0 : 1);
}
process.exitCode = failed;
