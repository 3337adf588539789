// `npm run test:quick`: the main journeys in Chromium through a fresh build, for a change that is to be tried at once.
import { ensureBrowser } from "./lib/browser.mjs";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { runPartsShown } from "./lib/parts.mjs";
import { playwrightPart } from "./lib/playwright.mjs";
import { run } from "./lib/run.mjs";

const build = {
  name: "build",
  run: async () => {
    const { code } = await run("npm", ["run", "--silent", "build"]);
    return { passed: 0, failed: code === 0 ? 0 : 1 };
  },
};

await ensureDependencies();
const browser = await ensureBrowser();
const built = await runPartsShown([build]);
const { passed, failed } =
  built.failed > 0
    ? built
    : await runPartsShown([playwrightPart("main journeys in Chromium", "chromium", { HEADROOM_CHROMIUM: browser })]);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
