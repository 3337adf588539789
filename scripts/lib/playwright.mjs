// Runs the Playwright journeys as a part of a check: counts them, and names the command that runs what failed again.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { inShell } from "./in-shell.mjs";
import { root } from "./root.mjs";
import { run } from "./run.mjs";

/** @returns {Promise<number>} a port that nothing listens on now */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** @returns {{ ok: boolean; title: string; isLate: boolean; place: string }[]} each journey with its file and line, as Playwright takes them */
function journeysOf({ suites = [], specs = [] }) {
  const own = specs.map(({ ok, title, file, line, tests }) => ({
    ok,
    title,
    isLate: tests.some(({ status }) => status === "flaky"),
    place: `e2e/${file}:${line}`,
  }));
  return [...own, ...suites.flatMap(journeysOf)];
}

/** @returns {string} such as "54 journeys, of which 1 at the second attempt: e2e/cache.spec.ts:5" */
function detailOf(count, journeys) {
  const late = journeys.filter(({ ok, isLate }) => ok && isLate).map(({ place }) => place);
  return `${count} journeys${late.length === 0 ? "" : `, of which ${late.length} at the second attempt: ${late.join(" ")}`}`;
}

/**
 * @param {"pages" | "measuring" | "chromium" | "firefox"} project of playwright.config.ts
 * @param {Record<string, string>} env names the browser
 * @param {(journeys: readonly { title: string, ok: boolean }[]) => void} [tell] told of every journey, where there is a report
 * @returns {import("./parts.mjs").Part} a run that breaks before it counts is one failure
 */
export function playwrightPart(name, project, env, tell = () => undefined) {
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
        const journeys = journeysOf(found);
        tell(journeys);
        const failed = Math.max(unexpected, code === 0 ? 0 : 1);
        return {
          passed: expected + flaky,
          failed,
          detail: detailOf(expected + flaky, journeys),
          mend: again(journeys.filter(({ ok }) => !ok).map(({ place }) => place)),
        };
      } catch {
        return { passed: 0, failed: 1, mend: again([]) };
      }
    },
  };
}
