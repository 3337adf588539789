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

/** Nearer than this, px, one line stands for several marks. */
const MARKS_APART_PX = 4;
const ALERTS_APART_PX = 10;
const ALERT_TICK_PX = 7;

function atEach(plot: uPlot, marks: readonly Mark[], apartPx: number, draw: (px: number) => void): void {
  const { bbox } = plot;
  let last = -Infinity;
  for (const { atMs } of marks) {
    const px = Math.round(plot.valToPos(atMs / 1_000, "x", true));
    if (px < bbox.left || px > bbox.left + bbox.width || px - last < apartPx * devicePixelRatio) continue;
    last = px;
    draw(px);
  }
}

/** Upright lines where something happened. Alerts are many in a bad hour, so they are short ticks at the top. */
export function drawMarks(plot: uPlot, marks: readonly Mark[], ink: string, bad: string): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.lineWidth = devicePixelRatio;
  ctx.strokeStyle = ink;
  ctx.setLineDash([3 * devicePixelRatio, 3 * devicePixelRatio]);
  atEach(
    plot,
    marks.filter(({ kind }) => kind !== "alert"),
    MARKS_APART_PX,
    (px) => {
      ctx.beginPath();
      ctx.moveTo(px, bbox.top);
      ctx.lineTo(px, bbox.top + bbox.height);
      ctx.stroke();
    },
  );
  ctx.fillStyle = bad;
  const size = ALERT_TICK_PX * devicePixelRatio;
  atEach(
    plot,
    marks.filter(({ kind }) => kind === "alert"),
    ALERTS_APART_PX,
    (px) => {
      ctx.beginPath();
      ctx.moveTo(px - size / 2, bbox.top);
      ctx.lineTo(px + size / 2, bbox.top);
      ctx.lineTo(px, bbox.top + size);
      ctx.fill();
    },
  );
  ctx.restore();
}

/** The families in which the page is set: a canvas does not inherit them. */
export function fontOf(element: Element): string {
  return getComputedStyle(element).fontFamily;
}

export interface DrawnThreshold {
  readonly value: number;
  /** Such as "> 5.00 ms". */
  readonly text: string;
}

/** Where a label lies, in the canvas's pixels. */
interface LabelPlace {
  readonly left: number;
  readonly top: number;
}

/**
 * A text at the right end of a line, on the chart's ground, so that it is read over data; left of those that are there already.
 * @returns where it lies
 */
function drawLabel(
  { ctx, bbox }: uPlot,
  text: string,
  linePx: number,
  colours: ThresholdColours,
  others: readonly LabelPlace[],
): LabelPlace {
  const unit = devicePixelRatio;
  const height = 14 * unit;
  // Under the line where there is no room above it, and under the marks of alerts there.
  const isAtTop = linePx - bbox.top < height;
  const top = isAtTop ? linePx + (ALERT_TICK_PX + 2) * unit : linePx - height - unit;
  const beside = others.filter((other) => Math.abs(other.top - top) < height).map(({ left }) => left - 2 * unit);
  const right = Math.min(bbox.left + bbox.width - 2 * unit, ...beside);
  const width = ctx.measureText(text).width + 6 * unit;
  ctx.fillStyle = colours.ground;
  ctx.fillRect(right - width, top, width, height);
  ctx.fillStyle = colours.line;
  ctx.fillText(text, right - 3 * unit, top + height / 2);
  return { left: right - width, top };
}

interface ThresholdColours {
  readonly line: string;
  readonly ground: string;
}

/** Where rules draw the line: dotted, over the whole width, with what it says. */
export function drawThresholds(plot: uPlot, thresholds: readonly DrawnThreshold[], colours: ThresholdColours): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.strokeStyle = colours.line;
  ctx.lineWidth = 1.5 * devicePixelRatio;
  ctx.setLineDash([devicePixelRatio, 3 * devicePixelRatio]);
  ctx.font = `${11 * devicePixelRatio}px ${fontOf(plot.root)}`;
  ctx.textAlign = "right";
  ctx.textBaseline = "middle";
  const inside = thresholds
    .map(({ value, text }) => ({ text, py: Math.round(plot.valToPos(value, "y", true)) }))
    .filter(({ py }) => py >= bbox.top && py <= bbox.top + bbox.height);
  for (const { py } of inside) {
    ctx.beginPath();
    ctx.moveTo(bbox.left, py);
    ctx.lineTo(bbox.left + bbox.width, py);
    ctx.stroke();
  }
  // Over all lines: one may lie where another is named.
  const places: LabelPlace[] = [];
  for (const { text, py } of inside) places.push(drawLabel(plot, text, py, colours, places));
  ctx.restore();
}
