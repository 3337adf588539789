// A code has its finders and its quiet zone, whatever the link; one that is too long is refused with the way out.
import fc from "fast-check";
import { expect, test } from "vitest";
import { QR_BYTES_MOST, QUIET_MODULES, type QrCode, qrCode } from "./qr-code.ts";

/** Whether each module is dark, read back from the path. */
function modulesOf(code: Extract<QrCode, { readonly state: "made" }>): boolean[][] {
  const modules = Array.from({ length: code.size }, () => Array.from({ length: code.size }, () => false));
  for (const [, x = "", y = "", width = ""] of code.path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let n = 0; n < Number(width); n += 1) {
      const row = modules[Number(y)];
      if (row !== undefined) row[Number(x) + n] = true;
    }
  }
  return modules;
}

/** The seven rows of a finder pattern. */
const finder = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"];

function cutOut(modules: readonly (readonly boolean[])[], left: number, top: number): string[] {
  return modules.slice(top, top + 7).map((row) =>
    row
      .slice(left, left + 7)
      .map((dark) => (dark ? "#" : "."))
      .join(""),
  );
}

test("every link that fits has three finders inside a quiet zone of four modules", () => {
  fc.assert(
    fc.property(fc.webUrl({ withFragments: true }), fc.nat(2_000), (url, more) => {
      const code = qrCode(`${url}${"3".repeat(more)}`);
      if (code.state === "refused") throw new Error(code.message);
      const modules = modulesOf(code);
      const end = code.size - QUIET_MODULES - 7;
      for (const [left, top] of [
        [QUIET_MODULES, QUIET_MODULES],
        [end, QUIET_MODULES],
        [QUIET_MODULES, end],
      ] as const) {
        expect(cutOut(modules, left, top)).toEqual(finder);
      }
      const edge = [...modules.slice(0, QUIET_MODULES), ...modules.slice(-QUIET_MODULES)].flat();
      const sides = modules.flatMap((row) => [...row.slice(0, QUIET_MODULES), ...row.slice(-QUIET_MODULES)]);
      expect([...edge, ...sides].some(Boolean)).toBe(false);
    }),
    { numRuns: 20 },
  );
});

test("the longest link that fits is made, and one character more is refused with the way out", () => {
  expect(qrCode("x".repeat(QR_BYTES_MOST)).state).toBe("made");
  const refused = qrCode("x".repeat(QR_BYTES_MOST + 1));
  expect(refused.state === "refused" ? refused.message : "").toMatch(/2,954 characters.*2,953.*Copy the link/);
});

test("bytes count, not characters", () => {
  expect(qrCode("é".repeat(1_477)).state).toBe("refused");
});
