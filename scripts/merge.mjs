// `npm run merge`: makes one result of the parts of a run that several machines shared.
import { bundle } from "./lib/bundle.mjs";

const { runMerge } = await import(await bundle("commands/merge"));
process.exitCode = await runMerge(process.argv.slice(2));
