// Two sides without a row in common: what each has is said, and what is the same everywhere makes no row common.
import { expect, test } from "vitest";
import type { JudgedCell } from "../../regression/comparison.ts";
import type { RowKey } from "../../regression/row-key.ts";
import { type RowsApart, rowsApart } from "./rows-apart.ts";

const metric = { id: "throughput", label: "throughput", unit: "op/s", better: "higher" } as const;
const figures = {
  baseline: null,
  current: null,
  change: null,
  hodgesLehmann: null,
  interval: null,
  p: null,
  adjustedP: null,
  smallestSeen: null,
  noiseFloor: null,
  remark: null,
} as const;

const agents = (at: number): RowKey => ({ kind: "point", axis: "agents", at });
const named = (name: string): RowKey => ({ kind: "named", name });
const anyAgent: RowKey = { kind: "whole", axis: "agents" };

function missing(row: RowKey): JudgedCell {
  return { row, metric, outcome: { verdict: "missing", reason: "the current result does not have it", figures } };
}

function apart(was: readonly JudgedCell[], is: readonly RowKey[]): RowsApart | null {
  return rowsApart({ cells: was, onlyInCurrent: is.map((row) => ({ row, metric })) });
}

test("agent counts of both sides are said, though memory per agent is on both", () => {
  const shared: JudgedCell = { row: anyAgent, metric, outcome: { verdict: "no-change", figures } };
  expect(apart([missing(agents(1)), missing(agents(5)), missing(agents(1)), shared], [agents(10)])).toEqual({
    what: "No row is on both sides: the baseline has 1 agent and 5 agents, the current result 10 agents.",
    wayOut: "Measure the same ones on both sides, then compare again.",
  });
});

test("many rows are said by their number and ends, benchmarks by the first", () => {
  const many = [1, 2, 3, 4, 5, 6].map((at) => missing(agents(at)));
  expect(apart(many, [agents(10)])?.what).toContain("has 6 rows from 1 agent to 6 agents, the current");
  const benchmarks = ["a", "b", "c", "d", "e"].map((name) => missing(named(name)));
  expect(apart(benchmarks, [named("z")])).toEqual({
    what: "No row is on both sides: the baseline has a and 4 more, the current result z.",
    wayOut: "Give files that hold the same benchmarks under the same names.",
  });
});

test("a row that is on both sides, or a side without rows, is no such case", () => {
  expect(apart([missing(agents(5))], [agents(5)])).toBeNull();
  const judged: JudgedCell = { row: agents(5), metric, outcome: { verdict: "no-change", figures } };
  expect(apart([judged, missing(agents(1))], [agents(10)])).toBeNull();
  expect(apart([missing(agents(5))], [])).toBeNull();
  expect(apart([missing(agents(5))], [anyAgent])).toBeNull();
});
