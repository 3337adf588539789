// Records real pairs: the measuring code of the app in a real browser, a fresh page for each, arms trial by trial in turn.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
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
          // Whole or not at all: a part would be taken for a pair the next time.
          writeFileSync(`${file}.part`, JSON.stringify(results));
          renameSync(`${file}.part`, file);
          tell(`measured ${n + 1} of ${missing.length} pairs`);
        }
      },
      { directory },
    );
  }
  const triples = files.map((file) => JSON.parse(readFileSync(file, "utf8")));
  const measuredBy = new Set(
    triples.flat().map(({ environment, configuration }) => {
      const { seed: _, ...rest } = configuration;
      return JSON.stringify([environment.engineVersion, environment.browser, rest]);
    }),
  );
  if (measuredBy.size > 1) throw new Error(`${folder} holds pairs of different engines or configurations: empty it.`);
  return triples;
}
