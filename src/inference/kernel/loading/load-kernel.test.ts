// H6: two modules for each precision, of which the engine takes the one that it can compile; the plain one has no relaxed instruction.
import { describe, expect, test } from "vitest";
import { hasRelaxedSimd, kernelBytes, kindHere, loadKernel } from "./load-kernel.ts";

const SIMD_PREFIX = 0xfd;
const RELAXED_FIRST = 0x100;
const RELAXED_LAST = 0x12f;

/** Numbers of instructions behind the SIMD prefix; more than there are, since the prefix's byte also occurs in other numbers. */
function simdNumbers(bytes: Uint8Array): readonly number[] {
  const found: number[] = [];
  for (const [i, byte] of bytes.entries()) {
    if (byte !== SIMD_PREFIX) continue;
    let number = 0;
    for (let k = 0; k < 3; k += 1) {
      const next = bytes[i + 1 + k] ?? 0;
      number |= (next & 0x7f) << (7 * k);
      if (next < 0x80) break;
    }
    found.push(number);
  }
  return found;
}

const isRelaxed = (number: number): boolean => number >= RELAXED_FIRST && number <= RELAXED_LAST;

describe("H6: the modules", () => {
  test.each(["f64", "f32"] as const)(
    "the plain %s one has no relaxed instruction, and the relaxed one has",
    async (precision) => {
      const plain = await kernelBytes(precision, "plain");
      expect(simdNumbers(plain).length).toBeGreaterThan(100);
      expect(simdNumbers(plain).filter(isRelaxed)).toEqual([]);
      expect(simdNumbers(await kernelBytes(precision, "relaxed")).filter(isRelaxed).length).toBeGreaterThan(20);
    },
  );

  test("an engine takes the relaxed one exactly where it can compile it", async () => {
    for (const precision of ["f64", "f32"] as const) {
      expect(WebAssembly.validate(await kernelBytes(precision, "plain"))).toBe(true);
      expect(WebAssembly.validate(await kernelBytes(precision, "relaxed"))).toBe(hasRelaxedSimd());
    }
    expect(kindHere()).toBe(hasRelaxedSimd() ? "relaxed" : "plain");
  });

  test.runIf(process.versions.node.startsWith("20."))("Node 20 takes the plain one", async () => {
    expect((await loadKernel("f64")).kind).toBe("plain");
  });

  test("modules hold no data of their own, so that several may share a memory", async () => {
    const DATA_SECTION = 11;
    for (const precision of ["f64", "f32"] as const) {
      const bytes = await kernelBytes(precision, "plain");
      const sections: number[] = [];
      for (let at = 8; at < bytes.length;) {
        sections.push(bytes[at] ?? 0);
        let length = 0;
        for (let k = 0; ; k += 1) {
          at += 1;
          const byte = bytes[at] ?? 0;
          length |= (byte & 0x7f) << (7 * k);
          if (byte < 0x80) break;
        }
        at += 1 + length;
      }
      expect(sections.length).toBeGreaterThan(4);
      expect(sections).not.toContain(DATA_SECTION);
    }
  });
});
