// `npm run ci:verdict`: merges the shards of a run, judges them against the baseline and writes what CI shows.
import { bundle } from "./lib/bundle.mjs";
import { root } from "./lib/root.mjs";

const { runCiVerdict } = await import(await bundle("commands/ci-verdict"));
process.exitCode = await runCiVerdict(process.argv.slice(2), root);
