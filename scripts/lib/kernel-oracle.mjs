// Compiles the kernel's oracle in C with what is installed: gcc to a program of this machine, clang to a module of WebAssembly.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./root.mjs";

/** Widths of native code by their flags; a machine may lack the wider ones. */
export const WIDTHS = [
  { name: "128 bits", flags: ["-DBITS=128", "-mavx"] },
  { name: "256 bits", flags: ["-DBITS=256", "-mavx2"] },
  { name: "512 bits", flags: ["-DBITS=512", "-mavx512f", "-mavx512dq"] },
];

/** Without contraction the bits are the kernel's. */
const OPTIONS = ["-O3", "-std=gnu11", "-ffp-contract=off", "-Wall", "-Wextra"];

/** An image of the kernel's memory lies below; the module's own stack and numbers lie from here on. */
const IMAGE_MOST_BYTES = 8 << 20;
const MEMORY_BYTES = 9 << 20;
const PAGE_BYTES = 65_536;

const WASM_OPTIONS = [
  "--target=wasm32",
  "-DBITS=128",
  "-msimd128",
  "-mbulk-memory",
  "-ffreestanding",
  // The image begins at address 0.
  "-fno-delete-null-pointer-checks",
  "-nostdlib",
  "-Wl,--no-entry",
  "-Wl,--import-memory",
  "-Wl,--export=step",
  `-Wl,--global-base=${IMAGE_MOST_BYTES}`,
  `-Wl,--initial-memory=${MEMORY_BYTES}`,
];

const CLANGS = ["clang-19", "clang"];

export const NO_GCC = "gcc is not installed; Debian has it in the package gcc";
export const NO_CLANG = "no clang with a linker for WebAssembly is installed; Debian has them in clang-19 and lld-19";

function source(name) {
  return join(root, "scripts/benchmarks", name);
}

function compile(compiler, args) {
  const { status, stderr } = spawnSync(compiler, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${compiler} refuses the oracle:\n${stderr}`);
}

/**
 * Gives `use` a folder that is gone afterwards.
 * @template T
 * @param {(folder: string) => T | Promise<T>} use
 * @returns {Promise<T>}
 */
export async function inFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), "headroom-native-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether there is gcc. */
export function hasGcc() {
  return spawnSync("gcc", ["--version"]).status === 0;
}

/**
 * The clang that makes WebAssembly here: tried with an empty source, since clang may be there without a linker.
 * @returns {Promise<string | null>} its name
 */
export async function wasmClang() {
  return inFolder((folder) => {
    const empty = join(folder, "empty.c");
    writeFileSync(empty, "void step(void) {}\n");
    const args = [...WASM_OPTIONS, empty, "-o", join(folder, "empty.wasm")];
    return CLANGS.find((name) => spawnSync(name, args).status === 0) ?? null;
  });
}

/**
 * @param {string} folder where the program goes
 * @param {string} header the kernel's fields
 * @param {{ name: string, flags: readonly string[] }} width one of WIDTHS
 * @returns {(subject: { image: Uint8Array, model: number, blocks: number }, agents: number, steps: number, windows?: number) => { state: "ran", hash: string, nanoseconds: number } | { state: "not here" }}
 *   steps the image, hashes all blocks, then times so many windows of ops
 */
export function nativeOracle(folder, header, { name, flags }) {
  writeFileSync(join(folder, "kernel-fields.h"), header);
  const program = join(folder, name.replaceAll(" ", "-"));
  compile("gcc", [...OPTIONS, "-Wno-psabi", ...flags, `-I${folder}`, source("kernel-oracle-main.c"), "-o", program]);
  return ({ image, model, blocks }, agents, steps, windows = 0) => {
    const file = join(folder, "image");
    writeFileSync(file, image);
    const numbers = [model, blocks, agents, steps, windows].map(String);
    const { status, stdout, signal } = spawnSync(program, [file, ...numbers], { encoding: "utf8" });
    if (signal === "SIGILL") return { state: "not here" };
    if (status !== 0) throw new Error(`the oracle of ${name} ended with ${status ?? signal}`);
    const [hash = "", median] = stdout.trim().split("\n");
    return { state: "ran", hash, nanoseconds: Number(median) };
  };
}

/**
 * The oracle as a module that imports `env.memory`, of so many pages.
 * @param {string} clang as `wasmClang` found it
 * @param {string} folder where the module goes
 * @param {string} header the kernel's fields
 * @returns {{ binary: Uint8Array<ArrayBuffer>, pages: number, imageMostBytes: number }}
 */
export function wasmOracle(clang, folder, header) {
  writeFileSync(join(folder, "kernel-fields.h"), header);
  const module = join(folder, "oracle.wasm");
  compile(clang, [...OPTIONS, ...WASM_OPTIONS, `-I${folder}`, source("kernel-oracle.c"), "-o", module]);
  const binary = Uint8Array.from(readFileSync(module));
  return { binary, pages: MEMORY_BYTES / PAGE_BYTES, imageMostBytes: IMAGE_MOST_BYTES };
}
