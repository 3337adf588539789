// The table fills over itself in a terminal, and is printed once elsewhere.
import { expect, test } from "vitest";
import type { Table } from "../../src/scenarios/contract/table.ts";
import { Screen, tableLines } from "./bench-screen.ts";

const table: Table = {
  axis: { label: "Agents", help: "" },
  columns: [
    { id: "throughput", label: "Throughput", unit: "op/s", help: "" },
    { id: "p99", label: "p99 latency", unit: "µs", help: "" },
  ],
  rows: [
    {
      at: 1,
      head: "1",
      cells: { throughput: { text: "950", detail: "940–960" }, p99: { text: "–", reason: "too few" } },
      status: { word: "Good", tone: "good" },
    },
    { at: 10, head: "10", cells: { throughput: { text: "1,800" }, p99: { text: "120" } }, status: null },
  ],
  statusHelp: "Bands.",
  statusOf: null,
};

test("columns are as wide as their longest text, figures to the right, names and status to the left", () => {
  expect(tableLines(table)).toEqual([
    "Agents  Throughput op/s  p99 latency µs  Status",
    "1         950 (940–960)               –  ● Good",
    "10                1,800             120  –",
  ]);
});

test("a terminal is drawn over, line by line, and keeps the whole table at the end", () => {
  const written: string[] = [];
  const screen = new Screen({ isTTY: true, columns: 40, write: (text) => written.push(text) });
  screen.progress("Calibrating");
  screen.table(table);
  screen.end();
  expect(written[0]).toBe("Calibrating\n");
  expect(written[1]).toBe("\u001B[1A\u001B[J");
  expect(written[2]?.split("\n").every((line) => line.length < 40)).toBe(true);
  expect(written[3]).toBe("\u001B[4A\u001B[J");
  expect(written.slice(4).join("")).toBe(`${tableLines(table).join("\n")}\n`);
});

test("elsewhere nothing is written until the end", () => {
  const written: string[] = [];
  const screen = new Screen({ write: (text) => written.push(text) });
  screen.progress("Calibrating");
  screen.table(table);
  expect(written).toEqual([]);
  screen.end();
  expect(written.join("")).toBe(`${tableLines(table).join("\n")}\n`);
});
