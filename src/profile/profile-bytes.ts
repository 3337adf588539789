// Whose bytes there are: exact ones by owner, what the runtime adds where it was measured, and the published breakdown beside them.
import { publishedBreakdown } from "../scenarios/memory/published-breakdown.ts";
import type { ProfileRecord } from "./format-1.ts";

export interface BytesRow {
  readonly id: keyof ProfileRecord["bytes"] | "runtime";
  readonly label: string;
  /** All workers together; null where it was not measured, for the reason. */
  readonly bytes: number | null;
  readonly reason: string | null;
  /** For each agent; null where it is not an agent's. */
  readonly perAgent: number | null;
  /** What the published document has for an agent; null where it has nothing. */
  readonly published: number | null;
}

const OWNERS = [
  { id: "beliefs", label: "beliefs and other arrays of agents", isAgents: true, published: publishedBreakdown.state },
  { id: "published", label: "published posteriors", isAgents: true, published: publishedBreakdown.beliefs },
  { id: "cache", label: "cache arena", isAgents: false, published: publishedBreakdown.cache },
  { id: "model", label: "model and its plans, once a worker", isAgents: false, published: publishedBreakdown.arrays },
  { id: "scratch", label: "scratch, once a worker", isAgents: false, published: null },
  { id: "links", label: "links between workers", isAgents: false, published: null },
] as const;

/** Exact bytes first, then what the browser attributes to the workers beyond them. */
export function bytesRows({ bytes, workers, processMemory }: ProfileRecord): readonly BytesRow[] {
  const agents = workers.reduce((sum, worker) => sum + worker.agents, 0);
  const owned = OWNERS.map(({ id, label, isAgents, published }): BytesRow => {
    const own = bytes[id];
    return { id, label, bytes: own, reason: null, perAgent: isAgents && agents > 0 ? own / agents : null, published };
  });
  const exact = owned.reduce((sum, row) => sum + (row.bytes ?? 0), 0);
  const runtime: BytesRow = {
    id: "runtime",
    label: "runtime and code of the workers, by difference",
    bytes: processMemory.state === "measured" ? processMemory.workersBytes - exact : null,
    reason: processMemory.state === "measured" ? null : processMemory.reason,
    perAgent: null,
    published: publishedBreakdown.objects,
  };
  return [...owned, runtime];
}

/** Exact bytes of all owners together. */
export function exactBytes({ bytes }: ProfileRecord): number {
  return Object.values(bytes).reduce((sum, own) => sum + own, 0);
}
