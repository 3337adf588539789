// `npm run bench:engine`: one step of an agent against a dense one, in this process.
import { bundle } from "./lib/bundle.mjs";

const { runBenchmark } = await import(await bundle("benchmarks/bench-engine"));
runBenchmark(process.argv.slice(2));
