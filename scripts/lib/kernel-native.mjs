// Measures the kernel's algorithm as compilers of C make it, beside the kernel, over the same memory: `npm run bench:kernel -- --native`.
import { setFlagsFromString } from "node:v8";
import { bundle } from "./bundle.mjs";
import { hasGcc, inFolder, nativeOracle, NO_CLANG, NO_GCC, wasmClang, wasmOracle, WIDTHS } from "./kernel-oracle.mjs";

const AGENTS = 256;
const WINDOWS = 101;

/** Times that the kernel may take as long as the oracle. */
const MOST = { "128 bits": 1.4, "512 bits": 3.5 };
const CLANG_MOST = 1.15;

function lineOf({ name, by, own, other, isSame, most }) {
  const ratio = own / other;
  const verdict = most === undefined ? "" : `, ${ratio <= most ? "met" : "missed"}: aimed at ${most}`;
  const bits = isSame ? "same bits" : "OTHER BITS";
  return `${name.padEnd(26)} ${by}: kernel ${own.toFixed(0)} ns, oracle ${other.toFixed(0)} ns, ${ratio.toFixed(2)} times as long, ${bits}${verdict}`;
}

async function measureGcc({ fieldsHeader, nativeSubject, ORACLE_MODELS, HASH_STEPS }) {
  await inFolder(async (folder) => {
    for (const width of WIDTHS) {
      const run = nativeOracle(folder, fieldsHeader(), width);
      for (const name of ORACLE_MODELS) {
        const subject = await nativeSubject(name, AGENTS);
        const found = run(subject, AGENTS, HASH_STEPS, WINDOWS);
        if (found.state === "not here") {
          console.log(`${width.name}: not on this machine`);
          break;
        }
        const isSame = found.hash === subject.hash();
        const [own] = subject.measure([]);
        const by = `gcc, ${width.name}`;
        console.log(lineOf({ name, by, own, other: found.nanoseconds, isSame, most: MOST[width.name] }));
      }
    }
  });
}

/** Both are modules of one engine, so they take windows in turn. */
async function measureClang(clang, { fieldsHeader, nativeSubject, wasmSubject, ORACLE_MODELS, HASH_STEPS }) {
  await inFolder(async (folder) => {
    const module = wasmOracle(clang, folder, fieldsHeader());
    for (const name of ORACLE_MODELS) {
      const subject = await nativeSubject(name, AGENTS);
      const oracle = await wasmSubject(module, subject);
      const isSame = oracle.hash(HASH_STEPS) === subject.hash();
      const [own, other] = subject.measure([oracle.step]);
      console.log(lineOf({ name, by: `${clang} to WASM`, own, other, isSame, most: CLANG_MOST }));
    }
  });
}

/** Prints ns per op of both, and whether all blocks are equal after the same steps. */
export async function measureNative() {
  // The optimiser alone, before anything is timed: on a busy machine what it makes may come after the last window.
  setFlagsFromString("--no-liftoff");
  const subjects = await import(await bundle("benchmarks/bench-kernel-native"));
  const clang = await wasmClang();
  if (hasGcc()) await measureGcc(subjects);
  else console.log(`Not compared with native code: ${NO_GCC}.`);
  if (clang !== null) await measureClang(clang, subjects);
  else console.log(`Not compared with the same source as WebAssembly: ${NO_CLANG}.`);
}
