// What is typed into a field in groups of three is refused with the way out: the grammar of addresses and flags has no groups.
import fc from "fast-check";
import { expect, test } from "vitest";
import { counts, decimal, oneOf, type Reading, severalOf, whole, wholeOr } from "./field.ts";

const about = { parameter: "n", label: "Agents", help: "" };
function messageOf(reading: Reading<unknown>): string {
  return reading.state === "refused" ? reading.message : "";
}

const bounds = { least: 1, most: 5_000 };

test.each([
  ["1,200", "1200"],
  ["1.200", "1200"],
  ["1 200", "1200"],
  ["1\u202f200", "1200"],
  ["1'200", "1200"],
  [" 1,200,000 ", "1200000"],
])("%j names the way out", (typed, plain) => {
  const way = `Write ${plain} instead of ${typed.trim()}.`;
  for (const field of [whole(about, bounds), wholeOr(about, "any", bounds)]) {
    expect(messageOf(field.fromText(typed))).toBe(`${field.rule} ${way}`);
  }
});

test("a list keeps its comma, and what is no group has no such hint", () => {
  expect(counts(about, bounds, 3).fromText("1,200")).toEqual({ state: "read", value: [1, 200] });
  expect(messageOf(counts(about, bounds, 3).fromText("5,000"))).toContain("Write 5000 instead of 5,000.");
  for (const text of ["12,00", "0,500", "many", "", "1,2,3"]) {
    const reading = whole(about, bounds).fromText(text);
    expect(reading).toMatchObject({ state: "refused", message: "Agents must be a whole number from 1 to 5000." });
  }
  expect(messageOf(decimal(about, bounds, "ms").fromText("1,200"))).toContain(
    "Write 1200 or 1.200, whichever is meant.",
  );
  expect(decimal(about, bounds, "ms").fromText("1200")).toEqual({ state: "read", value: 1200 });
  expect(oneOf(about, { any: "any" }).fromText("any")).toEqual({ state: "read", value: "any" });
});

const fruits = severalOf(about, { apple: "an apple", pear: "a pear", "bitter-lemon": "a lemon" });

test.each(["apple,pear", " pear; apple ", "pear apple", "apple,pear,pear"])(
  "%j ticks two words, in their order",
  (text) => {
    expect(fruits.fromText(text)).toEqual({ state: "read", value: "apple,pear" });
    expect(fruits.wordsOf("apple,pear")).toEqual(["apple", "pear"]);
    expect(fruits.toText("apple,pear")).toBe("apple, pear");
  },
);

test.each(["", " , ", "plum", "apple,plum", "toString", "1,200"])(
  "%j ticks nothing that there is, and is told",
  (text) => {
    const message = messageOf(fruits.fromText(text));
    expect(message).toContain("Agents must be one or more of: apple, pear, bitter-lemon.");
  },
);

test("several words of unknown origin are taken in their one spelling alone", () => {
  expect(fruits.accepts("apple,pear")).toBe(true);
  for (const input of ["pear,apple", "apple,", ",", "", "apple,apple", ["apple"], null, 1]) {
    expect(fruits.accepts(input)).toBe(false);
  }
});

test("any choice of words survives being written and read, in any order", () => {
  const words = fc.shuffledSubarray(["apple", "pear", "bitter-lemon"], { minLength: 1 });
  fc.assert(
    fc.property(words, (chosen) => {
      const reading = fruits.fromText(chosen.join(", "));
      if (reading.state === "refused") throw new Error(reading.message);
      expect([...fruits.wordsOf(reading.value)].sort()).toEqual([...chosen].sort());
      expect(fruits.fromText(fruits.toText(reading.value))).toEqual(reading);
    }),
  );
});
