// `npm run bench:fleet`: how long the merge of a large fleet takes.
import { bundle } from "./lib/bundle.mjs";

const { reportFleet } = await import(await bundle("benchmarks/bench-fleet"));
const { runMerge } = await import(await bundle("commands/merge"));
const { log } = console;
await reportFleet(async (args) => {
  console.log = () => undefined;
  try {
    return await runMerge(args);
  } finally {
    console.log = log;
  }
});
