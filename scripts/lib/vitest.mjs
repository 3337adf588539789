// Runs a Vitest project as a part of a check: counts its tests, and names the command that runs what failed again.
import { availableParallelism } from "node:os";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { inShell } from "./in-shell.mjs";
import { root } from "./root.mjs";
import { run } from "./run.mjs";

/** As many files are named to run again; more would hide the command. */
const FILES_MOST = 5;

/** @returns the command that runs the files again in which something failed */
function againCommand(project, env, results) {
  const files = results.filter(({ status }) => status === "failed").map(({ name }) => relative(root, name));
  const named = files.slice(0, FILES_MOST);
  const command = inShell(["npx", "vitest", "run", "--project", project, ...named], env);
  const more = files.length > named.length ? `\nand ${files.length - named.length} more files` : "";
  return `${command}${more}\none test alone: add -t "part of its title"`;
}

/**
 * @param {string} name of the part
 * @param {{ project: "node" | "commands" | "browser" | "firefox", env?: Record<string, string>, quiet?: boolean }} options
 * @returns {import("./parts.mjs").Part} a project that breaks before it counts is one failure
 */
export function vitestPart(name, { project, env = {}, quiet = false }) {
  const report = join(root, ".cache", `vitest-${project}.json`);
  // Vitest leaves a core free by default. Tests in browsers measure, so they keep to that.
  const inNode = project === "node" || project === "commands";
  const workers = inNode ? [`--maxWorkers=${availableParallelism()}`] : [];
  const reporters = [`--reporter=${quiet ? "minimal" : "default"}`, "--reporter=json", `--outputFile.json=${report}`];
  const args = ["run", "--project", project, ...workers, ...reporters];
  return {
    name,
    run: async () => {
      mkdirSync(join(root, ".cache"), { recursive: true });
      rmSync(report, { force: true });
      const { code, output } = await run("vitest", args, { env, quiet });
      try {
        const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
        const failed = Math.max(numFailedTests, code === 0 ? 0 : 1);
        const mend = againCommand(project, env, testResults);
        return { passed: numPassedTests, failed, detail: `${numPassedTests} tests`, output, mend };
      } catch {
        return { passed: 0, failed: 1, output, mend: inShell(["npx", "vitest", "run", "--project", project], env) };
      }
    },
  };
}
