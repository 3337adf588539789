// Search parameters stay text on the way in and out.
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseSearch, stringifySearch } from "./search-text.ts";

test("lists stay readable in the address", () => {
  expect(stringifySearch({ agents: "1,5,10", seed: "7" })).toBe("?agents=1,5,10&seed=7");
});

test("no parameters write nothing", () => {
  expect(stringifySearch({})).toBe("");
});

test("any text survives writing and reading", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), fc.string({ maxLength: 40 })), (search) => {
      expect(parseSearch(stringifySearch(search))).toEqual({ ...search });
    }),
  );
});

test("a hostile address is cut, not refused", () => {
  const many = Array.from({ length: 500 }, (_, n) => `p${n}=${"x".repeat(20_000)}`).join("&");
  const read = parseSearch(many);
  expect(Object.keys(read)).toHaveLength(64);
  expect(read["p0"]).toHaveLength(16_000);
});
