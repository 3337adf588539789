// What is drawn on the canvas of a chart over time beside its lines, and the colours of the look as a canvas takes them.
import type uPlot from "uplot";
import type { Mark } from "../../monitor/slot.ts";

/** A colour of the look as the canvas takes it, in the theme of now. */
export function colourOf(element: HTMLElement, variable: string): string {
  const before = element.style.color;
  element.style.color = `var(${variable})`;
  const colour = getComputedStyle(element).color;
  element.style.color = before;
  return colour;
}

/** @param colour as a style says it: "rgb(1, 2, 3)" */
export function translucent(colour: string): string {
  return colour.replace("rgb(", "rgba(").replace(")", ", 0.25)");
}

/** Upright lines where something happened. */
export function drawMarks(plot: uPlot, marks: readonly Mark[], colour: string): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.fillStyle = colour;
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([3 * devicePixelRatio, 3 * devicePixelRatio]);
  for (const { atMs } of marks) {
    const px = Math.round(plot.valToPos(atMs / 1_000, "x", true));
    if (px < bbox.left || px > bbox.left + bbox.width) continue;
    ctx.beginPath();
    ctx.moveTo(px, bbox.top);
    ctx.lineTo(px, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.restore();
}

/** Where rules draw the line: dotted, over the whole width. */
export function drawThresholds(plot: uPlot, thresholds: readonly number[], colour: string): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.5 * devicePixelRatio;
  ctx.setLineDash([devicePixelRatio, 3 * devicePixelRatio]);
  for (const value of thresholds) {
    const py = Math.round(plot.valToPos(value, "y", true));
    if (!(py >= bbox.top && py <= bbox.top + bbox.height)) continue;
    ctx.beginPath();
    ctx.moveTo(bbox.left, py);
    ctx.lineTo(bbox.left + bbox.width, py);
    ctx.stroke();
  }
  ctx.restore();
}
