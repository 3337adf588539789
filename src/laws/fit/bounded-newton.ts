// Owns the descent to a least-squares minimum of the family λN / (c₀ + c₁u + c₂v) inside a box.
import { type Box, type Bowl, clamp, lowestIn, type Place } from "./bounded-quadratic.ts";
import { type Curvature, curvatureAt, type Member, memberAt, type StretchModel } from "./stretch-model.ts";

const MOST_STEPS = 80;
const FIRST_DAMPING = 1e-3;
const LEAST_DAMPING = 1e-7;
const MOST_DAMPING = 1e12;
/** A step that moves no row's divisor by more than this share has arrived. */
const ARRIVED = 1e-13;
/** Rounding of the SSE, as a share of it and per row: a step may raise the SSE by so much. */
const SSE_ROUNDING = 1e-12;
const ROW_ROUNDING = 1e-31;
/** A determinant this small beside its diagonal is rounding. */
const SINGULAR = 1e-14;

function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}

interface Fixed {
  readonly u: boolean;
  readonly v: boolean;
}

function bowlWith(curvature: Curvature, fixed: Fixed, newton: boolean, damping: number): Bowl | null {
  const { gu, gv, huu, huv, hvv, guu, guv, gvv } = curvature;
  const uu = fixed.u ? 1 : (newton ? huu : guu) + damping * guu;
  const vv = fixed.v ? 1 : (newton ? hvv : gvv) + damping * gvv;
  const uv = fixed.u || fixed.v ? 0 : newton ? huv : guv;
  const convex = uu > 0 && vv > 0 && uu * vv - uv * uv > SINGULAR * uu * vv;
  return convex ? { uu, uv, vv, gu: fixed.u ? 0 : gu, gv: fixed.v ? 0 : gv } : null;
}

/** The bowl to step in: Newton's where it curves upwards, else Gauss–Newton's; damped as Marquardt does. */
function bowlOf(curvature: Curvature, fixed: Fixed, pressed: Fixed, damping: number): Bowl | null {
  const newton = bowlWith(curvature, fixed, true, damping);
  if (newton !== null) return newton;
  // Curvature across a bound that the rows press against says nothing about the way along it.
  const held = { u: fixed.u || pressed.u, v: fixed.v || pressed.v };
  if (held.u !== held.v) {
    const along = bowlWith(curvature, held, true, damping);
    if (along !== null) return along;
  }
  return damping === 0 ? null : bowlWith(curvature, fixed, false, damping);
}

function pressedAt({ u, v }: Place, { gu, gv }: Curvature, box: Box): Fixed {
  return {
    u: (u === box.lowU && gu > 0) || (u === box.highU && gu < 0),
    v: (v === box.lowV && gv > 0) || (v === box.highV && gv < 0),
  };
}

/**
 * Descends from a start to the minimum in whose valley it lies. Each step minimises a local bowl inside the box
 * exactly, so a bound is met and left where the rows say so, and a fixed unknown is a box of no width.
 * @returns in units of the model; at a minimum inside the box about 1e-13 of the rows' divisors from it
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
    const bowl = bowlOf(curvature, fixed, pressedAt(at, curvature, box), damping);
    if (bowl === null) {
      damping = Math.max(FIRST_DAMPING, damping * 8);
      continue;
    }
    const room = { lowU: lowU - at.u, highU: highU - at.u, lowV: lowV - at.v, highV: highV - at.v };
    const move = lowestIn(bowl, room);
    // A difference and a sum do not undo each other exactly, and a bound must be met exactly.
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
