// Where JSON breaks, and where it holds NaN or Infinity: lines and columns as an editor shows them.
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseBoundedJson } from "./bounded-json.ts";
import { placeOf, scanJson } from "./json-scan.ts";

const limits = { charactersMost: 1_000_000, depthMost: 24, valuesMost: 100_000 };

test("broken JSON is told with line, column and what stands there", () => {
  const message = (text: string): string => {
    const read = parseBoundedJson(text, limits);
    return read.state === "refused" ? read.message : "";
  };
  expect(message('{\n  "a": 1,\n  "b": ]\n}')).toBe(
    'it is not valid JSON at line 3, column 8: "]" where a value is expected.',
  );
  expect(message('{"a": 1\r\n"b": 2}')).toContain("line 2, column 1");
  expect(message('{"a": [1, 2')).toContain("the end of the file where");
  expect(message('{"a": [1, 2')).toContain("it may be cut short");
  expect(message('{"a": "x')).toContain("line 1, column 7");
  expect(message('{"a": "x')).toContain("it may be cut short");
});

test("NaN and Infinity, as Python writes them, are null with their place and path", () => {
  const text = '{\n "a": [1, NaN],\n "NaN": "Infinity", "b": {"c": -Infinity}, "d": Infinity}';
  const read = parseBoundedJson(text, limits);
  expect(read).toMatchObject({
    state: "parsed",
    value: { a: [1, null], NaN: "Infinity", b: { c: null }, d: null },
    notNumbers: [
      { token: "NaN", line: 2, column: 11, path: ["a", 1] },
      { token: "-Infinity", line: 3, column: 32, path: ["b", "c"] },
      { token: "Infinity", line: 3, column: 49, path: ["d"] },
    ],
  });
});

test("JSON without a fault has none, and one that JSON.parse refuses has one", () => {
  fc.assert(
    fc.property(
      fc.jsonValue({ maxDepth: 5 }),
      fc.nat(),
      fc.constantFrom("}", ",", '"', "x", ""),
      (value, seed, put) => {
        const text = JSON.stringify(value, null, seed % 3);
        expect(scanJson(text)).toEqual({ fault: null, notNumbers: [] });
        const at = seed % (text.length + 1);
        const broken = text.slice(0, at) + put + text.slice(at + 1);
        let isValid = true;
        try {
          JSON.parse(broken);
        } catch {
          isValid = false;
        }
        expect(scanJson(broken).fault === null).toBe(isValid);
      },
    ),
    { numRuns: 500 },
  );
});

test("a place is where an editor puts its cursor", () => {
  const part = fc.constantFrom("a", "é", "\n", "\r\n", "\r");
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const text = parts.join("");
      const lines = text.split(/\r\n|\n|\r/);
      expect(placeOf(text, text.length)).toEqual({ line: lines.length, column: (lines.at(-1) ?? "").length + 1 });
    }),
  );
});

test("values that are none keep their places whatever is around them", () => {
  const token = fc.constantFrom("NaN", "Infinity", "-Infinity");
  fc.assert(
    fc.property(
      fc.array(fc.oneof(token, fc.constantFrom("1", '"NaN"', "null"))),
      fc.constantFrom(",", ",\n"),
      (cells, by) => {
        const text = `[${cells.join(by)}]`;
        const found = scanJson(text).notNumbers;
        expect(found.map(({ path }) => path[0])).toEqual(cells.flatMap((cell, n) => (/^-?[NI]/.test(cell) ? [n] : [])));
        for (const { offset, token: own, line, column } of found) {
          expect(text.startsWith(own, offset)).toBe(true);
          expect(placeOf(text, offset)).toEqual({ line, column });
        }
      },
    ),
  );
});
