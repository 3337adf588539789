// Whether two environments may be compared: every binding fact that differs is named in words, and noted ones are told.

import { type Fact, weightOf } from "./fact.ts";

export type Fingerprint = readonly Fact[];

export type Comparability =
  /** `unknown` lists binding facts that one of the two does not record; they are not known to differ. */
  | { readonly state: "comparable"; readonly unknown: readonly string[] }
  | { readonly state: "different"; readonly differences: readonly string[] };

/** Intervals that lie less than this share apart count as overlapping. */
const INTERVAL_SLACK = 0.2;

function cores(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** "browser: Chromium 155 against Chromium 156"; null where the facts agree. */
function differenceOf(baseline: Fact, current: Fact): string | null {
  if (baseline.kind === "interval" && current.kind === "interval") {
    // One machine gives other intervals from day to day.
    const slack = 1 + INTERVAL_SLACK;
    if (baseline.low <= current.high * slack && current.low <= baseline.high * slack) return null;
    const [was, is] = [baseline, current].map(
      ({ value, low, high }) => `${cores(value)} (${cores(low)} to ${cores(high)})`,
    );
    return `${baseline.name}: ${was ?? ""} against ${is ?? ""}`;
  }
  const [was, is] = [baseline, current].map(({ value }) => String(value));
  return was === is ? null : `${baseline.name}: ${was ?? ""} against ${is ?? ""}`;
}

/** A fact that differs. */
export interface FactDifference {
  readonly name: string;
  /** "browser: Chromium 155 against Chromium 156". */
  readonly text: string;
  readonly weight: "binding" | "noted";
}

/** The facts of both sides that differ. One that either side calls binding is binding. */
export function factDifferences(baseline: Fingerprint, current: Fingerprint): readonly FactDifference[] {
  const byName = new Map(current.map((fact) => [fact.name, fact]));
  return baseline.flatMap((fact): readonly FactDifference[] => {
    const other = byName.get(fact.name);
    const text = other === undefined ? null : differenceOf(fact, other);
    if (other === undefined || text === null) return [];
    const weights = new Set([weightOf(fact), weightOf(other)]);
    if (weights.has("incidental")) return [];
    return [{ name: fact.name, text, weight: weights.has("binding") ? "binding" : "noted" }];
  });
}

/** Compares fact by fact. Binding facts that only one side records do not make them different, and are listed. */
export function compareFingerprints(baseline: Fingerprint, current: Fingerprint): Comparability {
  const differences = factDifferences(baseline, current).filter(({ weight }) => weight === "binding");
  if (differences.length > 0) return { state: "different", differences: differences.map(({ text }) => text) };
  const onlyIn = (one: Fingerprint, other: Fingerprint): readonly Fact[] => {
    const names = new Set(other.map(({ name }) => name));
    return one.filter((fact) => weightOf(fact) === "binding" && !names.has(fact.name));
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
    allowed.has(fact.name) && weightOf(fact) === "binding" ? { ...fact, weight: "noted" } : fact,
  );
}
