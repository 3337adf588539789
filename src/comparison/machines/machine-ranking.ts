// Ranks machines in one sentence, where what they measured is the same; else it says what differs.
import { factDifferences, type Fingerprint } from "../../regression/fingerprint.ts";
import { deriveResult } from "../../results/derive.ts";
import { experimentOf, measuredOn } from "../../results/experiment.ts";
import type { Result } from "../../results/format/result.ts";
import { middleOf, type Row } from "../../scenarios/contract/rows.ts";
import type { Experiment } from "../../scenarios/contract/experiment.ts";
import { formatCount, formatMeasured, formatTimes } from "../../words/format.ts";
import { fingerprintOf, SCENARIO_FACT } from "../cells/result-cells.ts";
import { listed } from "../../words/listed.ts";

/** A machine as it is called in a sentence, and what it measured. */
export interface NamedResult {
  readonly name: string;
  readonly result: Result;
}

/** What machines may differ in: they are what is ranked. */
const OF_MACHINES: ReadonlySet<string> = new Set([
  "browser",
  "platform",
  "isolated",
  "cores",
  "workers",
  "parallel capacity C",
]);
/** Figures less than this share apart are about the same. */
const ALIKE = 0.05;
/** Machines that a sentence names behind the first; the others are counted. */
const NAMED_MOST = 3;

interface Figure {
  readonly name: string;
  readonly value: number;
}

interface Measured extends NamedResult {
  readonly experiment: Experiment;
  readonly rows: readonly Row[];
}

/** How a scenario's figures are ranked in words. */
interface Words {
  /** "1,140 agents". */
  readonly text: (value: number) => string;
  /** "holds the most". */
  readonly first: string;
  /** "hold about as many". */
  readonly alike: string;
  /** "as many as". */
  readonly than: string;
  /** "holds none". */
  readonly none: string;
}

function withoutVersion(value: string): string {
  return value.replace(/, version \d+$/, "");
}

/** "These measured different things: workload explorer or T-maze; placement pool or single-lane." @returns null where all are of one */
export function apartText(fingerprints: readonly Fingerprint[]): string | null {
  const [first = [], ...others] = fingerprints;
  const values = new Map<string, Set<string>>();
  for (const other of others) {
    for (const { name, was, is } of factDifferences(first, other)) {
      if (OF_MACHINES.has(name)) continue;
      values.set(name, new Set([was, ...(values.get(name) ?? []), is]));
    }
  }
  if (values.size === 0) return null;
  // Of different scenarios every other fact differs as well.
  const scenarios = values.get(SCENARIO_FACT);
  const told = scenarios === undefined ? [...values] : [[SCENARIO_FACT, scenarios] as const];
  const texts = told.map(([name, all]) => {
    const short = new Set([...all].map(withoutVersion));
    return `${name} ${[...(short.size > 1 ? short : all)].join(" or ")}`;
  });
  return `These measured different things: ${texts.join("; ")}.`;
}

function rankedText(figures: readonly Figure[], words: Words): string {
  const sorted = figures.toSorted((a, b) => b.value - a.value);
  const [first, ...others] = sorted;
  if (first === undefined) return "";
  const alike = sorted.filter(({ value }) => value > 0 && value >= first.value / (1 + ALIKE));
  const rest = others.filter((one) => !alike.includes(one));
  const told = rest.slice(0, NAMED_MOST).filter(({ value }) => value > 0);
  const none = rest.slice(0, NAMED_MOST).filter(({ value }) => value <= 0);
  const more = rest.length - told.length - none.length;
  const ending = [
    ...none.map(({ name }) => `; ${name} ${words.none}`),
    ...(more === 0 ? [] : [`; ${formatCount(more)} more ${more === 1 ? "is" : "are"} behind`]),
  ].join("");
  if (alike.length > 1) {
    const values = `${listed(alike.map(({ name }) => name))} ${words.alike}: ${listed(alike.map(({ value }) => words.text(value)))}`;
    const behind = told.map(({ name, value }) => `; ${name}: ${words.text(value)}`).join("");
    return `${values}${behind}${ending}.`;
  }
  const times = told.map(
    ({ name, value }) => `${formatTimes(first.value / value)} ${words.than} ${name} (${words.text(value)})`,
  );
  const behind = times.length === 0 ? "" : `, ${listed(times)}`;
  return `${first.name} ${words.first}: ${words.text(first.value)}${behind}${ending}.`;
}

