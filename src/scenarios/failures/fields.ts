// The settings of the failures scenario, and their defaults.
import { counts, oneOf, whole } from "../../fields/field.ts";
import type { ValuesOf } from "../../fields/settings.ts";
import {
  placementField,
  rateField,
  repeatsField,
  seedField,
  transportField,
  workersField,
} from "../agents/agent-fields.ts";
import { CRASH_MOST_PERCENT, lossField } from "../agents/fault-fields.ts";

const AGENTS_MOST = 100;
const RATES_MOST = 8;
const DEADLINE_LEAST_MS = 2;
const DEADLINE_MOST_MS = 5_000;
/** Accounts are made every second. */
const WINDOW_LEAST_MS = 500;
const WINDOW_MOST_MS = 60_000;

export const failureFields = {
  agents: whole(
    {
      parameter: "agents",
      width: "half",
      label: "Agents",
      help: "How many agents work. One more, which does not crash, supervises them.",
    },
    { least: 1, most: AGENTS_MOST },
  ),
  crashPercents: counts(
    {
      parameter: "crashes",
      width: "half",
      label: "Crashes, %",
      help: `Shares of ops in the middle of which the agent crashes, up to ${RATES_MOST} of them, each from 0 to ${CRASH_MOST_PERCENT}. Each has a row.`,
    },
    { least: 0, most: CRASH_MOST_PERCENT },
    RATES_MOST,
    "percentages",
  ),
  lossPercent: lossField,
  opsPerSecond: rateField,
  deadlineMs: whole(
    {
      parameter: "deadline",
      width: "half",
      label: "Deadline, ms",
      help: "How long the supervisor waits for an answer before it counts the op as failed and brings the agent back.",
    },
    { least: DEADLINE_LEAST_MS, most: DEADLINE_MOST_MS },
  ),
  restart: oneOf(
    {
      parameter: "restart",
      label: "Agents come back",
      help: "With their beliefs: as if each had saved them after every op. Without: each begins again knowing nothing, and says so.",
    },
    { "with-beliefs": "with their beliefs", "without-beliefs": "without their beliefs" },
  ),
  workerDeaths: whole(
    {
      parameter: "deaths",
      width: "half",
      label: "Worker deaths",
      help: "How often a whole worker is made to die in the middle of a window, with all agents on it. It is measured apart from agents that crash.",
    },
    { least: 0, most: 10 },
  ),
  placement: placementField,
  transport: transportField,
  repeats: repeatsField,
  windowMs: whole(
    { parameter: "window", width: "half", advanced: true, label: "Window, ms", help: "How long one trial measures." },
    { least: WINDOW_LEAST_MS, most: WINDOW_MOST_MS },
  ),
  seed: seedField,
  workers: workersField,
};

export type FailureSettings = ValuesOf<typeof failureFields>;

/** What Run measures when nobody chose otherwise: the rates of the published load test. */
export const failureDefaults: FailureSettings = {
  agents: 20,
  crashPercents: [0, 5, 10, 20],
  lossPercent: 0,
  opsPerSecond: 20,
  deadlineMs: 25,
  restart: "with-beliefs",
  workerDeaths: 3,
  placement: "pool",
  transport: "shared-memory",
  repeats: 6,
  windowMs: 2_000,
  seed: 7,
  workers: "auto",
};
