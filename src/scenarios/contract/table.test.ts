// What of a breakdown stays where nothing that was timed can be relied on.
import { expect, test } from "vitest";
import { coordinationDefaults } from "../coordination/fields.ts";
import { samplesOn } from "../coordination/fixtures/machine.ts";
import { experimentFrom } from "../experiments.ts";
import { scenarios } from "../registry.ts";
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
