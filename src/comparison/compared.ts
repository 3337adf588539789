// Owns what a comparison shows of several results: throughput side by side, and what differs in how they were measured.
import { configurationTexts } from "../measurement/run/configuration-text.ts";
import type { MeasuredResult } from "../regression/comparison.ts";
import { measuredResult } from "./compare-input.ts";
import { derive } from "../results/derive.ts";
import { PROVENANCE_WORDS, type ReferenceSeries } from "../results/references/reference.ts";
import { referenceMeasured } from "./cells/reference-cells.ts";
import type { Result } from "../results/format/schema.ts";
import { type Estimate, estimate } from "../statistics/summary.ts";
import { formatInstant, MISSING } from "../words/format.ts";

/** A result with what it is called. */
export interface Named {
  readonly kind: "result";
  readonly name: string;
  readonly result: Result;
}

/** A reference series, which nobody measured here now. */
interface NamedReference {
  readonly kind: "reference";
  readonly name: string;
  readonly series: ReferenceSeries;
}

export type Compared = Named | NamedReference;

/** What verdicts are made of. */
export function measuredOf(compared: Compared): MeasuredResult {
  return compared.kind === "result" ? measuredResult(compared.result).measured : referenceMeasured(compared.series);
}

/** "Nov 23, 2026, 12:08 AM, Chromium 156", or where a reference comes from. */
export function originOf(compared: Compared): string {
  if (compared.kind === "reference") return compared.series.provenanceText.replace(/\.?$/, "");
  const { createdAt, environment } = compared.result;
  return `${formatInstant(createdAt)}, ${environment.browser}`;
}

function throughputsOf(compared: Compared): ReadonlyMap<number, Estimate | null> {
  if (compared.kind === "reference") {
    return new Map(compared.series.rows.map(({ agents, trials }) => [agents, estimate(trials)]));
  }
  const { configuration, trials, environment } = compared.result;
  const { rows } = derive(configuration, trials, environment.parallelCapacity.cores);
  return new Map(rows.map((row) => [row.agents, row.throughput]));
}

export interface ComparedRow {
  readonly agents: number;
  /** X(N) of each result, op/s; null where it has no such row. */
  readonly throughputs: readonly (Estimate | null)[];
}

/** One row for each agent count that any of the results has. */
export function comparedRows(results: readonly Compared[]): readonly ComparedRow[] {
  const byResult = results.map(throughputsOf);
  const counts = [...new Set(byResult.flatMap((rows) => [...rows.keys()]))].sort((a, b) => a - b);
  return counts.map((agents) => ({ agents, throughputs: byResult.map((rows) => rows.get(agents) ?? null) }));
}

export interface Difference {
  readonly fact: string;
  /** One text for each result. */
  readonly values: readonly string[];
}

function referenceFacts({ provenance, platform, date }: ReferenceSeries): ReadonlyMap<string, string> {
  return new Map([
    ["measured by", PROVENANCE_WORDS[provenance]],
    ...(platform === undefined ? [] : [["platform", platform] as const]),
    ...(date === undefined ? [] : [["date", date] as const]),
  ]);
}

function factsOf({ configuration, environment }: Result): ReadonlyMap<string, string> {
  const { parallelCapacity: capacity } = environment;
  return new Map([
    ["measured by", "Headroom"],
    ...configurationTexts(configuration),
    ["browser", environment.browser],
    ["platform", environment.platform],
    ["cores reported", String(environment.hardwareConcurrency)],
    ["C", `${capacity.cores} (${capacity.low}–${capacity.high})`],
    ["workers used", String(environment.workers)],
    ["isolated", environment.isolated ? "yes" : "no"],
    ["timer step, µs", String(environment.timerStepUs)],
    ["messages by", environment.transport ?? "none"],
    ["engine", environment.engineVersion],
    ["Headroom", environment.appVersion],
  ]);
}

/** Facts of configuration and environment that are not the same in all results; what is not known of a reference is missing. */
export function differencesOf(results: readonly Compared[]): readonly Difference[] {
  const facts = results.map((one) => (one.kind === "result" ? factsOf(one.result) : referenceFacts(one.series)));
  const names = [...new Set(facts.flatMap((known) => [...known.keys()]))];
  return names
    .map((fact) => ({ fact, values: facts.map((known) => known.get(fact) ?? MISSING) }))
    .filter(({ values }) => new Set(values).size > 1);
}

/** How far a throughput is from the first result's, as a share; null without both. */
export function shareOfFirst(row: ComparedRow, at: number): number | null {
  const [first] = row.throughputs;
  const own = row.throughputs[at];
  return first === null || first === undefined || own === null || own === undefined
    ? null
    : own.median / first.median - 1;
}
