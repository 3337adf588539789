// `npm test`: everything, from installing what is missing to the browser journeys, closed by one line that counts.
import { ensureBrowser } from "./lib/browser.mjs";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { runPlaywright } from "./lib/playwright.mjs";
import { runStaticChecks } from "./lib/static-checks.mjs";
import { runVitest } from "./lib/vitest.mjs";

let passed = 0;
let failed = 0;
function count(part) {
  passed += part.passed;
  failed += part.failed;
}

try {
  await ensureDependencies();
  count(await runStaticChecks());
  count(await runVitest("node"));
  const env = { HEADROOM_CHROMIUM: await ensureBrowser() };
  count(await runVitest("browser", env));
  count(await runPlaywright(env));
} catch (error) {
  failed += 1;
  console.error(error instanceof Error ? error.message : error);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
