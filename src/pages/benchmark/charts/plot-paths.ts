// Dots and lines of a drawing as the text of one SVG path.

export interface Pixel {
  readonly x: number;
  readonly y: number;
}

const RADIUS = 2;

/** A tenth of a pixel is as exact as a screen shows. */
function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function finite(pixels: readonly Pixel[]): readonly Pixel[] {
  return pixels.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
}

function halfCircle(way: number): string {
  return `a${RADIUS} ${RADIUS} 0 1 0 ${way} 0`;
}

/** A circle around each; what lies nowhere, such as 0 on a logarithmic axis, is left out. */
export function dotsPath(pixels: readonly Pixel[]): string {
  return finite(pixels)
    .map(({ x, y }) => `M${short(x - RADIUS)} ${short(y)}${halfCircle(2 * RADIUS)}${halfCircle(-2 * RADIUS)}z`)
    .join("");
}

/** A line through all, in their order. */
export function linePath(pixels: readonly Pixel[]): string {
  const all = finite(pixels);
  return all.length < 2 ? "" : `M${all.map(({ x, y }) => `${short(x)} ${short(y)}`).join("L")}`;
}

/** A cross around 0, 0: what failed. */
export const CROSS = "M-4-4l8 8M4-4l-8 8";

/** How far above its point a cross stands, so that the point is seen. */
const ABOVE = 8;

/** A cross above each. */
export function crossesPath(pixels: readonly Pixel[]): string {
  return finite(pixels)
    .map(({ x, y }) => `M${short(x - 4)} ${short(y - ABOVE - 4)}l8 8m0-8l-8 8`)
    .join("");
}
