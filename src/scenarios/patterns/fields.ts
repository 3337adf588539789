// The settings of the patterns scenario, and their defaults.
import { counts, decimal, oneOf } from "../../fields/field.ts";
import type { ValuesOf } from "../../fields/settings.ts";
import {
  placementField,
  repeatsField,
  seedField,
  transportField,
  windowField,
  workersField,
} from "../agents/agent-fields.ts";
import { crashField, lossField } from "../agents/fault-fields.ts";
import { patternKinds, PATTERNS } from "./pattern-kinds.ts";

/** Between each two workers there is a way for messages. */
const AGENTS_MOST = 100;
const SIZES_MOST = 16;
const MEAN_LEAST_MS = 0.1;
const MEAN_MOST_MS = 1_000;

const { handoff, consensus, broadcast, contention } = patternKinds;

export const patternFields = {
  pattern: oneOf(
    {
      parameter: "pattern",
      label: "Pattern",
      help: PATTERNS.map((kind) => patternKinds[kind].help).join(" "),
    },
    { handoff: handoff.label, consensus: consensus.label, broadcast: broadcast.label, contention: contention.label },
  ),
  agents: counts(
    {
      parameter: "agents",
      label: "Agents",
      help: `How many agents deal with each other, up to ${SIZES_MOST} counts, each from 1 to ${AGENTS_MOST}.`,
    },
    { least: 1, most: AGENTS_MOST },
    SIZES_MOST,
  ),
  lossPercent: lossField,
  crashPercent: crashField,
  thinkMs: decimal(
    {
      parameter: "think",
      width: "half",
      label: "Think, ms",
      help: "How long an agent does without a resource on average, exponentially distributed.",
    },
    { least: MEAN_LEAST_MS, most: MEAN_MOST_MS },
    "ms",
  ),
  holdMs: decimal(
    {
      parameter: "hold",
      width: "half",
      label: "Hold, ms",
      help: "How long it holds one on average, exponentially distributed.",
    },
    { least: MEAN_LEAST_MS, most: MEAN_MOST_MS },
    "ms",
  ),
  placement: placementField,
  transport: transportField,
  repeats: repeatsField,
  windowMs: windowField,
  seed: seedField,
  workers: workersField,
};

export type PatternSettings = ValuesOf<typeof patternFields>;

/** What Run measures when nobody chose otherwise: the agent counts of the published load test, without faults. */
export const patternDefaults: PatternSettings = {
  pattern: "handoff",
  agents: [1, 5, 10, 15, 20, 30, 50],
  lossPercent: 0,
  crashPercent: 0,
  thinkMs: 20,
  holdMs: 5,
  placement: "pool",
  transport: "shared-memory",
  repeats: 10,
  windowMs: 300,
  seed: 7,
  workers: "auto",
};
