// The columns that hold a run against references.
import { expect, test } from "vitest";
import { referenceSeries } from "../../../results/references/reference.ts";
import { exact, type Row } from "../../../scenarios/contract/rows.ts";
import type { Table } from "../../../scenarios/contract/table.ts";
import { withReferenceColumns } from "./reference-columns.ts";

const rows: Row[] = [1, 5, 7].map((at) => ({
  at,
  samples: 3,
  figures: { throughput: exact(at * 1_000) },
  status: null,
}));
const column = (id: string) => ({ id, label: id, unit: null, help: "" });
const table: Table = {
  axis: { label: "Agents", help: "" },
  columns: [column("throughput"), column("p50")],
  rows: rows.map(({ at }) => ({
    at,
    head: String(at),
    cells: { throughput: { text: "1" }, p50: { text: "2" } },
    status: null,
  })),
  statusHelp: null,
  statusOf: null,
};

function series(id: string, provenance: "published" | "measured-elsewhere", title: string, agents = [1, 5]) {
  return referenceSeries(
    { id, title, provenance, provenanceText: "A test." },
    agents.map((count) => ({ agents: count, opsPerSecond: 20 * count })),
  );
}

test("each reference is a column behind throughput, with the ratio at equal counts and a reason elsewhere", () => {
  const shown = withReferenceColumns(table, rows, [
    series("a", "published", "Limits"),
    series("b", "measured-elsewhere", "pymdp 0.0.7.1 on CPython"),
  ]);
  expect(shown.columns.map(({ label }) => label)).toEqual(["throughput", "× published", "× pymdp", "p50"]);
  expect(shown.rows.map(({ cells }) => cells["times a"]?.text)).toEqual(["50", "50", "–"]);
  expect(shown.rows[2]?.cells["times a"]?.reason).toContain("no throughput at this count");
  expect(shown.rows[0]?.cells["p50"]).toEqual({ text: "2" });
});

test("references without a count in common add nothing, and at most two are shown", () => {
  expect(withReferenceColumns(table, rows, [series("a", "published", "Limits", [2, 3])])).toBe(table);
  const three = ["a", "b", "c"].map((id) => series(id, "published", id));
  expect(withReferenceColumns(table, rows, three).columns).toHaveLength(4);
});
