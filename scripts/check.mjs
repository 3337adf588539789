// `npm run check`: the quick loop of unit tests, lint, types, dead code, format and size. `npm test` does this and more.
import { ensureDependencies } from "./lib/dependencies.mjs";
import { runParts } from "./lib/parts.mjs";
import { quickParts } from "./lib/quick-parts.mjs";

try {
  await ensureDependencies();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
const { passed, failed } = await runParts(quickParts);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
