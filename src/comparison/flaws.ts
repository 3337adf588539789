// Everything that can be wrong with a comparison: the one list of kinds, what follows from each, and how it is said.
import type { JudgedComparison } from "../regression/comparison.ts";
import type { Fact } from "../regression/fact.ts";
import { isImplied } from "../regression/compared-cell.ts";
import { rowText } from "../regression/row-key.ts";
import { SCENARIO_FACT } from "./cells/result-cells.ts";
import { rowsApart } from "./cells/rows-apart.ts";
import type { Side } from "./side.ts";

export type Consequence =
  /** Nothing is judged. */
  | "refused"
  /** Judged where somebody says that it is meant so. */
  | "doubtful"
  /** No figure of one side is held against the other. */
  | "not comparable"
  /** What was measured for the comparison does not count; the comparison stands without it. */
  | "left out"
  /** The sentence of the comparison says it. */
  | "told"
  /** Judged, and worth knowing. */
  | "remark";

/** What follows from each kind of flaw, for page and command alike. */
export const CONSEQUENCES = {
  "same-result": "refused",
  "same-session": "refused",
  swapped: "doubtful",
  "other-scenario": "not comparable",
  "other-conditions": "not comparable",
  "other-axis": "not comparable",
  "nothing-measured": "remark",
  "nothing-shared": "told",
  "only-references": "remark",
  "calibration-of-one": "left out",
  "calibration-judged": "left out",
  "calibration-elsewhere": "left out",
  "again-elsewhere": "left out",
} as const satisfies Record<string, Consequence>;

type FlawKind = keyof typeof CONSEQUENCES;

export interface Flaw {
  readonly kind: FlawKind;
  /** What is wrong, in a sentence. */
  readonly what: string;
  /** What helps, in a sentence; null where nothing does. */
  readonly wayOut: string | null;
}

/** @returns the first flaw from which this follows, or null */
export function flawThat(flaws: readonly Flaw[], consequence: Consequence): Flaw | null {
  return flaws.find(({ kind }) => CONSEQUENCES[kind] === consequence) ?? null;
}

/** What is wrong and what helps. */
export function flawText({ what, wayOut }: Flaw): string {
  return wayOut === null ? what : `${what} ${wayOut}`;
}

function areSame(a: Side, b: Side): boolean {
  return (a.text !== null && a.text === b.text) || (a.id !== null && a.id === b.id);
}

/** Why two sides are one. */
function sameText(a: Side, b: Side): string {
  if (a.id === null || a.id !== b.id) return "their content is equal";
  return a.source.kind === "reference" ? "it is one reference" : `their field "id" is "${a.id}"`;
}

function sameSides(baselines: readonly Side[], current: Side): Flaw[] {
  const first = baselines.find((baseline) => areSame(baseline, current));
  if (first !== undefined) {
    const what = `Baseline ${first.name} and current ${current.name} are the same result (${sameText(first, current)}): a comparison with itself says nothing.`;
    return [{ kind: "same-result", what, wayOut: "Give another one for one of them." }];
  }
  for (const [n, baseline] of baselines.entries()) {
    const twin = baselines.slice(0, n).find((earlier) => areSame(earlier, baseline));
    if (twin === undefined) continue;
    const what = `Baselines ${twin.name} and ${baseline.name} are the same session (${sameText(twin, baseline)}): its trials would count twice.`;
    return [{ kind: "same-session", what, wayOut: "Give each session once." }];
  }
  return [];
}

function swappedSides(baselines: readonly Side[], { name, measuredAt: is }: Side): Flaw[] {
  const later = baselines.find(
    ({ measuredAt: was }) => was !== null && is !== null && Date.parse(was.text) > Date.parse(is.text),
  );
  if (later?.measuredAt === undefined || later.measuredAt === null || is === null) return [];
  const what = `Baseline and current seem swapped: ${later.name} was measured after ${name}, by their field "${is.field}".`;
  return [{ kind: "swapped", what, wayOut: "Exchange them." }];
}

