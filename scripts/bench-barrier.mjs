// `npm run bench:barrier`: a million rounds at the barrier of lanes, asleep and looking first, with what they cost.
import { parseArgs } from "node:util";
import { bundle } from "./lib/bundle.mjs";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "1000000" } } });
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1 || rounds > 10_000_000) {
  console.error("npm run bench:barrier -- [--rounds 1 to 10000000]");
  process.exit(2);
}
const address = await bundle("benchmarks/bench-barrier");
const { runBarrierBenchmark } = await import(address);
process.exitCode = (await runBarrierBenchmark(address, rounds)) ? 0 : 1;
