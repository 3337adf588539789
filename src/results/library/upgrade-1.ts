// Turns what version 1 of the library and of catalogues listed of a result into the facts of version 2. Frozen.
import * as v from "valibot";
import type { ResultFacts } from "./entry.ts";
import type { EntryTwo } from "./upgrade-2.ts";

/** What lists of version 1 had of a result: all were of one scenario, and four of its settings had a place of their own. */
export interface FactsOne {
  readonly id: string;
  readonly createdAt: string;
  readonly workload: string;
  readonly placement: string;
  readonly topology: string;
  readonly pacing: string;
  readonly browser: string;
  readonly platform: string;
  readonly agents: readonly number[];
  readonly trials: number;
  readonly bytes: number;
}

export function upgradeFacts(facts: FactsOne): ResultFacts {
  const { workload, placement, topology, pacing, agents, trials, ...rest } = facts;
  const settings = { workload, placement, topology, pacing };
  return {
    ...rest,
    scenario: "scaling",
    description: Object.values(settings).join(" · "),
    settings,
    points: agents,
    samples: trials,
  };
}

const text = v.fallback(v.string(), "");
const count = v.fallback(v.number(), 0);

/** The app wrote these entries itself: what is missing is empty, so that no entry is lost. */
const entrySchema = v.object({
  name: text,
  tags: v.fallback(v.array(v.string()), []),
  pinned: v.fallback(v.boolean(), false),
  savedAt: text,
  ending: v.fallback(v.picklist(["finished", "stopped", "interrupted", "imported"]), "finished"),
  id: v.string(),
  createdAt: text,
  workload: text,
  placement: text,
  topology: text,
  pacing: text,
  browser: text,
  platform: text,
  agents: v.fallback(v.array(v.number()), []),
  trials: count,
  bytes: count,
});

/** @param stored an entry of version 1 as the database holds it @returns the entry of version 2; null where it is none */
export function upgradeEntryOne(stored: unknown): EntryTwo | null {
  const parsed = v.safeParse(entrySchema, stored);
  if (!parsed.success) return null;
  const { name, tags, pinned, savedAt, ending, ...facts } = parsed.output;
  return { name, tags, pinned, savedAt, ending, ...upgradeFacts(facts) };
}
