// Bounded JSON: what is within the limits parses as JSON does, what is beyond them is refused in linear time.
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseBoundedJson } from "./bounded-json.ts";

const limits = { charactersMost: 1_000_000, depthMost: 16, valuesMost: 10_000 };

test("within the limits it parses what JSON.parse parses", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      const text = JSON.stringify(value);
      const expected: unknown = JSON.parse(text);
      expect(parseBoundedJson(text, limits)).toEqual({ state: "parsed", value: expected });
    }),
  );
});

test("any text is parsed or refused with a message, never thrown", () => {
  const property = fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
    const read = parseBoundedJson(text, limits);
    return read.state === "parsed" || read.message.length > 10;
  });
  expect(fc.check(property).failed).toBe(false);
});

test("16 levels pass and 17 are refused", () => {
  expect(parseBoundedJson("[".repeat(16) + "]".repeat(16), limits).state).toBe("parsed");
  expect(parseBoundedJson("[".repeat(17) + "]".repeat(17), limits)).toEqual({
    state: "refused",
    message: "it nests deeper than 16 levels.",
  });
});

test("brackets, commas and escaped quotes inside text do not count", () => {
  const text = JSON.stringify({ a: `${"[{".repeat(50)}\\" ,,,,`, b: '"[[[' });
  expect(parseBoundedJson(text, { charactersMost: 1_000, depthMost: 1, valuesMost: 2 }).state).toBe("parsed");
});

test("deep nesting and endless lists are refused quickly", () => {
  expect(parseBoundedJson("[".repeat(900_000), limits).state).toBe("refused");
  expect(parseBoundedJson(`[${"0,".repeat(499_000)}0]`, limits)).toEqual({
    state: "refused",
    message: "it holds more than 10,000 values.",
  });
});

test("too long a text is refused before it is looked at", () => {
  const read = parseBoundedJson(" ".repeat(1_000_001), limits);
  expect(read).toEqual({
    state: "refused",
    message: "it has 1,000,001 characters and at most 1,000,000 are read.",
  });
});
