// A straight line through points of which some are surer than others, with intervals of both its figures.
import { studentQuantile } from "./quantiles.ts";

export interface ScaledPoint {
  readonly x: number;
  readonly y: number;
  /** How far y may be off, up to a factor that is the same for all; positive. With y itself all errors are relative. */
  readonly scale: number;
}

/** A figure with its 95 % interval. */
export interface FittedFigure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** y = intercept + slope · x. */
export interface WeightedLine {
  readonly intercept: FittedFigure;
  readonly slope: FittedFigure;
}

function figure(value: number, half: number): FittedFigure {
  return { value, low: value - half, high: value + half };
}

/**
 * Least squares of (y − α − β·x) / scale. Intervals are Student's, from what the points deviate from the line.
 * @returns null under three points, or where all lie at one x
 * Source: Draper and Smith, Applied Regression Analysis, weighted least squares.
 */
export function weightedLine(points: readonly ScaledPoint[]): WeightedLine | null {
  const weighed = points.map(({ x, y, scale }) => ({ x, y, weight: 1 / scale ** 2 }));
  const sumOf = (part: (point: (typeof weighed)[number]) => number): number =>
    weighed.reduce((sum, point) => sum + part(point), 0);
  const total = sumOf(({ weight }) => weight);
  const meanX = sumOf(({ x, weight }) => weight * x) / total;
  const meanY = sumOf(({ y, weight }) => weight * y) / total;
  const spread = sumOf(({ x, weight }) => weight * (x - meanX) ** 2);
  const [first] = points;
  // Sums of equal numbers differ in their last digit.
  if (points.length < 3 || points.every(({ x }) => x === first?.x)) return null;
  const slope = sumOf(({ x, y, weight }) => weight * (x - meanX) * (y - meanY)) / spread;
  const intercept = meanY - slope * meanX;
  const freedom = points.length - 2;
  const variance = sumOf(({ x, y, weight }) => weight * (y - intercept - slope * x) ** 2) / freedom;
  const t = studentQuantile(0.975, freedom);
  return {
    intercept: figure(intercept, t * Math.sqrt(variance * (1 / total + meanX ** 2 / spread))),
    slope: figure(slope, t * Math.sqrt(variance / spread)),
  };
}
