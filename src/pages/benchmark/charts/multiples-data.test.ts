// Small charts: which rows stand where, axes that all share, and how many stand beside each other.
import { expect, test } from "vitest";
import { exact, known, missing, type Row, type RowFigure } from "../../../scenarios/contract/rows.ts";
import { columnsFor, type Multiples, multiplesData } from "./multiples-data.ts";
import { shownUnit } from "./shown-unit.ts";

const chart: Multiples = {
  kind: "multiples",
  measure: "loss",
  title: "Cost",
  empty: "Nothing yet.",
  across: "Agents",
  panels: ["ring", "star"],
  lines: ["one", "two"],
  // 1xx stands in the ring, 2xx in the star, 3xx in both, 4xx nowhere.
  placesOf: (at) =>
    [
      { panel: "ring", is: at < 200 || (at >= 300 && at < 400) },
      { panel: "star", is: at >= 200 && at < 400 },
    ].flatMap(({ panel, is }) => (is ? [{ panel, line: at % 2 === 0 ? "two" : "one", x: at % 100 }] : [])),
};

function row(at: number, loss: RowFigure): Row {
  return { at, samples: 1, figures: { loss }, status: null };
}

const share = { unit: "share" } as const;

test("rows stand in their picture on their line, by x, and in several where they share it", () => {
  const rows = [
    row(121, exact(0.2)),
    row(105, exact(0.1)),
    row(210, exact(0.4)),
    row(306, exact(0.3)),
    row(405, exact(9)),
  ];
  const { panels, across } = multiplesData(chart, share, rows);
  const drawn = panels.map(({ lines }) =>
    lines.map(({ name, index, points }) => [name, index, points.map(({ at }) => at)]),
  );
  expect(drawn).toEqual([
    [
      ["one", 0, [105, 121]],
      ["two", 1, [306]],
    ],
    [["two", 1, [306, 210]]],
  ]);
  expect(across).toEqual([5, 6, 10, 21]);
});

test("all pictures have the same axis, to above the highest interval, and below zero as far as values lie", () => {
  const wide = known([0.1, 0.5], { median: 0.3, interval: { kind: "range", low: 0.1, high: 0.52 } });
  expect(multiplesData(chart, share, [row(105, wide), row(205, exact(0.02))]).up).toEqual([0, 20, 40, 60]);
  const little = multiplesData(chart, share, [row(105, exact(-0.04)), row(205, exact(0.4))]);
  expect(little.up).toEqual([-10, 0, 10, 20, 30, 40]);
  const below = multiplesData(chart, share, [row(105, exact(-3)), row(205, exact(0.4))]);
  expect(below.up).toEqual([-300, -200, -100, 0, 100]);
});

test("a figure that is missing is no point, and without any there is nothing across", () => {
  const { panels, across, up } = multiplesData(chart, share, [row(105, missing("none"))]);
  expect(panels.map(({ title, lines }) => [title, lines.length])).toEqual([
    ["ring", 0],
    ["star", 0],
  ]);
  expect([across, up]).toEqual([[], []]);
});

test("pictures stand beside each other where there is room, and below each other on a phone", () => {
  expect([columnsFor(3, 330), columnsFor(3, 500), columnsFor(3, 900), columnsFor(1, 900), columnsFor(3, 0)]).toEqual([
    1, 2, 3, 1, 1,
  ]);
});

test("shares are drawn as percent", () => {
  expect(shownUnit(share)).toBe("%");
  expect(shownUnit({ unit: "op/s" })).toBe("op/s");
});
