// Counts what happens in a protocol, and how long it takes.

export interface Tally {
  /** Adds to a counter. */
  count(name: string, by?: number): void;
  /** Records one duration, ms. */
  time(name: string, durationMs: number): void;
}

/** What agents have in hand at one moment. */
export interface Standing {
  /** Things held, by number. */
  readonly holds: readonly number[];
  /** Things given that may not have arrived. */
  readonly transit: readonly number[];
  /** Requests that have not ended. */
  readonly inFlight: number;
}

/** What the agents of one lane counted and timed in a window. */
export interface ProtocolReport {
  readonly counts: Readonly<Record<string, number>>;
  /** By name, in whole µs as [value, count, …]. */
  readonly times: Readonly<Record<string, Float64Array>>;
  /** When the window ended. */
  readonly standing: Standing;
  readonly elapsedMs: number;
}

/** @returns a counter of all lanes together */
export function totalOf(reports: readonly ProtocolReport[], name: string): number {
  return reports.reduce((sum, { counts }) => sum + (counts[name] ?? 0), 0);
}

/** @returns the recorded durations of all lanes, one part each */
export function timesOf(reports: readonly ProtocolReport[], name: string): Float64Array[] {
  return reports.map(({ times }) => times[name] ?? new Float64Array());
}
