// The kernel's algorithm in C, by other compilers: after the same steps every byte of every agent is the kernel's.
import { describe, expect, test } from "vitest";
import {
  hasGcc,
  inFolder,
  nativeOracle,
  NO_CLANG,
  NO_GCC,
  wasmClang,
  wasmOracle,
  WIDTHS,
} from "../lib/kernel-oracle.mjs";
import { fieldsHeader, HASH_STEPS, nativeSubject, ORACLE_MODELS, wasmSubject } from "./bench-kernel-native.entry.ts";

const AGENTS = 64;
const [width] = WIDTHS;

const gcc = hasGcc();
const clang = await wasmClang();
const withoutGcc = gcc ? "" : ` (skipped: ${NO_GCC})`;
const withoutClang = clang === null ? ` (skipped: ${NO_CLANG})` : "";

describe.skipIf(!gcc)(`H2: native code of 128 bits by gcc has the kernel's bits${withoutGcc}`, () => {
  test("after the same steps of each model, and no others", async () => {
    if (width === undefined) throw new Error("there is no width");
    await inFolder(async (folder) => {
      const run = nativeOracle(folder, fieldsHeader(), width);
      for (const name of ORACLE_MODELS) {
        const subject = await nativeSubject(name, AGENTS);
        const wanted = { state: "ran", hash: subject.hash() };
        expect(run(subject, AGENTS, HASH_STEPS), name).toMatchObject(wanted);
        expect(run(subject, AGENTS, HASH_STEPS - 1), `${name}, a step less`).not.toMatchObject(wanted);
      }
    });
  });
});

describe.skipIf(clang === null)(
  `H3: the same source as WebAssembly by clang has the kernel's bits${withoutClang}`,
  () => {
    test("after the same steps of each model, and no others", async () => {
      await inFolder(async (folder) => {
        const module = wasmOracle(clang ?? "", folder, fieldsHeader());
        for (const name of ORACLE_MODELS) {
          const subject = await nativeSubject(name, AGENTS);
          const oracle = await wasmSubject(module, subject);
          const before = oracle.hash(HASH_STEPS - 1);
          const wanted = subject.hash();
          expect(before, `${name}, a step less`).not.toBe(wanted);
          expect(oracle.hash(1), name).toBe(wanted);
        }
      });
    });
  },
);
