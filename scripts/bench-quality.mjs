// `npm run bench:quality`: whether the quality line tells a quiet machine from one whose cores four busy loops share.
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { bundle } from "./lib/bundle.mjs";
import { withMeasuringPage } from "./lib/measuring-page.mjs";

const { values } = parseArgs({ options: { runs: { type: "string", default: "10" } } });
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1 || runs > 100) {
  console.error("npm run bench:quality -- [--runs 1 to 100]");
  process.exit(2);
}

const LOOPS = 4;
const texts = { agents: "1,10,50" };

/** Runs something while busy loops share the cores. */
async function besideLoops(run) {
  const loops = Array.from({ length: LOOPS }, () =>
    spawn(process.execPath, ["--eval", "for (;;);"], { stdio: "ignore" }),
  );
  try {
    return await run();
  } finally {
    for (const loop of loops) loop.kill("SIGKILL");
  }
}

const { qualityCase, qualitySummary } = await import(await bundle("benchmarks/bench-quality"));
console.log(
  `${runs} runs on the machine as it is and ${runs} beside ${LOOPS} busy loops, in turn: 1, 10 and 50 agents, the defaults otherwise.\n`,
);
const quiet = [];
const disturbed = [];
await withMeasuringPage(async ({ measure }) => {
  const measured = async () => {
    const answer = await measure(texts);
    if (answer.state === "broken") throw new Error(answer.reason);
    return qualityCase(answer.result);
  };
  for (let run = 1; run <= runs; run += 1) {
    quiet.push(await measured());
    console.log(`${run} quiet  ${quiet.at(-1).text}`);
    disturbed.push(await besideLoops(measured));
    console.log(`${run} loops  ${disturbed.at(-1).text}`);
  }
});
const { text, holds } = qualitySummary(quiet, disturbed);
console.log(`\n${text}`);
process.exitCode = holds ? 0 : 1;
