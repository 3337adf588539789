// A trend as a small picture for a README: the latest level, its curve with changes marked, and what changed last.
import { formatChange } from "../../words/change-text.ts";
import { escapedXml } from "../../words/escaped.ts";
import { formatCounted } from "../../words/format.ts";
import type { FigureTrend } from "./sessions.ts";
import { isBetter, trendValueText } from "./trend-words.ts";

export const BADGE_SIZE = { width: 420, height: 64 } as const;
const BADGE_LABEL_MOST = 44;
const CURVE = { left: 292, top: 10, width: 116, height: 44 } as const;
/** The colours of the light theme: a badge lies on other people's pages. */
const COLOURS = {
  canvas: "#ffffff",
  line: "#dcdfe3",
  ink: "#181b20",
  muted: "#59616d",
  accent: "#0a62bd",
  good: "#19703f",
  bad: "#b42b25",
} as const;

function short(text: string): string {
  return text.length <= BADGE_LABEL_MOST ? text : `${text.slice(0, BADGE_LABEL_MOST - 1)}…`;
}

interface News {
  readonly text: string;
  readonly colour: string;
}

function newsOf(trend: FigureTrend): News {
  const last = trend.changes.at(-1);
  const sessions = formatCounted(trend.points.length, "session");
  if (last === undefined) return { text: `● no change over ${sessions}`, colour: COLOURS.muted };
  const since = trend.points[last.at]?.session.createdAt.slice(0, 10) ?? "";
  const better = isBetter(trend, last);
  const colour = better === null ? COLOURS.muted : better ? COLOURS.good : COLOURS.bad;
  return { text: `${last.change > 0 ? "▲" : "▼"} ${formatChange(last.change)} since ${since}`, colour };
}

function curveParts({ points, changes }: FigureTrend): string {
  const values = points.flatMap(({ value }) => value ?? []);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const spread = most - least || 1;
  const x = (at: number): number => CURVE.left + (at / Math.max(1, points.length - 1)) * CURVE.width;
  const y = (value: number): number => CURVE.top + CURVE.height - ((value - least) / spread) * CURVE.height;
  const line = points.flatMap(({ value }, at) =>
    value === null ? [] : [`${x(at).toFixed(1)},${y(value).toFixed(1)}`],
  );
  const marks = changes.map(({ at }) => {
    const between = x(at - 0.5).toFixed(1);
    return `<line x1="${between}" x2="${between}" y1="${CURVE.top - 4}" y2="${CURVE.top + CURVE.height + 4}" stroke="${COLOURS.muted}" stroke-dasharray="3 3"/>`;
  });
  return `${marks.join("")}<polyline points="${line.join(" ")}" fill="none" stroke="${COLOURS.accent}" stroke-width="1.5"/>`;
}

/** @param what escaped */
function textAt(y: number, size: number, colour: string, what: string, weight = 400): string {
  return `<text x="12" y="${y}" font-size="${size}" font-weight="${weight}" fill="${colour}">${what}</text>`;
}

/** @returns SVG text of a fixed size, whatever the trend holds */
export function trendBadge(trend: FigureTrend): string {
  const { width, height } = BADGE_SIZE;
  const level = trend.levels.at(-1)?.level ?? 0;
  const news = newsOf(trend);
  const label = escapedXml(short(trend.choice.label));
  const value = escapedXml(short(trendValueText(trend, level)));
  const title = `${label}: ${value}, ${escapedXml(short(news.text))}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${title}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif">`,
    `<title>${title}</title>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6" fill="${COLOURS.canvas}" stroke="${COLOURS.line}"/>`,
    textAt(19, 11, COLOURS.muted, label),
    textAt(38, 16, COLOURS.ink, value, 600),
    textAt(55, 11, news.colour, escapedXml(short(news.text))),
    curveParts(trend),
    "</svg>",
  ].join("");
}
