// Reference series: throughput by agent count that nobody measured here now, always with its provenance.
import { quantileSorted } from "simple-statistics";

/** Where a series comes from. Imported series are what somebody put in a file; they never mix with live data. */
export type Provenance = "published" | "measured-elsewhere" | "recorded" | "imported";

/** A provenance as every claim carries it. */
export const PROVENANCE_WORDS: Readonly<Record<Provenance, string>> = {
  published: "published (derived)",
  "measured-elsewhere": "measured elsewhere",
  recorded: "recorded",
  imported: "imported",
};

/** @param values at least one */
function median(values: readonly number[]): number {
  return quantileSorted(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}

export interface ReferenceRow {
  readonly agents: number;
  /** Completed ops per second of all agents together; the median where there are several trials. */
  readonly opsPerSecond: number;
  /** Every trial's throughput in op/s, in the order of the source. */
  readonly trials: readonly number[];
  /** X(N) / (N·X(1)), recomputed here; null where the series has no row of one agent. */
  readonly efficiency: number | null;
  /** The efficiency that the source itself states, as a share; null where it states none. */
  readonly claimedEfficiency: number | null;
  /** Median latency of one op in milliseconds; null where the source has none. */
  readonly p50Ms: number | null;
}

export interface ReferenceSeries {
  readonly id: string;
  readonly title: string;
  readonly provenance: Provenance;
  /** The source in words, to be shown with the series. */
  readonly provenanceText: string;
  /** As the source writes it. */
  readonly date?: string;
  readonly platform?: string;
  /** Why no row has an efficiency; null where each has one. */
  readonly efficiencyMissing: string | null;
  /** By agent count, ascending; each count once. */
  readonly rows: readonly ReferenceRow[];
}

export type ReadReferences =
  /** `notes`: what was left out and why, one sentence each; left out where nothing was. */
  | { readonly state: "read"; readonly series: readonly ReferenceSeries[]; readonly notes?: readonly string[] }
  | { readonly state: "refused"; readonly message: string };

/** One figure of a source; several may have the same agent count. */
export interface ReferenceFigure {
  readonly agents: number;
  readonly opsPerSecond: number;
  readonly claimedEfficiency?: number | undefined;
  readonly p50Ms?: number | undefined;
}

/** Limits on figures in a file of unknown origin. */
export const REFERENCE_LIMITS = { figuresMost: 20_000, agentsMost: 1_000_000, opsPerSecondMost: 1e12 } as const;

function rowOf(agents: number, figures: readonly ReferenceFigure[], single: number | null): ReferenceRow {
  const trials = figures.map(({ opsPerSecond }) => opsPerSecond);
  const opsPerSecond = median(trials);
  const claims = figures.flatMap(({ claimedEfficiency }) => claimedEfficiency ?? []);
  const latencies = figures.flatMap(({ p50Ms }) => p50Ms ?? []);
  return {
    agents,
    opsPerSecond,
    trials,
    efficiency: single === null ? null : opsPerSecond / (agents * single),
    claimedEfficiency: claims.length === 0 ? null : median(claims),
    p50Ms: latencies.length === 0 ? null : median(latencies),
  };
}

/**
 * Builds a series from the figures of its source.
 * @param figures at least one; figures of one agent count become the trials of its row
 */
export function referenceSeries(
  about: Omit<ReferenceSeries, "rows" | "efficiencyMissing">,
  figures: readonly ReferenceFigure[],
): ReferenceSeries {
  const byAgents = new Map<number, ReferenceFigure[]>();
  for (const figure of figures) {
    const known = byAgents.get(figure.agents);
    if (known === undefined) byAgents.set(figure.agents, [figure]);
    else known.push(figure);
  }
  const ones = byAgents.get(1)?.map(({ opsPerSecond }) => opsPerSecond);
  const single = ones === undefined ? null : median(ones);
  const rows = [...byAgents].map(([agents, own]) => rowOf(agents, own, single)).sort((a, b) => a.agents - b.agents);
  return {
    ...about,
    efficiencyMissing:
      single === null ? "There is no row of one agent, and efficiency is measured against one agent." : null,
    rows,
  };
}

/** A short name for an id or address: "T-maze, policy length 2" → "t-maze-policy-length-2". */
function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, "");
}

/** FNV-1a over UTF-16 units, as eight hexadecimal digits. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/**
 * The id of a series: readable where its name is Latin, and different for different names whatever their script.
 * @param figures given where two series may have one name: then each set of figures has an id of its own
 */
export function seriesId(prefix: string, name: string, figures: readonly ReferenceFigure[] = []): string {
  const content = JSON.stringify([
    name,
    figures.map(({ agents, opsPerSecond, claimedEfficiency, p50Ms }) => [
      agents,
      opsPerSecond,
      claimedEfficiency ?? null,
      p50Ms ?? null,
    ]),
  ]);
  return [prefix, slug(name), shortHash(content)].filter((part) => part !== "").join("-");
}
