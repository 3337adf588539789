// What of a breakdown stays where nothing that was timed can be relied on, and how figures are written.
import { expect, test } from "vitest";
import { coordinationDefaults } from "../coordination/fields.ts";
import { samplesOn } from "../coordination/fixtures/machine.ts";
import { experimentFrom } from "../experiments.ts";
import { scenarios } from "../registry.ts";
import { measure, type Measure } from "./measure.ts";
import type { RowFigure } from "./rows.ts";
import { tableOf } from "./table.ts";

const on = { capacity: { cores: 2, low: 2, high: 2 }, timerStepUs: 5, engineMemory: null, processMemory: null };

test("what was counted stays of a breakdown, and what was timed is left out", () => {
  const experiment = experimentFrom(scenarios.coordination.standard());
  const rows = experiment.rowsOf(samplesOn(coordinationDefaults), on, false);
  const whole = tableOf(experiment, rows, on, "breakdown");
  const counted = tableOf(experiment, rows, on, "counted-breakdown");
  expect(whole.columns.map(({ id }) => id)).toContain("transport");
  expect(counted.columns.map(({ id }) => id)).toEqual(["messages", "carried-bytes", "read-bytes"]);
  expect(counted.rows.at(-1)?.cells["messages"]).toEqual(whole.rows.at(-1)?.cells["messages"]);
});

function cellsOf(measures: readonly Measure[], figures: Readonly<Record<string, number>>): readonly (string | null)[] {
  const experiment = { ...experimentFrom(scenarios.coordination.standard()), measures };
  const known = Object.entries(figures).map(([id, median]): [string, RowFigure] => [
    id,
    { state: "known", estimate: { median, interval: null }, values: [median], yardstickDeviation: 0 },
  ]);
  const { columns, rows } = tableOf(
    experiment,
    [{ at: 1, samples: 1, figures: Object.fromEntries(known), status: null }],
    on,
  );
  return columns.map(({ id, unit }) => [rows[0]?.cells[id]?.text, unit].filter((part) => part !== null).join(" "));
}

test("shares are written as people say them: as percent, as times as much, and as what is saved", () => {
  const share = (id: string, said: Measure["said"]) => measure({ id, label: id, unit: "share", help: "", said });
  const measures = [share("plain", "percent"), share("speed", "times"), share("kept", "saved"), share("more", "saved")];
  expect(cellsOf(measures, { plain: 4.01, speed: 4.01, kept: -0.4, more: -90.3 })).toEqual([
    "401%",
    "4.0×",
    "−40%",
    "91 times as much",
  ]);
});

test("a column of far longer durations than the others has its own unit", () => {
  const time = (id: string) => measure({ id, label: id, unit: "µs", help: "" });
  const measures = [time("p50"), time("p95"), time("p99"), time("noticed")];
  expect(cellsOf(measures, { p50: 60, p95: 275, p99: 800, noticed: 25_100 })).toEqual([
    "60.0 µs",
    "275 µs",
    "800 µs",
    "25.1 ms",
  ]);
});
