// Fits a scaling law by bounded least squares: λ > 0, σ and κ from 0 to 1.
import { type Law, type LawKind, throughputAt } from "./laws.ts";
import { solveSymmetric } from "./small-linear.ts";

export interface Point {
  readonly agents: number;
  /** X in op/s. */
  readonly opsPerSecond: number;
}

export type Parameter = "lambda" | "sigma" | "kappa";

export interface LawFit {
  readonly law: Law;
  /** Sum of squared residuals, (op/s)². */
  readonly sse: number;
  readonly points: readonly Point[];
  /** Fitted X at each point, and observed minus fitted, op/s. */
  readonly fitted: readonly number[];
  readonly residuals: readonly number[];
  /** Parameters of the law's form, those at a bound among them. */
  readonly parameters: readonly Parameter[];
  /** σ or κ that ended at 0 or 1. */
  readonly atBound: readonly Parameter[];
}

const formOf: Readonly<Record<LawKind, readonly Parameter[]>> = {
  usl: ["lambda", "sigma", "kappa"],
  amdahl: ["lambda", "sigma"],
  linear: ["lambda"],
};

/** Derivatives of X(N) by each parameter. */
export function gradientAt({ lambda, sigma, kappa }: Law, agents: number): Readonly<Record<Parameter, number>> {
  const divisor = 1 + (agents - 1) * (sigma + kappa * agents);
  const share = agents / divisor;
  const bySigma = (-lambda * share * (agents - 1)) / divisor;
  return { lambda: share, sigma: bySigma, kappa: bySigma * agents };
}

/** The best λ for given σ and κ, by which X is linear. */
function withBestLambda(kind: LawKind, sigma: number, kappa: number, points: readonly Point[]): Law {
  let cross = 0;
  let square = 0;
  for (const { agents, opsPerSecond } of points) {
    const unit = agents / (1 + (agents - 1) * (sigma + kappa * agents));
    cross += opsPerSecond * unit;
    square += unit * unit;
  }
  return { kind, lambda: cross / square, sigma, kappa };
}

function sseOf(law: Law, points: readonly Point[]): number {
  let sum = 0;
  for (const { agents, opsPerSecond } of points) {
    const residual = opsPerSecond - throughputAt(law, agents);
    sum += residual * residual;
  }
  return sum;
}

function clamped(value: number): number {
  return Math.min(1, Math.max(0, value));
}

const STEPS_MOST = 200;

/**
 * Levenberg–Marquardt from a start, with columns scaled and parameters at a bound held there while the gradient points
 * outwards. λ is set to its best after each step.
 */
