// YAML with its header: texts stay in their comments, and every YAML version reads strings as strings.
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { equalInput, hostileTexts, withTexts } from "./fixtures/inputs.ts";
import { headerLines } from "./header-lines.ts";
import { oneLine } from "./one-line.ts";
import { yamlText } from "./yaml-text.ts";

const read = (text: string, version: "1.1" | "1.2") =>
  parseAllDocuments(text, { version }).map((document): unknown => {
    const value: unknown = document.toJS();
    return value;
  });

const anyText = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: "binary" }));

test("whatever a header says, the documents are the objects", () => {
  fc.assert(
    fc.property(fc.array(anyText), (header) => {
      const text = yamlText(header, [{ a: 1 }, { b: "x" }]);
      expect(read(text, "1.1")).toEqual([{ a: 1 }, { b: "x" }]);
      expect(read(text, "1.2")).toEqual([{ a: 1 }, { b: "x" }]);
      // All line breaks that any reader knows, those of Unicode too.
      const lines = text.split(/[\r\n\u0085\u2028\u2029]/);
      expect(lines.filter((line) => !line.startsWith("#"))).toEqual(["a: 1", "---", "b: x", ""]);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(402);
    }),
  );
});

test("a string stays a string in YAML 1.1 and 1.2", () => {
  const odd = [
    "no",
    "on",
    "y",
    "null",
    "~",
    "1e3",
    "0x1f",
    "017",
    "0o17",
    "12:30",
    "2026-07-25",
    "1_0",
    ".inf",
    "",
    "=",
    "<<",
  ];
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...odd), fc.string({ unit: "grapheme" })), (value) => {
      const text = yamlText([], [{ value, list: [value] }]);
      expect(read(text, "1.1")).toEqual([{ value, list: [value] }]);
      expect(read(text, "1.2")).toEqual([{ value, list: [value] }]);
    }),
  );
});

test("an object that is there twice is written twice, without an anchor, which not all readers know", () => {
  const labels = { a: "b" };
  expect(yamlText(["x"], [{ one: labels, two: labels }])).toBe("# x\none:\n  a: b\ntwo:\n  a: b\n");
});

test("one line of printable text, not too long", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const line = oneLine(text);
      expect(line).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
      expect(line.length).toBeLessThanOrEqual(400);
      expect(line).toBe(line.trim());
    }),
  );
  expect(oneLine("  a\r\n\tb\u202E ")).toBe("a b");
  expect(oneLine("x".repeat(500))).toBe(`${"x".repeat(399)}…`);
  expect(oneLine("x".repeat(8) + "😀😀", 10)).toBe(`${"x".repeat(8)}…`);
});

test("the header says from which curve and assumptions, and who made it", () => {
  const header = headerLines("A file", ["Mind this."], equalInput);
  expect(header).toEqual([
    "A file, made by Headroom 0.1.0 on 2026-07-25.",
    "3 processes of 16 agents hold 300 op/s with one process lost.",
    "Asked: 300 op/s with 20% headroom, N+1",
    "Curve: explorer 10×10, pool (measured here: Chromium 156 on 2 cores, 2026-07-25)",
    "Read as: USL, σ 0.05, κ 0.001, from 1 to 50 agents",
    "Left out: 50 agents: beyond the range of the law",
    "Assumes: One op costs the same in production.",
    "Assumes: Processes do not slow each other down.",
    "Held in 97% of 1,000 resampled curves.",
    "Mind this.",
  ]);
});

test("a long list is shortened, and says so", () => {
  const input = withTexts(equalInput, "a");
  const excludedRows = Array.from({ length: 1_000 }, (_, n) => `row ${n}`);
  const header = headerLines("A file", [], { ...input, curve: { ...input.curve, excludedRows } });
  expect(header).toContain("Left out: row 11");
  expect(header).not.toContain("Left out: row 12");
  expect(header).toContain("Left out: and 988 more");
});
