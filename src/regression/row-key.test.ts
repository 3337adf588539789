// Rows are told apart by what they are, never by how they read.
import { expect, test } from "vitest";
import { type RowKey, rowText } from "./row-key.ts";

const rows: readonly RowKey[] = [
  { kind: "point", axis: "agents", at: 5 },
  { kind: "point", axis: "agents", at: 50 },
  { kind: "point", axis: "rate", at: 5 },
  { kind: "whole", axis: "agents" },
  { kind: "whole", axis: "rate" },
  { kind: "named", name: "5 agents" },
  { kind: "named", name: "agents 5" },
];

test("different rows have different texts, equal ones the same", () => {
  expect(new Set(rows.map(rowText)).size).toBe(rows.length);
  expect(rowText({ kind: "point", axis: "agents", at: 5 })).toBe(rowText({ kind: "point", axis: "agents", at: 5 }));
});
