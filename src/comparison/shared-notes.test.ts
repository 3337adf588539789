// Notes of several rows are said once; a note of one row stays in it.
import { expect, test } from "vitest";
import { noteLine, withSharedNotes } from "./shared-notes.ts";
import type { VerdictRow } from "./verdict-table.ts";

function row(note: string): VerdictRow {
  const cells = { row: "", metric: "", baseline: "", current: "", change: "", "95% interval": "", "p (Holm)": "" };
  return {
    row: note,
    metric: "m",
    cells: { ...cells, verdict: "", note },
    verdict: "minor",
    move: null,
    isDerived: false,
    strength: 0,
  };
}

const noted = (...notes: readonly string[]) => {
  const { rows, notes: below } = withSharedNotes(notes.map(row));
  return { rows: rows.map(({ cells }) => cells.note), below };
};

test("a note of several rows stands below, in the order in which it first comes", () => {
  expect(noted("few", "noisy", "few", "", "noisy", "own", "")).toEqual({
    rows: ["note 1", "note 2", "note 1", "", "note 2", "own", ""],
    below: ["few", "noisy"],
  });
  expect(noteLine("few", 1)).toBe("Note 1: few");
});

test("without rows, or with notes of their own, nothing stands below", () => {
  expect(noted()).toEqual({ rows: [], below: [] });
  expect(noted("a", "b", "")).toEqual({ rows: ["a", "b", ""], below: [] });
});
