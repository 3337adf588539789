// What the kernel does on all cores, measured in the page that `npm run bench` measures in: scaling by topology, rooflines, and what runs leave.
import { bundle } from "./bundle.mjs";
import { withMeasuringPage } from "./measuring-page.mjs";
import { inMB } from "./page-readings.mjs";

/** All-to-all as far as a round of messages can be read. */
const COUNTS = { none: "50,500,5000,50000", ring: "50,500,5000,50000", "all-to-all": "50,500,5000" };
const base = { scenario: "scaling", placement: "batched", grid: "5", length: "1", repeats: "7", window: "400" };

/** Core-normalised efficiency of batched agents at growing counts, with where the loss went. */
export async function measureCores() {
  const { coresLines, coresAims } = await import(await bundle("benchmarks/bench-kernel-cores"));
  console.log("explorer 5×5, length 1, batched in 64 bits, saturated: core-normalised efficiency, medians of 7 trials");
  console.log("X(1) is one worker that steps a full batch of 256 alone, through the same kernel.\n");
  await withMeasuringPage(async ({ measure }) => {
    for (const [topology, agents] of Object.entries(COUNTS)) {
      const answer = await measure({ ...base, topology, agents });
      if (answer.state === "broken") throw new Error(answer.reason);
      console.log(topology);
      for (const line of [...coresLines(answer.result), ...coresAims(answer.result)]) console.log(`  ${line}`);
    }
  });
}

/** The share of the roof that each placement reaches, by model. */
export async function measureRooflines() {
  const { rooflineLines } = await import(await bundle("benchmarks/bench-kernel-roofline"));
  await withMeasuringPage(async ({ measureRoofline }) => {
    for (const [grid, length] of [
      ["5", "1"],
      ["10", "1"],
      ["5", "3"],
      ["10", "2"],
    ]) {
      const answer = await measureRoofline({ grid, length });
      if (answer.state === "broken") throw new Error(answer.reason);
      for (const line of rooflineLines(answer.title, answer.rows)) console.log(line);
    }
  });
}

const RUNS = 200;
const PARTS = 8;
/** What garbage collection leaves behind differs by so much from reading to reading. */
const GROWTH_MOST = 1.1;

/** Many short runs in one page, each on fresh workers: whether they leave a worker, or the page grows. */
export async function measureRuns() {
  await withMeasuringPage(async ({ runBatches }) => {
    const readings = await runBatches(RUNS, PARTS);
    for (const [part, { heapBytes, workers, entries }] of readings.entries()) {
      console.log(
        `${(RUNS / PARTS) * (part + 1)} runs: ${workers} workers, heap ${inMB(heapBytes)} MB after garbage collection, ${entries} performance entries`,
      );
    }
    // What runs for the first time leaves code behind.
    const [, from, ...later] = readings;
    const growth = later.at(-1).heapBytes / from.heapBytes;
    const checks = [
      ["no worker is left", readings.every(({ workers }) => workers === 0)],
      [`the heap grows ${growth.toFixed(2)} times, under ${GROWTH_MOST}`, growth < GROWTH_MOST],
      ["no performance entries gather", later.at(-1).entries <= from.entries],
    ];
    for (const [text, holds] of checks) console.log(`${holds ? "✓" : "✗"} ${text}`);
    if (checks.some(([, holds]) => !holds)) process.exitCode = 1;
  });
}
