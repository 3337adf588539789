// Opens the page without a view in a real browser, and measures in it.
import { join } from "node:path";
import { build } from "vite";
import { withBrowser } from "./drive.mjs";
import { root } from "./root.mjs";

/** Builds the page with the app's own settings. @returns {Promise<string>} its folder */
async function buildPage() {
  const outDir = join(root, ".cache", "measuring-page");
  await build({
    configFile: join(root, "vite.config.ts"),
    root: join(root, "scripts", "page"),
    publicDir: false,
    logLevel: "error",
    build: { outDir, emptyOutDir: true },
  });
  return outDir;
}

/**
 * @param {(measuring: {
 *   measure: (texts: Record<string, string>, tell?: (event: object) => void, models?: Record<string, string>) => Promise<object>,
 *   measureProfile: (texts: Record<string, string>, models: Record<string, string>, withMemory: boolean, tell?: (event: object) => void) => Promise<object>,
 *   measureTriple: (texts: Record<string, string>, slowShare: number) => Promise<object[]>,
 * }) => Promise<void>} use each call measures in a fresh page
 */
export async function withMeasuringPage(use) {
  const directory = await buildPage();
  await withBrowser(
    async (browser, url) => {
      async function inFreshPage(tell, ask) {
        const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
        try {
          await page.exposeFunction("tellHeadroom", tell);
          await page.goto(url);
          return await ask(page);
        } finally {
          await page.close();
        }
      }
      await use({
        measure: (texts, tell = () => undefined, models = {}) =>
          inFreshPage(tell, (page) => page.evaluate(([asked, given]) => window.measure(asked, given), [texts, models])),
        measureProfile: (texts, models, withMemory, tell = () => undefined) =>
          inFreshPage(tell, (page) =>
            page.evaluate(
              ([asked, given, memory]) => window.measureProfile(asked, given, memory),
              [texts, models, withMemory],
            ),
          ),
        measureTriple: (texts, slowShare) =>
          inFreshPage(
            () => undefined,
            (page) => page.evaluate(([asked, share]) => window.measureTriple(asked, share), [texts, slowShare]),
          ),
      });
    },
    { directory },
  );
}
