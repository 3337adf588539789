// The prebuilt index finds what looking at every entry finds, newest first.
import fc from "fast-check";
import { expect, test } from "vitest";
import { buildIndex, postingOf, search } from "./posting-index.ts";

const term = fc.constantFrom("a", "b", "c", "d", "e");

test("any entries, any terms, any number wanted", () => {
  fc.assert(
    fc.property(
      fc.array(fc.uniqueArray(term), { maxLength: 400 }),
      fc.uniqueArray(term, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 50 }),
      (entries, wanted, most) => {
        const index = buildIndex(entries.length, (n) => entries[n] ?? []);
        const all = entries.flatMap((own, n) => (wanted.every((one) => own.includes(one)) ? [n] : []));
        expect(search(index, wanted, most)).toEqual(all.slice(0, most));
      },
    ),
  );
});

test("entries far apart, and numbers beyond two bytes", () => {
  const places = new Set([0, 127, 128, 129, 16_511, 16_512, 299_999]);
  const index = buildIndex(300_000, (n) => (places.has(n) ? ["rare"] : []));
  expect(search(index, ["rare"], 10)).toEqual([...places]);
  expect(postingOf(index, "rare")?.count).toBe(7);
});

test("a term that no entry has finds nothing, also beside one that many have", () => {
  const index = buildIndex(10, () => ["all"]);
  expect(search(index, ["all", "none"], 5)).toEqual([]);
  expect(search(index, ["none"], 5)).toEqual([]);
  expect(search(index, [], 5)).toEqual([]);
});
