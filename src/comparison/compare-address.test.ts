// The address of a comparison: what is put in comes out, and anything else is a whole result to be refused by its reader.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  COMPARED_MOST,
  joinSources,
  keptSource,
  kindOf,
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
