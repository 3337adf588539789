// A share of all that ended in several trials together, with its interval: what a single trial says varies with chance alone.
import type { ValidSample } from "../../measurement/run/sample.ts";
import { type RowFigure, missing, valuesOf } from "../contract/rows.ts";

/** The 97.5 % quantile of the normal distribution. */
const Z = 1.959964;

/**
 * The 95 % interval of a share.
 * Source: Wilson, Probable inference, the law of succession, and statistical inference, 1927.
 */
function wilson(share: number, total: number): { readonly low: number; readonly high: number } {
  const middle = (share + (Z * Z) / (2 * total)) / (1 + (Z * Z) / total);
  const half = (Z / (1 + (Z * Z) / total)) * Math.sqrt((share * (1 - share)) / total + (Z * Z) / (4 * total * total));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** @param id the share in each trial @param of how many ended in each trial */
export function pooledShare(samples: readonly ValidSample[], id: string, of: string): RowFigure {
  let total = 0;
  let hits = 0;
  for (const { figures } of samples) {
    const [share, ended] = [figures[id], figures[of]];
    if (typeof share !== "number" || typeof ended !== "number") continue;
    total += ended;
    hits += share * ended;
  }
  if (total === 0) return missing("No trial counts yet.");
  const share = hits / total;
  return {
    state: "known",
    estimate: { median: share, interval: { kind: "confidence", ...wilson(share, total) } },
    values: valuesOf(samples, id),
    yardstickDeviation: 0,
  };
}
