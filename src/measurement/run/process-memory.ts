// What the browser attributes to a page and its workers, or why it does not.

export type ProcessMemory =
  | {
      readonly state: "measured";
      /** Agents alive while it was measured. */
      readonly agents: number;
      readonly workers: number;
      readonly totalBytes: number;
      /** Sum over the workers that held agents. */
      readonly workersBytes: number;
    }
  | { readonly state: "unavailable"; readonly reason: string };

/** @param reason one sentence */
export function unavailable(reason: string): ProcessMemory {
  return { state: "unavailable", reason };
}

/** How long the browser is waited for, ms: it answers with its next garbage collection, which may be far off. */
export const MEMORY_WAIT_MOST_MS = 30_000;
