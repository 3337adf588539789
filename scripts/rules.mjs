// `npm run rules`: checks, tests and exports alert rules.
import { bundle } from "./lib/bundle.mjs";

const { runRules } = await import(await bundle("commands/rules"));
process.exitCode = await runRules(process.argv.slice(2));
