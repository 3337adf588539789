// `npm run profile`: where time and bytes of agents go, measured in a real browser without a person, with files for profilers.
import { bundle } from "./lib/bundle.mjs";

const { runProfileCommand } = await import(await bundle("commands/profile"));
process.exitCode = await runProfileCommand(process.argv.slice(2), async (texts, models, withMemory, tell) => {
  const { withMeasuringPage } = await import("./lib/measuring-page.mjs");
  let answer = { state: "broken", reason: "The browser did not start." };
  await withMeasuringPage(async ({ measureProfile }) => {
    answer = await measureProfile(texts, models, withMemory, tell);
  });
  return answer;
});
