// Descends to a least-squares minimum of the family λN / (c₀ + c₁u + c₂v) inside a box, by damped Newton steps.
import { type Box, clamp, minimumInBox, type Place, type Quadratic } from "./bounded-quadratic.ts";
import { type Curvature, curvatureAt, type Member, memberAt, type StretchModel } from "./stretch-model.ts";

const MOST_STEPS = 80;
const FIRST_DAMPING = 1e-3;
const LEAST_DAMPING = 1e-7;
const MOST_DAMPING = 1e12;
/** The descent ends with a step that moves no row's divisor by more than this share. */
const ARRIVED = 1e-13;
/** Rounding of the SSE, as a share of it and per row: a step may raise the SSE by this much. */
const SSE_ROUNDING = 1e-12;
const ROW_ROUNDING = 1e-31;
/** A determinant at or below this share of the product of its diagonal is rounding. */
const SINGULAR = 1e-14;

function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}

/** Which of the two variables cannot move. */
interface Fixed {
  readonly u: boolean;
  readonly v: boolean;
}

/** Null where the quadratic is not convex. */
function quadraticWith(curvature: Curvature, fixed: Fixed, newton: boolean, damping: number): Quadratic | null {
  const { gu, gv, huu, huv, hvv, guu, guv, gvv } = curvature;
  const uu = fixed.u ? 1 : (newton ? huu : guu) + damping * guu;
  const vv = fixed.v ? 1 : (newton ? hvv : gvv) + damping * gvv;
  const uv = fixed.u || fixed.v ? 0 : newton ? huv : guv;
  const convex = uu > 0 && vv > 0 && uu * vv - uv * uv > SINGULAR * uu * vv;
  return convex ? { uu, uv, vv, gu: fixed.u ? 0 : gu, gv: fixed.v ? 0 : gv } : null;
}

/** The quadratic to minimise next: Newton's where it is convex, else Gauss–Newton's; damped as Marquardt does. */
function localQuadratic(curvature: Curvature, fixed: Fixed, pressed: Fixed, damping: number): Quadratic | null {
  const newton = quadraticWith(curvature, fixed, true, damping);
  if (newton !== null) return newton;
  // The slope points out of a bound: the curvature across that bound says nothing about steps along it.
  const held = { u: fixed.u || pressed.u, v: fixed.v || pressed.v };
  if (held.u !== held.v) {
    const along = quadraticWith(curvature, held, true, damping);
    if (along !== null) return along;
  }
  return damping === 0 ? null : quadraticWith(curvature, fixed, false, damping);
}

/** The variables that are on a bound and would leave the box downhill. */
function pressedAt({ u, v }: Place, { gu, gv }: Curvature, box: Box): Fixed {
  return {
    u: (u === box.lowU && gu > 0) || (u === box.highU && gu < 0),
    v: (v === box.lowV && gv > 0) || (v === box.highV && gv < 0),
  };
}

/**
 * Descends from a start to a local minimum. Each step minimises a local quadratic exactly inside the box, so that a
 * variable reaches a bound and leaves it as the rows require. A box without width holds a variable fixed.
 * @returns in units of the model; off the bounds the minimum is exact to about 1e-13 of the rows' divisors
 * Source: Nocedal and Wright, Numerical Optimization, 2nd edition, sections 10.3 and 16.7.
 */
export function descend(model: StretchModel, box: Box, start: Place): Member {
  const { lowU, highU, lowV, highV } = box;
  const reachU = largest(model.c1);
  const reachV = largest(model.c2);
  const fixed = { u: lowU === highU || reachU === 0, v: lowV === highV || reachV === 0 };
  let at = memberAt(model, clamp(start.u, lowU, highU), clamp(start.v, lowV, highV));
  let damping = 0;
  let curvature = curvatureAt(model, at);
  for (let step = 0; step < MOST_STEPS && damping < MOST_DAMPING; step += 1) {
    const quadratic = localQuadratic(curvature, fixed, pressedAt(at, curvature, box), damping);
    if (quadratic === null) {
      damping = Math.max(FIRST_DAMPING, damping * 8);
      continue;
    }
    const room = { lowU: lowU - at.u, highU: highU - at.u, lowV: lowV - at.v, highV: highV - at.v };
    const move = minimumInBox(quadratic, room);
    // A difference and a sum do not cancel exactly, and a bound must be met exactly.
    const u = fixed.u
      ? at.u
      : move.u === room.lowU
        ? lowU
        : move.u === room.highU
          ? highU
          : clamp(at.u + move.u, lowU, highU);
    const v = fixed.v
      ? at.v
      : move.v === room.lowV
        ? lowV
        : move.v === room.highV
          ? highV
          : clamp(at.v + move.v, lowV, highV);
    const next = memberAt(model, u, v);
    const allowed = at.sse * (1 + SSE_ROUNDING) + ROW_ROUNDING * model.agents.length;
    if (!(next.sse <= allowed)) {
      damping = Math.max(FIRST_DAMPING, damping * 8);
      continue;
    }
    const arrived =
      damping < FIRST_DAMPING &&
      Math.abs(u - at.u) * reachU <= ARRIVED * (1 + u * reachU) &&
      Math.abs(v - at.v) * reachV <= ARRIVED * (1 + v * reachV);
    at = next;
    if (arrived) break;
    damping = damping < LEAST_DAMPING ? 0 : damping / 8;
    curvature = curvatureAt(model, at);
  }
  return at;
}
