// Whether two environments may be compared: every binding fact that differs is named in words, and noted ones are told.

import { type Fact, type FactWeight, keepsApart, weightOf } from "./fact.ts";

export type Fingerprint = readonly Fact[];

export type Comparability =
  /** `unknown` lists facts that must agree and that one of the two does not record; they are not known to differ. */
  | { readonly state: "comparable"; readonly unknown: readonly string[] }
  | { readonly state: "different"; readonly differences: readonly string[] };

/** Intervals that lie less than this share apart count as overlapping. */
const INTERVAL_SLACK = 0.2;

function cores(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** What both sides say; null where the facts agree. */
function valuesApart(baseline: Fact, current: Fact): Pick<FactDifference, "was" | "is"> | null {
  if (baseline.kind === "interval" && current.kind === "interval") {
    // One machine gives other intervals from day to day.
    const slack = 1 + INTERVAL_SLACK;
    if (baseline.low <= current.high * slack && current.low <= baseline.high * slack) return null;
    const text = ({ value, low, high }: typeof baseline) => `${cores(value)} (${cores(low)} to ${cores(high)})`;
    return { was: text(baseline), is: text(current) };
  }
  const [was, is] = [String(baseline.value), String(current.value)];
  return was === is ? null : { was, is };
}

/** A fact that differs. */
export interface FactDifference {
  readonly name: string;
  readonly was: string;
  readonly is: string;
  /** "browser: Chromium 155 against Chromium 156". */
  readonly text: string;
  readonly weight: Exclude<FactWeight, "incidental">;
}

/** The gravest first: what one side calls so, it is. */
const GRAVEST = ["binding", "asked", "follows", "noted"] as const;

/** The facts of both sides that differ. One that either side calls incidental is; else the graver word counts. */
export function factDifferences(baseline: Fingerprint, current: Fingerprint): readonly FactDifference[] {
  const byName = new Map(current.map((fact) => [fact.name, fact]));
  return baseline.flatMap((fact): readonly FactDifference[] => {
    const other = byName.get(fact.name);
    const apart = other === undefined ? null : valuesApart(fact, other);
    if (other === undefined || apart === null) return [];
    const weights = new Set([weightOf(fact), weightOf(other)]);
    if (weights.has("incidental")) return [];
    const { was, is } = apart;
    const weight = GRAVEST.find((one) => weights.has(one)) ?? "binding";
    return [{ name: fact.name, was, is, text: `${fact.name}: ${was} against ${is}`, weight }];
  });
}

/** Compares fact by fact. Facts that must agree and only one side records do not make them different, and are listed. */
export function compareFingerprints(baseline: Fingerprint, current: Fingerprint): Comparability {
  const differences = factDifferences(baseline, current).filter(({ weight }) => keepsApart(weight));
  if (differences.length > 0) return { state: "different", differences: differences.map(({ text }) => text) };
  const onlyIn = (one: Fingerprint, other: Fingerprint): readonly Fact[] => {
    const names = new Set(other.map(({ name }) => name));
    return one.filter((fact) => keepsApart(weightOf(fact)) && !names.has(fact.name));
  };
  const unknown = [
    ...onlyIn(baseline, current).map(({ name }) => `${name} is not recorded in the current result`),
    ...onlyIn(current, baseline).map(({ name }) => `${name} is not recorded in the baseline`),
  ];
  return { state: "comparable", unknown };
}

/** The facts with those of these names noted instead of binding: somebody allows that they differ. */
export function withAllowed(fingerprint: Fingerprint, allowed: ReadonlySet<string>): Fingerprint {
  return fingerprint.map((fact) =>
    allowed.has(fact.name) && keepsApart(weightOf(fact)) ? { ...fact, weight: "noted" } : fact,
  );
}
