// Owns what a comparison shows of several results: throughput side by side, and what differs in how they were measured.
import { configurationToParameters } from "../../measurement/configuration-text.ts";
import { derive } from "../../results/derive.ts";
import type { Result } from "../../results/schema.ts";
import type { Estimate } from "../../statistics/summary.ts";

/** A result with what it is called. */
export interface Named {
  readonly name: string;
  readonly result: Result;
}

export interface ComparedRow {
  readonly agents: number;
  /** X(N) of each result, op/s; null where it has no such row. */
  readonly throughputs: readonly (Estimate | null)[];
}

/** One row for each agent count that any of the results has. */
export function comparedRows(results: readonly Named[]): readonly ComparedRow[] {
  const byResult = results.map(({ result: { configuration, trials, environment } }) => {
    const { rows } = derive(configuration, trials, environment.parallelCapacity.cores);
    return new Map(rows.map((row) => [row.agents, row.throughput]));
  });
  const counts = [...new Set(byResult.flatMap((rows) => [...rows.keys()]))].sort((a, b) => a - b);
  return counts.map((agents) => ({ agents, throughputs: byResult.map((rows) => rows.get(agents) ?? null) }));
}

export interface Difference {
  readonly fact: string;
  /** One text for each result. */
  readonly values: readonly string[];
}

function factsOf({ configuration, environment }: Result): ReadonlyMap<string, string> {
  const { parallelCapacity: capacity } = environment;
  return new Map([
    ...Object.entries(configurationToParameters(configuration)),
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

/** Facts of configuration and environment that are not the same in all results; what is missing is the default. */
export function differencesOf(results: readonly Named[]): readonly Difference[] {
  const facts = results.map(({ result }) => factsOf(result));
  const names = [...new Set(facts.flatMap((known) => [...known.keys()]))];
  return names
    .map((fact) => ({ fact, values: facts.map((known) => known.get(fact) ?? "default") }))
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
