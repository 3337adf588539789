// The covariance of fitted parameters per unit of variance: (JᵀJ)⁻¹ of the law's derivatives at its points.
import type { LawFit } from "./fit.ts";
import { type Law, throughputAt } from "../laws.ts";

export type Parameter = "lambda" | "sigma" | "kappa";

/**
 * (JᵀJ)⁻¹ as the sum of f·fᵀ over its factors f, so that no variance made of it is below 0. Entries are in the order of
 * `parameters`; derivatives are in op/s per unit of each parameter.
 */
export interface Covariance {
  readonly parameters: readonly Parameter[];
  readonly factors: readonly (readonly number[])[];
}

/** The rows cannot tell parameters apart whose normalised columns are closer to each other than this. */
const DEPENDENT = 1e-12;

/** ∂X/∂parameter at N agents. */
function derivative(law: Law, parameter: Parameter, agents: number): number {
  const perLambda = throughputAt(law, agents) / law.lambda;
  if (parameter === "lambda") return perLambda;
  // X = λN/D and N/D = X/λ, so that ∂X/∂σ = −X·(N − 1)/D.
  const perStretch = (-law.lambda * perLambda * perLambda * (agents - 1)) / agents;
  return parameter === "sigma" ? perStretch : perStretch * agents;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

/** R of the QR decomposition of unit columns, by Gram–Schmidt done twice; null where the columns are dependent. */
function triangleOf(columns: readonly (readonly number[])[]): number[][] | null {
  const basis: number[][] = [];
  const triangle: number[][] = [];
  for (const column of columns) {
    let rest: readonly number[] = column;
    const parts = basis.map(() => 0);
    for (let pass = 0; pass < 2; pass += 1) {
      basis.forEach((direction, i) => {
        const part = dot(direction, rest);
        parts[i] = (parts[i] ?? 0) + part;
        rest = rest.map((value, row) => value - part * (direction[row] ?? 0));
      });
    }
    const length = Math.sqrt(dot(rest, rest));
    if (!(length > DEPENDENT)) return null;
    basis.push(rest.map((value) => value / length));
    triangle.push([...parts, length]);
  }
  return triangle;
}

/** The columns of R⁻¹, by solving R·x = eⱼ for each j; (RᵀR)⁻¹ is the sum of their x·xᵀ. */
function inverseColumns(triangle: readonly (readonly number[])[]): number[][] {
  return triangle.map((_, j) => {
    const x = triangle.map(() => 0);
    for (let i = j; i >= 0; i -= 1) {
      let value = i === j ? 1 : 0;
      for (let k = i + 1; k <= j; k += 1) value -= (triangle[k]?.[i] ?? 0) * (x[k] ?? 0);
      x[i] = value / (triangle[i]?.[i] ?? 1);
    }
    return x;
  });
}

/**
 * @param parameters those that are free; the others count as known
 * @returns null where the rows cannot tell the parameters apart
 * Source: Bates and Watts, Nonlinear Regression Analysis, 1988, section 2.3.
 */
export function covarianceOf({ law, points }: LawFit, parameters: readonly Parameter[]): Covariance | null {
  const columns = parameters.map((parameter) => points.map(({ agents }) => derivative(law, parameter, agents)));
  const lengths = columns.map((column) => Math.sqrt(dot(column, column)));
  const triangle = triangleOf(columns.map((column, i) => column.map((value) => value / (lengths[i] ?? 1))));
  if (triangle === null) return null;
  const factors = inverseColumns(triangle).map((x) => x.map((value, i) => value / (lengths[i] ?? 1)));
  return { parameters, factors };
}

/** Variance of one parameter's estimate per unit of variance of the rows. @param index its place in `parameters` */
export function varianceOf({ factors }: Covariance, index: number): number {
  return factors.reduce((sum, factor) => sum + (factor[index] ?? 0) ** 2, 0);
}

/** Variance of X(N) per unit of variance of the rows, from the uncertainty of the parameters alone. */
export function varianceAt(law: Law, { parameters, factors }: Covariance, agents: number): number {
  const gradient = parameters.map((parameter) => derivative(law, parameter, agents));
  return factors.reduce((sum, factor) => sum + dot(factor, gradient) ** 2, 0);
}
