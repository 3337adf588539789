// `npm run watch`: runs unit tests and types again with every change. Words after `--` go to Vitest, such as a folder's name.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { root } from "./lib/root.mjs";

const isNews = (line) => line.trim() !== "" && !/ - (File change detected|Starting compilation)/.test(line);

function start(program, args, stdio) {
  const child = spawn(join(root, "node_modules", ".bin", program), args, { cwd: root, stdio });
  child.on("error", (error) => console.error(`${program} could not be started: ${error.message}`));
  return child;
}

try {
  await ensureDependencies();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

// All that tsconfig.json refers to, in one process.
const types = start("tsc", ["-b", "--noEmit", "--watch", "--preserveWatchOutput"], ["ignore", "pipe", "inherit"]);
createInterface({ input: types.stdout }).on("line", (line) => {
  if (isNews(line)) console.log(`types: ${line}`);
});

// Vitest takes keys, such as q to quit, and leaves on the screen what types say.
const unitTests = ["watch", "--project", "node", "--clearScreen=false", ...process.argv.slice(2)];
const tests = start("vitest", unitTests, "inherit");
tests.on("close", (code) => {
  types.kill();
  process.exitCode = code ?? 0;
});
