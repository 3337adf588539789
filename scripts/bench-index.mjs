// `npm run bench:index`: what finding one of a million results costs.
import { bundle } from "./lib/bundle.mjs";

const { reportIndex } = await import(await bundle("benchmarks/bench-index"));
reportIndex();
