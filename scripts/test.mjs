// `npm test`: everything, from installing what is missing to the browser journeys, closed by one line that counts.
import { ensureBrowser } from "./lib/browser.mjs";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { runParts, runPartsShown } from "./lib/parts.mjs";
import { playwrightPart } from "./lib/playwright.mjs";
import { quickParts } from "./lib/quick-parts.mjs";
import { vitestPart } from "./lib/vitest.mjs";

let passed = 0;
let failed = 0;
function count(part) {
  passed += part.passed;
  failed += part.failed;
}

try {
  await ensureDependencies();
  count(await runParts(quickParts));
  count(await runPartsShown([vitestPart("tests of commands", { project: "commands" })]));
  const browser = await ensureBrowser();
  console.log(`\nThe browser is ${browser}`);
  const env = { HEADROOM_CHROMIUM: browser };
  count(
    await runPartsShown([
      vitestPart("tests in the browser", { project: "browser", env }),
      playwrightPart("journeys through the pages", "pages", env),
      playwrightPart("journeys that measure", "measuring", env),
    ]),
  );
} catch (error) {
  failed += 1;
  console.error(error instanceof Error ? error.message : error);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
