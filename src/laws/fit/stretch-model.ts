// The family λN / (c₀ + c₁u + c₂v): every law belongs to it, and so does every law with one parameter held.
import type { Place } from "./bounded-quadratic.ts";

/**
 * Rows to fit and the three coefficients of each row's divisor. Throughputs are divided by the largest, so that
 * tolerances mean the same at 1e-3 and at 1e9 op/s. All arrays have one entry per row.
 */
export interface StretchModel {
  readonly agents: Float64Array;
  /** Throughput over the largest throughput. */
  readonly rates: Float64Array;
  readonly unit: number;
  readonly c0: Float64Array;
  readonly c1: Float64Array;
  readonly c2: Float64Array;
}

/** A member of the family: λ is the best one for (u, v), since the model is linear in λ. In units of the model. */
export interface Member extends Place {
  readonly lambda: number;
  readonly sse: number;
}

/** Slope and curvature of half the SSE in (u, v), with λ eliminated. `guu`… is the Gauss–Newton part, never negative. */
export interface Curvature {
  readonly gu: number;
  readonly gv: number;
  readonly huu: number;
  readonly huv: number;
  readonly hvv: number;
  readonly guu: number;
  readonly guv: number;
  readonly gvv: number;
}

/** The member at (u, v). Source: Golub and Pereyra 1973 (variable projection). */
export function memberAt({ agents, rates, c0, c1, c2 }: StretchModel, u: number, v: number): Member {
  let cross = 0;
  let square = 0;
  for (let i = 0; i < agents.length; i += 1) {
    const q = (agents[i] ?? 0) / ((c0[i] ?? 1) + (c1[i] ?? 0) * u + (c2[i] ?? 0) * v);
    cross += q * (rates[i] ?? 0);
    square += q * q;
  }
  const lambda = cross / square;
  let sse = 0;
  for (let i = 0; i < agents.length; i += 1) {
    const q = (agents[i] ?? 0) / ((c0[i] ?? 1) + (c1[i] ?? 0) * u + (c2[i] ?? 0) * v);
    const residual = (rates[i] ?? 0) - lambda * q;
    sse += residual * residual;
  }
  return { u, v, lambda, sse };
}

/** Exact derivatives at a member, so that Newton's steps converge quadratically even where residuals are large. */
export function curvatureAt({ agents, rates, c0, c1, c2 }: StretchModel, { u, v, lambda }: Member): Curvature {
  // With q = N/D: m = λq, ∂m/∂u = −λq·c₁/D. `a` sums m_λ·m_u, `b` sums −r·m_λu, `s` sums m_λ².
  let s = 0;
  let au = 0;
  let av = 0;
  let bu = 0;
  let bv = 0;
  for (let i = 0; i < agents.length; i += 1) {
    const stretch = (c0[i] ?? 1) + (c1[i] ?? 0) * u + (c2[i] ?? 0) * v;
    const q = (agents[i] ?? 0) / stretch;
    const residual = (rates[i] ?? 0) - lambda * q;
    const eu = (c1[i] ?? 0) / stretch;
    const ev = (c2[i] ?? 0) / stretch;
    s += q * q;
    au -= lambda * q * q * eu;
    av -= lambda * q * q * ev;
    bu += residual * q * eu;
    bv += residual * q * ev;
  }
  let guu = 0;
  let guv = 0;
  let gvv = 0;
  let suu = 0;
  let suv = 0;
  let svv = 0;
  for (let i = 0; i < agents.length; i += 1) {
    const stretch = (c0[i] ?? 1) + (c1[i] ?? 0) * u + (c2[i] ?? 0) * v;
    const q = (agents[i] ?? 0) / stretch;
    const residual = (rates[i] ?? 0) - lambda * q;
    const eu = (c1[i] ?? 0) / stretch;
    const ev = (c2[i] ?? 0) / stretch;
    // Projected before squaring: a difference of two large sums would lose the digits that matter.
    const ju = -q * (lambda * eu + au / s);
    const jv = -q * (lambda * ev + av / s);
    guu += ju * ju;
    guv += ju * jv;
    gvv += jv * jv;
    const bend = 2 * residual * lambda * q;
    suu += bend * eu * eu;
    suv += bend * eu * ev;
    svv += bend * ev * ev;
  }
  return {
    gu: lambda * bu,
    gv: lambda * bv,
    guu,
    guv,
    gvv,
    huu: guu - suu - (2 * au * bu + bu * bu) / s,
    huv: guv - suv - (au * bv + av * bu + bu * bv) / s,
    hvv: gvv - svv - (2 * av * bv + bv * bv) / s,
  };
}
