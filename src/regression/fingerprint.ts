// Whether two environments may be compared: every fact that differs is named in words.

import type { Fact } from "./fact.ts";

export type Fingerprint = readonly Fact[];

export type Comparability =
  /** `unknown` lists facts that one of the two does not record; they are not known to differ. */
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

/** Compares fact by fact. Facts that only one side records do not make them different, and are listed. */
export function compareFingerprints(baseline: Fingerprint, current: Fingerprint): Comparability {
  const byName = new Map(current.map((fact) => [fact.name, fact]));
  const known = new Set(baseline.map(({ name }) => name));
  const differences: string[] = [];
  const unknown: string[] = [];
  for (const fact of baseline) {
    const other = byName.get(fact.name);
    if (other === undefined) unknown.push(`${fact.name} is not recorded in the current result`);
    else differences.push(...[differenceOf(fact, other)].filter((text) => text !== null));
  }
  for (const { name } of current) if (!known.has(name)) unknown.push(`${name} is not recorded in the baseline`);
  return differences.length > 0 ? { state: "different", differences } : { state: "comparable", unknown };
}
