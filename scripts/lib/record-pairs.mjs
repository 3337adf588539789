// Records real pairs: the measuring code of the app in a real browser, a fresh page for each, arms trial by trial in turn.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { withBrowser } from "./drive.mjs";
import { root } from "./root.mjs";

/** Builds the page with the app's own settings. @returns {Promise<string>} its folder */
async function buildPage() {
  const outDir = join(root, ".cache", "pairs-page");
  await build({
    configFile: join(root, "vite.config.ts"),
    root: join(root, "scripts", "pairs"),
    publicDir: false,
    logLevel: "error",
    build: { outDir, emptyOutDir: true },
  });
  return outDir;
}

/**
 * @param {{ pairs: number, folder: string, configuration: object, slowShare: number, tell: (text: string) => void }} asked
 *   what stands in the folder already is not measured again
 * @returns {Promise<object[][]>} for each the results: unchanged, unchanged again, slowed
 */
export async function recordPairs({ pairs, folder, configuration, slowShare, tell }) {
  mkdirSync(folder, { recursive: true });
  const files = Array.from({ length: pairs }, (_, n) => join(folder, `pair-${n + 1}.json`));
  const missing = files.filter((file) => !existsSync(file));
  if (missing.length > 0) {
    const directory = await buildPage();
    await withBrowser(
      async (browser, url) => {
        for (const [n, file] of missing.entries()) {
          const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
          await page.goto(url);
          const seed = 1 + files.indexOf(file);
          const results = await page.evaluate(
            ([asked, share]) => window.measureTriple(asked, share),
            [{ ...configuration, seed }, slowShare],
          );
          await page.close();
          writeFileSync(file, JSON.stringify(results));
          tell(`measured ${n + 1} of ${missing.length} pairs`);
        }
      },
      { directory },
    );
  }
  return files.map((file) => JSON.parse(readFileSync(file, "utf8")));
}
