// The settings of the memory-lifecycle scenario, and their defaults.
import { whole } from "../../fields/field.ts";
import type { ValuesOf } from "../../fields/settings.ts";
import { FEWEST_READINGS } from "../../leaks/fewest-readings.ts";
import {
  placementField,
  repeatsField,
  seedField,
  topologyField,
  transportField,
  workersField,
} from "../agents/agent-fields.ts";

const AGENTS_MOST = 200;
const LIFECYCLES_MOST = 50;
const WINDOW_LEAST_MS = 10;
const WINDOW_MOST_MS = 2_000;

export const lifecycleFields = {
  agents: whole(
    {
      parameter: "agents",
      width: "half",
      label: "Agents",
      help: "How many agents each lifecycle creates, runs and destroys, on workers that are started and ended with them.",
    },
    { least: 1, most: AGENTS_MOST },
  ),
  lifecycles: whole(
    {
      parameter: "lifecycles",
      width: "half",
      label: "Lifecycles",
      help: "How many follow each other before memory is read (n). Blocks of twice and four times as many are measured too: what leaks grows with them.",
    },
    { least: 1, most: LIFECYCLES_MOST },
  ),
  topology: topologyField,
  placement: placementField,
  transport: transportField,
  repeats: {
    ...repeatsField,
    help: `Readings of each kind of block. At least ${FEWEST_READINGS} are needed for a verdict on bytes; exact counts are judged from the first on.`,
  },
  windowMs: whole(
    {
      parameter: "window",
      width: "half",
      advanced: true,
      label: "Window, ms",
      help: "How long agents run in each lifecycle.",
    },
    { least: WINDOW_LEAST_MS, most: WINDOW_MOST_MS },
  ),
  seed: seedField,
  workers: workersField,
};

export type LifecycleSettings = ValuesOf<typeof lifecycleFields>;

/** What Run measures when nobody chose otherwise. */
export const lifecycleDefaults: LifecycleSettings = {
  agents: 10,
  lifecycles: 4,
  topology: "all-to-all",
  placement: "pool",
  transport: "message",
  repeats: 8,
  windowMs: 20,
  seed: 7,
  workers: "auto",
};
