// Compiles the kernel from AssemblyScript to WebAssembly, once per content of its sources: a module for each precision, plain and relaxed.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./root.mjs";
import { run } from "./run.mjs";

const folder = "src/inference/kernel";
const sources = join(root, folder, "assembly");
const cache = join(root, ".cache", "kernel");

/** The modules by name: f64 and f32 for every machine, and with relaxed SIMD for engines that have it. */
export const KERNEL_MODULES = ["f64-plain", "f64-relaxed", "f32-plain", "f32-relaxed"];

/** Fast code without checks: what the kernel reads is placed by TypeScript, which is tested. */
const OPTIONS = ["-O3", "--noAssert", "--runtime", "stub", "--importMemory", "--enable", "simd"];

/** Every file that a module is made from. */
export function kernelSources() {
  const names = readdirSync(sources).filter((name) => name.endsWith(".ts"));
  return [...names.map((name) => join(sources, name)), join(root, folder, "fields.ts")].sort();
}

function hashOf(name) {
  const hash = createHash("sha256").update(name).update(OPTIONS.join());
  const compiler = JSON.parse(readFileSync(join(root, "node_modules/assemblyscript/package.json"), "utf8"));
  hash.update(compiler.version);
  for (const file of kernelSources()) hash.update(file.slice(root.length)).update("\0").update(readFileSync(file));
  return hash.digest("hex").slice(0, 20);
}

/** Runs the compiler as a program: its types, imported, would change those of arrays for all scripts. */
async function compile(name, target) {
  const [precision, kind] = name.split("-");
  const relaxed = kind === "relaxed" ? ["--enable", "relaxed-simd"] : [];
  const args = [`${folder}/assembly/${precision}.ts`, ...OPTIONS, ...relaxed, "--baseDir", root, "--outFile", target];
  const { code, output } = await run("asc", args, { quiet: true });
  if (code !== 0) throw new Error(`The kernel ${name} does not compile.\n${output}`);
  if (output.trim() !== "") throw new Error(`The kernel ${name} compiles with warnings.\n${output}`);
}

const running = new Map();

async function build(name) {
  const file = join(cache, `${name}-${hashOf(name)}.wasm`);
  if (existsSync(file)) return readFileSync(file);
  mkdirSync(cache, { recursive: true });
  // Several processes may compile the same at once: each writes a file of its own, and the last one stays.
  const making = `${file}.${process.pid}`;
  await compile(name, relative(root, making));
  renameSync(making, file);
  const old = readdirSync(cache).filter((entry) => entry.startsWith(`${name}-`) && entry.endsWith(".wasm"));
  for (const entry of old) if (join(cache, entry) !== file) rmSync(join(cache, entry), { force: true });
  return readFileSync(file);
}

/**
 * The bytes of one module, compiled where its sources have changed.
 * @param {string} name one of KERNEL_MODULES
 * @returns {Promise<Uint8Array>}
 */
export async function kernelBinary(name) {
  const key = `${name}-${hashOf(name)}`;
  if (!running.has(key)) running.set(key, build(name));
  return running.get(key);
}