/** What of the sides themselves is wrong, before anything is judged. */
export function flawsOfSides(baselines: readonly Side[], current: Side): Flaw[] {
  const all = [...baselines, current];
  const areReferences = all.every(({ source }) => source.kind === "reference");
  const what = "Both sides are references: nobody measured them here, and most have no repeats to judge by.";
  return [
    ...sameSides(baselines, current),
    ...swappedSides(baselines, current),
    ...(areReferences ? [{ kind: "only-references", what, wayOut: null } as const] : []),
  ];
}

function scenarioOf({ measured }: Side): Fact | undefined {
  return measured.fingerprint.find(({ name }) => name === SCENARIO_FACT);
}

/** What rows count: axes, or benchmarks with names. */
function axesOf({ measured }: Side): ReadonlySet<string> {
  return new Set(measured.cells.map(({ row }) => (row.kind === "named" ? "names of benchmarks" : row.axis)));
}

function conditionFlaws(baselines: readonly Side[], current: Side, differences: readonly string[]): Flaw[] {
  if (differences.length === 0) return [];
  const now = scenarioOf(current);
  const other = baselines
    .map(scenarioOf)
    .find((was) => was !== undefined && now !== undefined && was.value !== now.value);
  if (other !== undefined && now !== undefined) {
    const what = `They answer different questions: the baseline is of the ${SCENARIO_FACT} ${other.value}, the current result of ${now.value}.`;
    return [{ kind: "other-scenario", what, wayOut: "Compare results of one scenario." }];
  }
  return [{ kind: "other-conditions", what: `${differences.join("; ")}.`, wayOut: null }];
}

function rowsOf({ measured }: Side): ReadonlySet<string> {
  return new Set(measured.cells.flatMap(({ row, figures }) => (isImplied(figures) ? [] : [rowText(row)])));
}

function rowFlaws(baselines: readonly Side[], current: Side, comparison: JudgedComparison): Flaw[] {
  const [own, others] = [rowsOf(current), baselines.map(rowsOf)];
  if (own.size === 0 || others.every(({ size }) => size === 0)) {
    const what = "There is nothing to compare: no row of one side has a figure.";
    return [{ kind: "nothing-measured", what, wayOut: "Measure it, or compare another one." }];
  }
  const apart = rowsApart(comparison);
  const shared: readonly Flaw[] = apart === null ? [] : [{ kind: "nothing-shared", ...apart }];
  if (others.some((known) => [...known].some((row) => own.has(row)))) return [...shared];
  const axes = axesOf(current);
  const [was = new Set<string>()] = baselines.map(axesOf);
  if (![...was].some((axis) => axes.has(axis))) {
    const what = `Their rows count different things: ${[...was].join(" and ")} against ${[...axes].join(" and ")}.`;
    return [{ kind: "other-axis", what, wayOut: "Compare two that count the same." }];
  }
  return [...shared];
}

/** What the comparison itself found wrong. */
export function flawsOfComparison(baselines: readonly Side[], current: Side, comparison: JudgedComparison): Flaw[] {
  const apart = conditionFlaws(baselines, current, comparison.differences);
  return apart.length > 0 ? apart : rowFlaws(baselines, current, comparison);
}

/**
 * What makes a calibration one that would hide what is judged: two runs that are one, or one of which is judged itself.
 * @param judged baselines and current result
 */
export function flawOfCalibration([first, again]: readonly [Side, Side], judged: readonly Side[]): Flaw | null {
  if (areSame(first, again)) {
    const what = `Both runs of the calibration are the same result: ${sameText(first, again)}.`;
    return { kind: "calibration-of-one", what, wayOut: "Give two runs of one configuration." };
  }
  for (const run of [first, again]) {
    const twin = judged.find((one) => areSame(one, run));
    if (twin === undefined) continue;
    const what = `The calibration holds ${twin.name}, which is judged itself: ${sameText(twin, run)}. Its own difference would pass as noise.`;
    return { kind: "calibration-judged", what, wayOut: "Calibrate with other runs." };
  }
  return null;
}

/** @param differences why it does not count for what is judged; at least one */
export function calibrationElsewhere(differences: readonly string[]): Flaw {
  const what = `The calibration does not count, for it was measured differently: ${differences.join("; ")}.`;
  return { kind: "calibration-elsewhere", what, wayOut: null };
}
