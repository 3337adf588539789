// `npm run bench:planner`: how long plans take against their limits, in this process.
import { bundle } from "./lib/bundle.mjs";

const { runPlannerBenchmark } = await import(await bundle("benchmarks/bench-planner"));
runPlannerBenchmark();