function descend(start: Law, form: readonly Parameter[], points: readonly Point[]): { law: Law; sse: number } {
  const movable = form.filter((parameter) => parameter !== "lambda");
  let law = start;
  let sse = sseOf(law, points);
  let damping = 1e-3;
  for (let step = 0; step < STEPS_MOST; step += 1) {
    const rows = points.map(({ agents, opsPerSecond }) => ({
      gradient: gradientAt(law, agents),
      residual: opsPerSecond - throughputAt(law, agents),
    }));
    const pull = (parameter: Parameter) =>
      rows.reduce((sum, { gradient, residual }) => sum + gradient[parameter] * residual, 0);
    const current = law;
    const free = (["lambda", ...movable] as const).filter((parameter) => {
      if (parameter === "lambda") return true;
      return !((current[parameter] <= 0 && pull(parameter) <= 0) || (current[parameter] >= 1 && pull(parameter) >= 0));
    });
    if (free.length === 1) break;
    const scale = free.map((parameter) =>
      Math.sqrt(rows.reduce((sum, { gradient }) => sum + gradient[parameter] ** 2, 0) || 1),
    );
    const normal = free.map((a, i) =>
      free.map((b, j) => {
        const product = rows.reduce((sum, { gradient }) => sum + gradient[a] * gradient[b], 0);
        return product / ((scale[i] ?? 1) * (scale[j] ?? 1));
      }),
    );
    const right = free.map((parameter, i) => pull(parameter) / (scale[i] ?? 1));
    let isBetter = false;
    let isSmall = false;
    for (let attempt = 0; attempt < 30 && !isBetter && !isSmall; attempt += 1) {
      const damped = normal.map((row, i) => row.map((value, j) => (i === j ? value * (1 + damping) : value)));
      const move = solveSymmetric(damped, right);
      if (move === null) {
        damping *= 10;
        continue;
      }
      const stepOf = (parameter: Parameter) => {
        const at = free.findIndex((known) => known === parameter);
        return at < 0 ? 0 : (move[at] ?? 0) / (scale[at] ?? 1);
      };
      const sigma = clamped(law.sigma + stepOf("sigma"));
      const kappa = clamped(law.kappa + stepOf("kappa"));
      const next = withBestLambda(law.kind, sigma, kappa, points);
      const nextSse = sseOf(next, points);
      isSmall =
        Math.abs(sigma - law.sigma) <= 1e-14 * Math.max(law.sigma, 1e-3) &&
        Math.abs(kappa - law.kappa) <= 1e-14 * Math.max(law.kappa, 1e-9);
      if (nextSse <= sse && Number.isFinite(nextSse)) {
        isBetter = nextSse < sse || !isSmall;
        law = next;
        sse = nextSse;
        damping = Math.max(1e-12, damping / 10);
      } else damping *= 10;
    }
    if (!isBetter || isSmall) break;
  }
  return { law, sse };
}

function logSteps(from: number, count: number): readonly number[] {
  return [0, ...Array.from({ length: count }, (_, n) => from ** (1 - n / (count - 1)))];
}

/** Starts over the whole range: σ and κ matter on the scale of 1/N and 1/N². */
function startsOf(kind: LawKind, points: readonly Point[]): readonly Law[] {
  const widest = Math.max(2, ...points.map(({ agents }) => agents));
  const sigmas = kind === "linear" ? [0] : logSteps(0.01 / widest, 12);
  const kappas = kind === "usl" ? logSteps(0.01 / (widest * widest), 14) : [0];
  const all = sigmas.flatMap((sigma) => kappas.map((kappa) => withBestLambda(kind, sigma, kappa, points)));
  const ranked = all.map((law) => ({ law, sse: sseOf(law, points) })).sort((a, b) => a.sse - b.sse);
  const edges = ranked.filter(({ law }) => law.kappa === 0 || law.sigma === 0);
  return [...ranked.slice(0, 4), ...edges.slice(0, 2)].map(({ law }) => law);
}

function fitFrom(law: Law, points: readonly Point[]): LawFit {
  const fitted = points.map(({ agents }) => throughputAt(law, agents));
  const parameters = formOf[law.kind];
  return {
    law,
    sse: sseOf(law, points),
    points,
    fitted,
    residuals: points.map(({ opsPerSecond }, at) => opsPerSecond - (fitted[at] ?? 0)),
    parameters,
    atBound: parameters.filter((parameter) => parameter !== "lambda" && (law[parameter] === 0 || law[parameter] === 1)),
  };
}

/**
 * Fits a law by least squares of X within its bounds, from several starts.
 * @param points at least one for a line, two agent counts for Amdahl, three for USL; throughputs above 0
 */
export function fitLaw(kind: LawKind, points: readonly Point[]): LawFit {
  let best: { readonly law: Law; readonly sse: number } | null = null;
  for (const start of startsOf(kind, points)) {
    const end = descend(start, formOf[kind], points);
    if (best === null || end.sse < best.sse * (1 - 1e-12)) best = end;
  }
  return fitFrom(best?.law ?? withBestLambda(kind, 0, 0, points), points);
}

/** The same fit from one start close to it, as of a resampled curve: some twenty times faster. */
export function refitLaw(start: Law, points: readonly Point[]): Law {
  return descend(withBestLambda(start.kind, start.sigma, start.kappa, points), formOf[start.kind], points).law;
}
