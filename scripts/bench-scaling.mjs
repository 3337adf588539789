// `npm run bench:scaling`: what placements and messages cost on this machine, measured in a real browser.
import { bundle } from "./lib/bundle.mjs";
import { withMeasuringPage } from "./lib/measuring-page.mjs";

const base = { agents: "1,10,50", repeats: "5" };
const cases = [
  ["pool, none", { topology: "none" }],
  ["pool, all-to-all", {}],
  ["pool, all-to-all, messages", { transport: "message" }],
  ["pool, ring", { topology: "ring" }],
  ["pool, star", { topology: "star" }],
  ["single-lane, none", { placement: "single-lane", topology: "none" }],
  ["worker-per-agent, none", { placement: "worker-per-agent", topology: "none" }],
];

const { scalingLines } = await import(await bundle("benchmarks/bench-scaling"));
console.log("explorer 10×10, length 2, saturated; core-normalised efficiency and X(N)/X(1), medians of 5 trials\n");
await withMeasuringPage(async ({ measure }) => {
  for (const [name, texts] of cases) {
    const answer = await measure({ ...base, ...texts });
    if (answer.state === "broken") throw new Error(answer.reason);
    const [first, ...others] = scalingLines(answer.result);
    console.log(`${name.padEnd(28)} ${first}`);
    for (const line of others) console.log(`${"".padEnd(28)} ${line}`);
  }
});
