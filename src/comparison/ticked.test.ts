// What an address ticks: what is there, and a sentence for each kind of thing that is left out.
import { expect, test } from "vitest";
import { tickedSources } from "./ticked.ts";

const there = new Set(["k.a", "k.b"]);
const isThere = (source: string) => (source.startsWith("s.") ? null : there.has(source));

test("what is there is ticked in its order, and nothing is said", () => {
  expect(tickedSources("k.b,k.a", isThere)).toEqual({ sources: ["k.b", "k.a"], problems: [] });
  expect(tickedSources("", isThere)).toEqual({ sources: [], problems: [] });
});

test("what is not there is said, one or several", () => {
  const one = tickedSources("k.a,k.gone", isThere);
  expect(one.sources).toEqual(["k.a"]);
  expect(one.problems).toEqual([expect.stringContaining("ticks a result that is not here")]);
  expect(tickedSources("k.gone,k.lost,k.a", isThere).problems).toEqual([expect.stringContaining("ticks 2 results")]);
});

test("what may still come is not missed", () => {
  expect(tickedSources("k.a,s.published", isThere)).toEqual({ sources: ["k.a"], problems: [] });
});

test("more than can be compared are left out and said", () => {
  const many = Array.from({ length: 8 }, (_, n) => `k.${n}`).join(",");
  const { sources, problems } = tickedSources(many, () => true);
  expect(sources).toHaveLength(6);
  expect(problems).toEqual([expect.stringContaining("ticks 8 results, and at most 6")]);
});
