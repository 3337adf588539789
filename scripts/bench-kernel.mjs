// `npm run bench:kernel`: the kernel beside the engine in the same run, in Node and in Chromium, one core, batches of 256 agents.
//
// Words choose models by name. `--node` or `--chromium` measures there alone; `--accuracy` tries ln and e^x on ten million numbers instead;
// `--native` compares with the same algorithm in C, where gcc or clang is installed; `--cores` scales over all cores in a real browser,
// and `--roofline` holds each placement against what its workers can do at most; `--runs` looks what 200 short runs leave in one page.
// `--actions` holds every action against the engine's over a million ops of each model, or `--ops N`: it ends with 1 where f64 has another.
import { spawn } from "node:child_process";
import { dirname, basename } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./lib/bundle.mjs";
import { withBrowser } from "./lib/drive.mjs";
import { measureCores, measureRooflines, measureRuns } from "./lib/kernel-cores.mjs";
import { measureNative } from "./lib/kernel-native.mjs";

const RELAXED_FLAG = "--experimental-wasm-relaxed-simd";
const options = { agents: 256, windows: 41, windowMs: 2, vectors: null };
const args = process.argv.slice(2);
const words = args.filter((arg, at) => !arg.startsWith("--") && args[at - 1] !== "--ops");
const OPS = 1_000_000;

/** Node 20 has relaxed SIMD behind a flag: the measurement runs in a process that has it. */
async function inNodeWithFlag() {
  const flags = process.version.startsWith("v20.") ? [RELAXED_FLAG] : [];
  const child = spawn(process.execPath, [...flags, fileURLToPath(import.meta.url), "--here", ...args], {
    stdio: "inherit",
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  if (code !== 0) process.exit(code ?? 1);
}

async function inNode(report) {
  const { benchNames, benchModel } = await import(await bundle("benchmarks/bench-kernel"));
  const table = report.tableOf(`Node ${process.version.slice(1)}`);
  for (const name of benchNames(words)) table.add(await benchModel(name, options));
  table.end();
}

/** Ops that `--ops` asks for; null where it asks for none that there are. */
function opsOf() {
  const at = args.indexOf("--ops");
  if (at === -1) return OPS;
  const ops = Number(args[at + 1]);
  return Number.isSafeInteger(ops) && ops > 0 ? ops : null;
}

async function compareAllActions(ops) {
  const { actionNames, compareActions } = await import(await bundle("benchmarks/bench-kernel-actions"));
  console.log("f64 against the engine, f32 against f64 plain: from the same seeds, 256 agents.");
  console.log("An agent that acts otherwise, or ends in another state, counts once and is put aside.\n");
  for (const name of actionNames(words)) {
    const { lines, isSame } = await compareActions(name, ops);
    for (const line of lines) console.log(line);
    if (!isSame) process.exitCode = 1;
  }
  console.log(process.exitCode === 1 ? "✗ f64 has other actions than the engine" : "✓ f64 has no other action");
}

async function inChromium(report) {
  const file = fileURLToPath(await bundle("benchmarks/bench-kernel"));
  await withBrowser(
    async (browser, url) => {
      const page = await browser.newPage();
      // The bundle itself is the page's document: from there its parts can be imported.
      const address = `${url.replace(/\/$/, "")}/${basename(file)}`;
      await page.goto(address);
      const call = (name, ...values) =>
        page.evaluate(async ([at, entry, given]) => (await import(at))[entry](...given), [address, name, values]);
      const table = report.tableOf(`Chromium ${browser.version()}`);
      for (const name of await call("benchNames", words)) table.add(await call("benchModel", name, options));
      table.end();
    },
    { directory: dirname(file) },
  );
}

const report = await import(await bundle("benchmarks/bench-kernel-report"));
if (args.includes("--accuracy")) {
  const { tryAccuracy } = await import(await bundle("benchmarks/bench-kernel-accuracy"));
  await tryAccuracy();
} else if (args.includes("--native")) await measureNative();
else if (args.includes("--cores")) await measureCores();
else if (args.includes("--roofline")) await measureRooflines();
else if (args.includes("--runs")) await measureRuns();
else if (args.includes("--actions") && opsOf() === null) {
  console.error("--ops takes a whole number of ops above 0, such as --ops 100000.");
  process.exitCode = 2;
} else if (args.includes("--here")) {
  if (args.includes("--actions")) await compareAllActions(opsOf());
  else await inNode(report);
} else if (args.includes("--actions")) await inNodeWithFlag();
else {
  if (!args.includes("--chromium")) await inNodeWithFlag();
  if (!args.includes("--node")) await inChromium(report);
}
