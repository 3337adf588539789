// The minimum of a convex quadratic in two variables inside a box: one step of a bounded fit.

/** ½(uu·u² + 2·uv·u·v + vv·v²) + gu·u + gv·v, with uu, vv and the determinant uu·vv − uv² above 0. */
export interface Quadratic {
  readonly uu: number;
  readonly uv: number;
  readonly vv: number;
  readonly gu: number;
  readonly gv: number;
}

export interface Box {
  readonly lowU: number;
  readonly highU: number;
  readonly lowV: number;
  readonly highV: number;
}

export interface Place {
  readonly u: number;
  readonly v: number;
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** The exact minimum inside the box. Where the free minimum is outside, it is on an edge, so each edge is minimised. */
export function minimumInBox({ uu, uv, vv, gu, gv }: Quadratic, box: Box): Place {
  const determinant = uu * vv - uv * uv;
  const free = { u: (uv * gv - vv * gu) / determinant, v: (uv * gu - uu * gv) / determinant };
  if (free.u >= box.lowU && free.u <= box.highU && free.v >= box.lowV && free.v <= box.highV) return free;
  const alongV = (u: number): Place => ({ u, v: clamp(-(gv + uv * u) / vv, box.lowV, box.highV) });
  const alongU = (v: number): Place => ({ u: clamp(-(gu + uv * v) / uu, box.lowU, box.highU), v });
  const height = ({ u, v }: Place): number => (uu * u * u + vv * v * v) / 2 + uv * u * v + gu * u + gv * v;
  return [alongV(box.lowU), alongV(box.highU), alongU(box.lowV), alongU(box.highV)].reduce((lowest, place) =>
    height(place) < height(lowest) ? place : lowest,
  );
}
