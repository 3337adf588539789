// Runs a child process and tells how it ended.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./root.mjs";

/**
 * Runs a program in the checkout. Its output is shown, or kept when `quiet`.
 * @returns {Promise<{code: number, output: string}>} exit code (1 when it could not start) and the kept output
 */
export function run(program, args, { quiet = false, env = {}, cwd = root } = {}) {
  return new Promise((resolve) => {
    const path = `${join(root, "node_modules", ".bin")}:${process.env.PATH ?? ""}`;
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, PATH: path, npm_config_update_notifier: "false", ...env },
      stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
    });
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => resolve({ code: 1, output: `${program}: ${error.message}` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
