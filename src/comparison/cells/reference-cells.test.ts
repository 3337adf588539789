// References beside results: never comparable with what was measured here, and comparable among one source.
import { expect, test } from "vitest";
import { compareResults } from "../../regression/comparison.ts";
import { realisticResult } from "../../results/fixtures/realistic-result.ts";
import { referenceSeries } from "../../results/references/reference.ts";
import { scaling } from "../../scenarios/scaling/scaling.ts";
import { referenceMeasured } from "./reference-cells.ts";
import { measuredOf } from "./result-cells.ts";
import { rowWords } from "./row-words.ts";

const published = referenceSeries(
  { id: "p", title: "Published", provenance: "published", provenanceText: "published; derived." },
  [
    { agents: 1, opsPerSecond: 20 },
    { agents: 5, opsPerSecond: 72 },
  ],
);
const local = measuredOf(realisticResult({ seed: 3 }));

test("a published series and a local run are not comparable, by who measured them", () => {
  const { differences, cells } = compareResults([referenceMeasured(published)], local);
  expect(differences).toEqual(["measured by: published; derived against Headroom"]);
  expect(cells.map(({ row, outcome }) => [rowWords(row), outcome.verdict, outcome.figures.baseline])).toEqual([
    ["1 agent", "not-comparable", 20],
    ["5 agents", "not-comparable", 72],
  ]);
});

test("trials stay trials, and one figure is a single one, of which nothing can be concluded", () => {
  const several = referenceSeries({ id: "i", title: "Mine", provenance: "imported", provenanceText: "a file" }, [
    { agents: 1, opsPerSecond: 20 },
    { agents: 1, opsPerSecond: 21 },
    { agents: 5, opsPerSecond: 70 },
  ]);
  const { cells, fingerprint } = referenceMeasured(several);
  expect(fingerprint).toEqual([]);
  expect(cells.map(({ figures }) => figures.kind)).toEqual(["trials", "single"]);
  expect(compareResults([referenceMeasured(several)], referenceMeasured(several)).cells[1]?.outcome.verdict).toBe(
    "inconclusive",
  );
});

test("rows and metric of a reference are those of the scaling scenario", () => {
  const [cell] = referenceMeasured(published).cells;
  const measured = local.cells.find(({ metric }) => metric.id === cell?.metric.id);
  expect(cell?.metric).toEqual(measured?.metric);
  expect(cell?.row).toEqual({ kind: "point", axis: scaling.axis.id, at: 1 });
});
