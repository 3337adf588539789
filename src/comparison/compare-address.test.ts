// The address of a comparison: what is put in comes out, and anything else is a whole result to be refused by its reader.
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseSearch, stringifySearch } from "../session/address/search-text.ts";
import { withPlainHash } from "../session/address/plain-hash.ts";
import {
  compareAddress,
  COMPARED_MOST,
  joinSources,
  keptSource,
  kindOf,
  readCompareAddress,
  referenceSource,
  shippedSource,
  splitSources,
} from "./compare-address.ts";

const word = fc.stringMatching(/^[A-Za-z0-9_.-]{1,40}$/);

test("each kind of source is known again by its text", () => {
  fc.assert(
    fc.property(word, (text) => {
      expect(kindOf(keptSource(text))).toEqual({ kind: "kept", id: text });
      expect(kindOf(referenceSource(text))).toEqual({ kind: "reference", id: text });
      expect(kindOf(shippedSource(text))).toEqual({ kind: "catalogue", file: text });
    }),
  );
  expect(kindOf("1.abc")).toEqual({ kind: "whole", payload: "1.abc" });
});

test("sources are split in their order, each once, and no more than a comparison has", () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const sources = words.map(keptSource);
      const split = splitSources(joinSources(sources));
      expect(split).toEqual([...new Set(sources.slice(0, COMPARED_MOST))]);
    }),
  );
  expect(splitSources("")).toEqual([]);
});

const SITE = "https://h.example/";

/** What an address compares, as the router reads it; null where it is another page's, and "damaged" where it says so. */
function opened(hash: string) {
  const address = withPlainHash(SITE + hash) ?? SITE + hash;
  // The router ends an address at a second #.
  const [seen = ""] = address.slice(SITE.length + 1).split("#");
  const [path = "", ...rest] = `#${seen}`.split("?");
  if (!path.startsWith("#/compare/") || path.slice(10).includes("/")) return null;
  let sources = path.slice(10);
  try {
    sources = decodeURIComponent(sources);
  } catch {
    // The router leaves what it cannot decode.
  }
  const search = parseSearch(rest.join("?"));
  const read = readCompareAddress(sources, search);
  if (read.state === "damaged") return "damaged";
  const { check: _, ...asked } = search;
  return { sources: splitSources(read.sources), asked };
}

function hashOf(sources: readonly string[], asked: Readonly<Record<string, string>>): string {
  const { params, search } = compareAddress(sources, asked);
  return `#/compare/${params.sources}${stringifySearch(search)}`;
}

const comparisons = fc.record({
  sources: fc.uniqueArray(fc.oneof(word.map(keptSource), word.map(shippedSource)), { minLength: 2, maxLength: 6 }),
  asked: fc.record(
    {
      judge: fc.constantFrom("2", "3"),
      baseline: fc.constant("sessions"),
      calibration: word.map((id) => `k.${id},k.x`),
    },
    { requiredKeys: [] },
  ),
});

test("of 500 links with one character changed, cut or added none opens as another comparison", () => {
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    put: fc.constantFrom("", ..."0aZ.,:~&=?#%+-_/ é".split("")),
    taken: fc.constantFrom(0, 1),
  });
  fc.assert(
    fc.property(comparisons, change, ({ sources, asked }, { at, put, taken }) => {
      const made = hashOf(sources, asked);
      expect(opened(made)).toEqual({ sources, asked });
      const from = 1 + Math.floor(at * (made.length - 2));
      const reading = opened(made.slice(0, from) + put + made.slice(from + taken));
      if (reading !== null && reading !== "damaged") expect(reading).toEqual({ sources, asked });
    }),
    { numRuns: 500, seed: 26 },
  );
});

test("a link is refused wherever it is cut after its sources begin", () => {
  const made = hashOf([keptSource("a"), keptSource("b"), keptSource("c")], { baseline: "sessions" });
  for (let length = "#/compare/v2,".length; length < made.length; length += 1) {
    expect(opened(made.slice(0, length))).toBe("damaged");
  }
});

test("an address without a check opens, and is known as one that cannot be checked", () => {
  expect(readCompareAddress("k.a,k.b", {})).toEqual({ state: "read", sources: "k.a,k.b", isUnchecked: true });
});
