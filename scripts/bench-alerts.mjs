// `npm run bench:alerts`: what one evaluation of many alert rules over many series costs.
import { bundle } from "./lib/bundle.mjs";

const { reportAlerts } = await import(await bundle("benchmarks/bench-alerts"));
process.exitCode = reportAlerts() ? 0 : 1;
