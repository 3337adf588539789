// `npm run check`: the quick loop of format, lint, types, dead code, size and unit tests.
import { ensureDependencies } from "./lib/dependencies.mjs";
import { runStaticChecks } from "./lib/static-checks.mjs";
import { runVitest } from "./lib/vitest.mjs";

await ensureDependencies();
const statics = await runStaticChecks();
const units = await runVitest("node");
const failed = statics.failed + units.failed;
console.log(`\n${statics.passed + units.passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
