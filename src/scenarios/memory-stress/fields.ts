// The settings of the memory-stress scenario, and their defaults.
import { whole } from "../../fields/field.ts";
import type { ValuesOf } from "../../fields/settings.ts";
import { DEFAULT_MODEL } from "../../workloads/model-reference.ts";
import {
  actingAgentsField,
  gridSizeField,
  modelField,
  pacingField,
  placementField,
  policyLengthField,
  rateField,
  seedField,
  workersField,
  workloadField,
} from "../agents/agent-fields.ts";

const SECONDS_LEAST = 10;
/** A day. */
const SECONDS_MOST = 86_400;

export const stressFields = {
  workload: workloadField,
  model: modelField,
  gridSize: gridSizeField,
  policyLength: policyLengthField,
  agents: actingAgentsField,
  seconds: whole(
    {
      parameter: "seconds",
      width: "half",
      label: "Seconds",
      help: "For how long they act, up to a day: 86,400. Reading memory between takes further time, up to 20 s each where the browser waits for its own garbage collection.",
    },
    { least: SECONDS_LEAST, most: SECONDS_MOST },
  ),
  pacing: pacingField,
  opsPerSecond: rateField,
  placement: placementField,
  seed: seedField,
  workers: workersField,
};

export type StressSettings = ValuesOf<typeof stressFields>;

/** The published memory stress: 20 agents for 300 s. */
export const stressDefaults: StressSettings = {
  workload: "explorer",
  model: DEFAULT_MODEL,
  gridSize: 10,
  policyLength: 2,
  agents: 20,
  seconds: 300,
  pacing: "saturated",
  opsPerSecond: 20,
  placement: "pool",
  seed: 7,
  workers: "auto",
};

/** Readings of a run at most: a day's result is no larger than that of an hour. */
const READINGS_MOST = 120;
const INTERVAL_LEAST_SECONDS = 5;
/** Short runs are read as often as is needed to tell a course. */
const READINGS_LEAST = 15;

/** Seconds from one reading to the next. */
export function intervalOf({ seconds }: Pick<StressSettings, "seconds">): number {
  const usual = Math.max(INTERVAL_LEAST_SECONDS, Math.ceil(seconds / READINGS_MOST));
  return Math.max(1, Math.min(usual, Math.floor(seconds / READINGS_LEAST)));
}

/** The seconds of acting after which memory is read, ascending. */
export function pointsOf(settings: Pick<StressSettings, "seconds">): number[] {
  const interval = intervalOf(settings);
  return Array.from({ length: Math.floor(settings.seconds / interval) }, (_, n) => (n + 1) * interval);
}
