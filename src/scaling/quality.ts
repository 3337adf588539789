// How far the machine can be trusted while a result was measured: the quality line says it before any figure does.
import type { Drift } from "./drift.ts";

/** `useless`: nothing can be concluded. `unknown`: too little was measured to tell. */
export type QualityState = "steady" | "unsteady" | "useless" | "unknown";

/** What tells a disturbed machine, as shares. */
export interface QualitySigns {
  /** How far one agent alone differed between start, middle and end; null where too little is known. */
  readonly pace: number | null;
  /** How far the repeats of a point differed, in the middle of all points; null likewise. */
  readonly repeats: number | null;
  /** How wide the interval of C is. */
  readonly cores: number;
  /** How much of the cores' time something else took while each was asked to work; null likewise. */
  readonly stolen: number | null;
  /** Share of the run in which a container was kept from running; null likewise. */
  readonly throttled: number | null;
}

/** Above the first a machine is unsteady, above the second useless. An even share for others makes it smaller, not useless: no share is above 1. */
const LIMITS = {
  pace: [0.25, 0.5],
  repeats: [0.3, 0.8],
  cores: [0.5, 1.5],
  stolen: [0.1, 1],
  throttled: [0.01, 0.01],
} as const satisfies Readonly<Record<keyof QualitySigns, readonly [number, number]>>;

/** The signs that are beyond a limit: 0 for unsteady, 1 for useless. */
export function signsBeyond(signs: QualitySigns, limit: 0 | 1): readonly (keyof QualitySigns)[] {
  const names = ["throttled", "stolen", "pace", "repeats", "cores"] as const;
  return names.filter((name) => (signs[name] ?? 0) > LIMITS[name][limit]);
}

/** @param capacity C in cores, with its interval @param stolenShare and throttledShare: null where they were not measured */
export function signsOf(
  drift: Drift,
  { cores, low, high }: { readonly cores: number; readonly low: number; readonly high: number },
  stolenShare: number | null,
  throttledShare: number | null = null,
): QualitySigns {
  const known = drift.state === "unknown" ? null : drift;
  return {
    pace: known?.spread ?? null,
    repeats: known?.noiseFloor ?? null,
    cores: (high - low) / cores,
    stolen: stolenShare,
    throttled: throttledShare,
  };
}

/** How many signs must be beyond their limit for a run to be useless: one alone may come of few and short windows. */
const USELESS_SIGNS = 2;

/** The system itself counts how long a container was stopped: one such sign is enough to make a run useless. */
export function isThrottled(throttledShare: number): boolean {
  return throttledShare > LIMITS.throttled[1];
}

export function qualityOf(signs: QualitySigns): QualityState {
  if (isThrottled(signs.throttled ?? 0)) return "useless";
  if (signsBeyond(signs, 1).length >= USELESS_SIGNS) return "useless";
  if (signsBeyond(signs, 0).length > 0) return "unsteady";
  return signs.pace === null && signs.stolen === null ? "unknown" : "steady";
}
