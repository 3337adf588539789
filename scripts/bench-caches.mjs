// `npm run bench:caches`: what the cache costs alone, policy by policy, and under hostile keys.
import { bundle } from "./lib/bundle.mjs";

const { reportCaches } = await import(await bundle("benchmarks/bench-caches"));
reportCaches();
