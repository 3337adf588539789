// Measures the kernel's algorithm as a native compiler makes it, beside the kernel, over the same memory: `npm run bench:kernel -- --native`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle } from "./bundle.mjs";
import { root } from "./root.mjs";

const AGENTS = 256;
const MODELS = [
  "explorer 5×5, length 1",
  "explorer 10×10, length 1",
  "explorer 5×5, length 3",
  "explorer 10×10, length 2",
];

/** Widths by their flags; those that this machine cannot run are left out. Without contraction the bits are the kernel's. */
const WIDTHS = [
  { name: "128 bits", flags: ["-DBITS=128", "-mavx"], most: 1.4 },
  { name: "256 bits", flags: ["-DBITS=256", "-mavx2"], most: null },
  { name: "512 bits", flags: ["-DBITS=512", "-mavx512f", "-mavx512dq"], most: 3.5 },
];

function compiled(folder, { name, flags }) {
  const program = join(folder, name.replaceAll(" ", "-"));
  const source = join(root, "scripts/benchmarks/kernel-oracle.c");
  const args = [
    "-O3",
    "-std=gnu11",
    "-ffp-contract=off",
    "-Wno-psabi",
    ...flags,
    `-I${folder}`,
    source,
    "-o",
    program,
    "-lm",
  ];
  const { status, stderr } = spawnSync("gcc", args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`gcc refuses the oracle:\n${stderr}`);
  return program;
}

/** Prints ns per op of both, and whether all blocks are equal after the same steps. */
export async function measureNative() {
  if (spawnSync("gcc", ["--version"]).error !== undefined) {
    console.log("gcc is not installed, so the kernel is not compared with native code (Debian: apt-get install gcc).");
    return;
  }
  const { fieldsHeader, nativeSubject, HASH_STEPS } = await import(await bundle("benchmarks/bench-kernel-native"));
  const folder = mkdtempSync(join(tmpdir(), "headroom-native-"));
  try {
    writeFileSync(join(folder, "kernel-fields.h"), fieldsHeader());
    for (const width of WIDTHS) {
      const program = compiled(folder, width);
      for (const name of MODELS) {
        const { image, model, blocks, hash, measure } = await nativeSubject(name, AGENTS);
        const file = join(folder, "image");
        writeFileSync(file, image);
        const { status, stdout, signal } = spawnSync(program, [file, model, blocks, AGENTS, HASH_STEPS].map(String), {
          encoding: "utf8",
        });
        if (signal === "SIGILL") {
          console.log(`${width.name}: not on this machine`);
          break;
        }
        if (status !== 0) throw new Error(`the oracle failed on ${name}`);
        const [found, native] = stdout.trim().split(" ");
        const same = found === hash() ? "same bits" : "OTHER BITS";
        const own = measure();
        const ratio = own / Number(native);
        const verdict =
          width.most === null ? "" : `, ${ratio <= width.most ? "met" : "missed"}: aimed at ${width.most}`;
        console.log(
          `${name.padEnd(26)} ${width.name}: kernel ${own.toFixed(0)} ns, native ${native} ns, ${ratio.toFixed(2)} times as long, ${same}${verdict}`,
        );
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