/** Searches: how many agents each holds. Where that stayed open, it is said and not ranked. */
function heldText(machines: readonly Measured[]): string {
  const open: string[] = [];
  const figures = machines.flatMap(({ name, experiment, rows, result }): readonly Figure[] => {
    const on = measuredOn(result.environment);
    const { samples } = result;
    const gauge = experiment.gaugeOf({ rows, samples, on, quality: "unknown" });
    if (experiment.search?.next(samples, on) === null && gauge?.isOpen !== true) {
      return [{ name, value: gauge?.value ?? 0 }];
    }
    open.push(name);
    return [];
  });
  const left =
    open.length === 0 ? "" : `How many agents ${listed(open)} ${open.length === 1 ? "holds" : "hold"} stayed open.`;
  if (figures.length < 2) return left;
  const ranked = figures.every(({ value }) => value === 0)
    ? `None of these holds even one agent: ${listed(figures.map(({ name }) => name))}.`
    : rankedText(figures, {
        text: (value) => `${formatCount(value)} ${value === 1 ? "agent" : "agents"}`,
        first: "holds the most",
        alike: "hold about as many",
        than: "as many as",
        none: "holds none",
      });
  return [ranked, left].filter(Boolean).join(" ");
}

/** Curves: throughput at the largest count that all have. */
function fastestText(machines: readonly Measured[]): string {
  const [first] = machines;
  const known = machines.map(
    ({ rows }) =>
      new Map(
        rows.flatMap((row): readonly (readonly [number, number])[] => {
          const value = middleOf(row, "throughput");
          return value === null ? [] : [[row.at, value]];
        }),
      ),
  );
  const common = [...(known[0]?.keys() ?? [])].filter((at) => known.every((one) => one.has(at)));
  if (first === undefined || common.length === 0) {
    return "These have no count of agents in common, so they are not ranked.";
  }
  const at = Math.max(...common);
  const place = `at ${first.experiment.scenario.axis.nameOf(at)}`;
  return rankedText(
    machines.map(({ name }, n) => ({ name, value: known[n]?.get(at) ?? 0 })),
    {
      text: (value) => `${formatMeasured(value)} op/s`,
      first: `is the fastest ${place}`,
      alike: `are about as fast ${place}`,
      than: "as fast as",
      none: "did nothing",
    },
  );
}

/** @returns null where there is nothing to rank, or the scenario has no one figure to rank by */
export function machineRanking(machines: readonly NamedResult[]): string | null {
  if (machines.length < 2) return null;
  const apart = apartText(machines.map(({ result }) => fingerprintOf(result)));
  if (apart !== null) return apart;
  const useless: string[] = [];
  const measured = machines.flatMap(({ name, result }): readonly Measured[] => {
    const { rows, quality } = deriveResult(result);
    if (quality !== "useless") return [{ name, result, rows, experiment: experimentOf(result) }];
    useless.push(name);
    return [];
  });
  const left = useless.length === 0 ? "" : `The machine of ${listed(useless)} was disturbed: not ranked.`;
  const [first] = measured;
  if (first === undefined || measured.length < 2) return left;
  const isSearch = first.experiment.search !== null;
  if (!isSearch && first.experiment.scenario.kind !== "scaling") return null;
  const ranked = isSearch ? heldText(measured) : fastestText(measured);
  return [ranked, left].filter(Boolean).join(" ");
}
