// `npm run bench:ranks`: how far p values and intervals are from exact counting, and what they take.
import { bundle } from "./lib/bundle.mjs";

const { reportRanks } = await import(await bundle("benchmarks/bench-ranks"));
reportRanks();
