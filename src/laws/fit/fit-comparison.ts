// Chooses between USL, Amdahl's law and a straight line for the same rows, by AICc.
import { type CurveProblem, checkCurve } from "./curve-problems.ts";
import { fitLaw, type LawFit, type Point } from "./fit.ts";
import type { LawKind } from "../laws.ts";

export interface ComparedFit {
  readonly fit: LawFit;
  /** As AICc counts: the parameters of the law plus one for the variance of the rows. */
  readonly k: number;
  /** Null where n − k − 1 < 1. Smaller is better; only differences between laws mean anything. */
  readonly aicc: number | null;
  /** Akaike weight, 0 to 1, among the three; null where they are not compared. */
  readonly weight: number | null;
}

type ComparedFits = Readonly<Record<LawKind, ComparedFit>>;

export type LawComparison =
  | { readonly state: "unusable"; readonly problems: readonly CurveProblem[] }
  /** With fewer than `needed` rows USL has no AICc, so a choice would leave it out. */
  | { readonly state: "too few rows"; readonly rows: number; readonly needed: number; readonly fits: ComparedFits }
  | { readonly state: "chosen"; readonly best: LawKind; readonly fits: ComparedFits };

/** Fewest rows for which n − k − 1 ≥ 1 holds for USL, whose k is 4. */
export const FEWEST_ROWS_TO_CHOOSE = 6;

/** Rows hold at most twelve digits. A fit better than that is rounding, and its ln SSE would decide everything. */
const DIGITS = 1e-12;

/**
 * n·ln(SSE/n) + 2k + 2k(k + 1)/(n − k − 1). An SSE below the rounding of the rows counts as that rounding, so that the
 * simplest of the laws that meet all rows exactly wins.
 * Source: Burnham and Anderson, Model Selection and Multimodel Inference, 2nd edition, section 2.4.
 */
function aiccOf({ sse, points }: LawFit, k: number): number | null {
  const n = points.length;
  const divisor = n - k - 1;
  if (divisor < 1) return null;
  const rounding = DIGITS * Math.max(...points.map(({ opsPerSecond }) => opsPerSecond));
  const variance = Math.max(sse / n, rounding * rounding);
  return n * Math.log(variance) + 2 * k + (2 * k * (k + 1)) / divisor;
}

/**
 * Fits all three laws and names the one with the lowest AICc, if each law has one.
 * @param points as typed, read or measured; rows that cannot be fitted give the state `unusable`
 */
export function compareLaws(points: readonly Point[]): LawComparison {
  const check = checkCurve(points);
  if (check.state === "unusable") return { state: "unusable", problems: check.problems };
  const scored = (kind: LawKind) => {
    const fit = fitLaw(kind, points);
    const k = fit.parameterCount + 1;
    return { fit, k, aicc: aiccOf(fit, k) };
  };
  const [linear, amdahl, usl] = [scored("linear"), scored("amdahl"), scored("usl")];
  // From the simplest law up, so that the simpler law wins a tie.
  const ranked = [linear, amdahl, usl].flatMap(({ fit, aicc }) =>
    aicc === null ? [] : [{ kind: fit.law.kind, aicc }],
  );
  const best = ranked.reduce<(typeof ranked)[number] | null>(
    (least, law) => (least !== null && least.aicc <= law.aicc ? least : law),
    null,
  );
  const comparable = best !== null && ranked.length === 3;
  const likelihood = (aicc: number): number => Math.exp(((best?.aicc ?? 0) - aicc) / 2);
  const total = ranked.reduce((sum, { aicc }) => sum + likelihood(aicc), 0);
  const withWeight = (one: Omit<ComparedFit, "weight">): ComparedFit => ({
    ...one,
    weight: comparable && one.aicc !== null ? likelihood(one.aicc) / total : null,
  });
  const fits = { usl: withWeight(usl), amdahl: withWeight(amdahl), linear: withWeight(linear) };
  return comparable
    ? { state: "chosen", best: best.kind, fits }
    : { state: "too few rows", rows: points.length, needed: FEWEST_ROWS_TO_CHOOSE, fits };
}
