// `npm run regress`: judges a result against its baseline, prints the table and exits with the answer.
import { bundle } from "./lib/bundle.mjs";

const { runRegress } = await import(await bundle("commands/regress"));
process.exitCode = await runRegress(process.argv.slice(2));
