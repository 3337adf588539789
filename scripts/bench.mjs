// `npm run bench`: measures a scenario in a real browser without a person, the table filling in the terminal.
import { readFileSync } from "node:fs";
import { bundle } from "./lib/bundle.mjs";

function readSystemFile(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

const { runBench } = await import(await bundle("commands/bench"));
process.exitCode = await runBench(
  process.argv.slice(2),
  async (texts, models, tell) => {
    const { withMeasuringPage } = await import("./lib/measuring-page.mjs");
    let answer = { state: "broken", reason: "The browser did not start." };
    await withMeasuringPage(async ({ measure }) => {
      answer = await measure(texts, tell, models);
    });
    return answer;
  },
  { variables: process.env, readSystemFile, nowMs: () => performance.now() },
);
