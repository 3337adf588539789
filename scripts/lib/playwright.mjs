// Runs the Playwright journeys as a part of a check: counts them, and names the command that runs what failed again.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { inShell } from "./in-shell.mjs";
import { root } from "./root.mjs";
import { run } from "./run.mjs";

/** @returns {Promise<number>} a port that nothing listens on now */
async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** @returns {string[]} file and line of each journey that failed, as Playwright takes them */
function failuresOf({ suites = [], specs = [] }) {
  const own = specs.filter(({ ok }) => !ok).map(({ file, line }) => `e2e/${file}:${line}`);
  return [...own, ...suites.flatMap(failuresOf)];
}

/**
 * @param {"pages" | "measuring"} project of playwright.config.ts
 * @param {Record<string, string>} env names the browser
 * @returns {import("./parts.mjs").Part} a run that breaks before it counts is one failure
 */
export function playwrightPart(name, project, env) {
  const report = join(root, ".cache", `playwright-${project}.json`);
  // Journeys open the app as it was built last.
  const again = (places) => `npm run build\n${inShell(["npx", "playwright", "test", ...places], env)}`;
  return {
    name,
    run: async () => {
      mkdirSync(join(root, ".cache"), { recursive: true });
      rmSync(report, { force: true });
      const { code } = await run("playwright", ["test", "--project", project, "--reporter=list,json"], {
        env: { ...env, HEADROOM_E2E_PORT: String(await freePort()), PLAYWRIGHT_JSON_OUTPUT_NAME: report },
      });
      try {
        const found = JSON.parse(readFileSync(report, "utf8"));
        const { expected, flaky, unexpected } = found.stats;
        const failed = Math.max(unexpected, code === 0 ? 0 : 1);
        return {
          passed: expected + flaky,
          failed,
          detail: `${expected + flaky} journeys`,
          mend: again(failuresOf(found)),
        };
      } catch {
        return { passed: 0, failed: 1, mend: again([]) };
      }
    },
  };
}
