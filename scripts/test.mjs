// `npm test`: everything, from installing what is missing to the browser journeys, closed by one line that counts.
import { ensureBrowser, findFirefox } from "./lib/browser.mjs";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { engineMatrix } from "./lib/engine-matrix.mjs";
import { runParts, runPartsShown } from "./lib/parts.mjs";
import { playwrightPart } from "./lib/playwright.mjs";
import { quickParts } from "./lib/quick-parts.mjs";
import { vitestPart } from "./lib/vitest.mjs";
import { findWebKit } from "./lib/webkit.mjs";
import { webKitPart } from "./lib/webkit-journeys.mjs";

let passed = 0;
let failed = 0;
function count(part) {
  passed += part.passed;
  failed += part.failed;
}

/** The main journeys in every engine that is found: an engine that is missing is told at the end, and fails nothing. */
async function countEngines(env) {
  const engines = [];
  const partFor = (engine, project, more = {}) =>
    playwrightPart(`main journeys in ${engine}`, project, { ...env, ...more }, (journeys) =>
      engines.push({ engine, journeys }),
    );
  count(await runPartsShown([partFor("Chromium", "chromium")]));
  const firefox = await findFirefox();
  if ("missing" in firefox) engines.push({ engine: "Firefox", skipped: firefox.missing });
  else {
    const own = { HEADROOM_FIREFOX: firefox.path };
    const bits = vitestPart("bits of the kernel in Firefox", { project: "firefox", env: own });
    count(await runPartsShown([partFor("Firefox", "firefox", own), bits]));
  }
  const webKit = await findWebKit();
  if ("missing" in webKit) engines.push({ engine: "WebKitGTK", skipped: webKit.missing });
  else {
    const tell = (version, journeys) => engines.push({ engine: `WebKitGTK ${version}`, journeys });
    count(await runPartsShown([webKitPart(webKit.shell, tell)]));
  }
  console.log(`\n${engineMatrix(engines)}`);
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
  await countEngines(env);
} catch (error) {
  failed += 1;
  console.error(error instanceof Error ? error.message : error);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
