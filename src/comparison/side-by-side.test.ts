// Results side by side: one metric, rows matched by what they are.
import { expect, test } from "vitest";
import { realisticResult, realisticSingleAgent } from "../results/fixtures/realistic-result.ts";
import { referenceSeries } from "../results/references/reference.ts";
import { rowWords } from "./cells/row-words.ts";
import { shareOfFirst, sideBySide } from "./side-by-side.ts";
import { referenceSide, resultSide } from "./side.ts";

const result = resultSide("result", realisticResult({ seed: 2, repeats: 6 }));
const reference = referenceSide(
  "reference",
  referenceSeries({ id: "r", title: "R", provenance: "published", provenanceText: "a paper." }, [
    { agents: 5, opsPerSecond: 72 },
    { agents: 100, opsPerSecond: 284 },
  ]),
);

test("rows of all results in order, each figure in its own column, and none where a result has no such row", () => {
  const beside = sideBySide([result, reference]);
  expect(beside?.metric.id).toBe("throughput");
  expect(beside?.rows.map(({ row }) => rowWords(row))).toEqual([
    "1 agent",
    "5 agents",
    "10 agents",
    "15 agents",
    "20 agents",
    "30 agents",
    "50 agents",
    "100 agents",
  ]);
  const [one, five] = beside?.rows ?? [];
  expect(one?.estimates[1]).toBeNull();
  expect(five?.estimates[0]?.interval?.kind).toBe("confidence");
  expect(five?.estimates[1]).toEqual({ median: 72, interval: null });
  expect(five === undefined ? null : shareOfFirst(five, 1)).toBeCloseTo(72 / (five?.estimates[0]?.median ?? 0) - 1, 9);
  expect(one === undefined ? 0 : shareOfFirst(one, 1)).toBeNull();
});

test("a scenario without agents on its axis is shown by its own rows", () => {
  const beside = sideBySide([resultSide("single", realisticSingleAgent({ seed: 1, repeats: 3 }))]);
  expect(beside?.rows.map(({ row }) => rowWords(row))).toEqual(["1 agent as fast as it can", "1 agent at 20 op/s"]);
});

test("nothing is shown where nothing has a figure", () => {
  expect(sideBySide([{ measured: { fingerprint: [], cells: [] } }])).toBeNull();
});
