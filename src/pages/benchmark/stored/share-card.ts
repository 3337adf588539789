// A result as a card to post: what it found, held against what is needed, its curve, how far to trust it, where and when. 1200 × 630 px, as link previews are.
import type { Gauge } from "../../../scenarios/contract/seen.ts";
import { QUALITY_WORDS, type QualityWord } from "../../../words/quality-words.ts";
import { cutMiddle } from "../../../words/cut-middle.ts";
import { escapedXml } from "../../../words/escaped.ts";
import { wrapText } from "../../../words/wrap-text.ts";
import { formatCount } from "../../../words/format.ts";
import { placeOnLine, pointsText, sparklinePlaces } from "../../../ui/charts/sparkline-places.ts";
import type { CardCurve } from "./card-curve.ts";

export const CARD_SIZE = { width: 1_200, height: 630 } as const;

const MARGIN = 64;
const INNER = CARD_SIZE.width - 2 * MARGIN;
const HEADLINE = { size: 40, line: 48, most: 4, weight: 600 } as const;
const REST = { size: 22, line: 31, most: 4, weight: 400 } as const;
const FOOT = { size: 20, line: 28, most: 2, weight: 400 } as const;
const GAUGE_HEIGHT = 30;
const GAUGE_ROOM = 98;
/** Beside the texts, which are narrower for it. */
const CURVE = { width: 320, height: 168, caption: 30, ends: 32, size: 20, gap: 56 } as const;
/** Under the last line. */
const FOOT_MARGIN = 54;
/** Under the provenance. */
const LAST_LINE = 30;
/** Characters of the site that have room beside the quality. */
const SITE_MOST = 70;
const CURVE_ROOM = CURVE.caption + CURVE.height + CURVE.ends;
/** Under the head line with the question. */
const TOP = 116;
/** The colours of the light theme: a card lies on other people's pages. */
const COLOURS = {
  canvas: "#fafaf8",
  ink: "#181b20",
  muted: "#59616d",
  line: "#dcdfe3",
  good: "#19703f",
  warn: "#8a5a00",
  bad: "#b42b25",
  series: "#0a62bd",
};

const QUALITY_COLOURS = {
  steady: COLOURS.good,
  unsteady: COLOURS.warn,
  useless: COLOURS.bad,
  unknown: COLOURS.muted,
} as const satisfies Record<QualityWord, string>;

export interface CardContent {
  /** Whose measurement, what was measured, where and when. */
  readonly provenance: string;
  readonly question: string;
  /** What was found. Its first sentence is the headline. */
  readonly sentence: string;
  readonly gauge: Gauge | null;
  /** Null where there are too few points, or nothing can be concluded. */
  readonly curve: CardCurve | null;
  /** How far its machine can be trusted. */
  readonly quality: QualityWord;
  /** Where Headroom is, without what the link holds. */
  readonly site: string;
}

interface TextStyle {
  readonly size: number;
  readonly line: number;
  /** Lines at most; what is longer ends in "…". */
  readonly most: number;
  readonly weight: number;
}

/** Width of a text at a font size of 1 px. */
export type WidthAt = (text: string, weight: number) => number;

function linesOf(text: string, width: number, { size, most, weight }: TextStyle, widthAt: WidthAt): readonly string[] {
  const lines = wrapText(text, width, (part) => widthAt(part, weight) * size);
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1] ?? ""} …`];
}

function textLines(lines: readonly string[], top: number, { size, line, weight }: TextStyle, colour: string): string {
  return lines
    .map(
      (text, n) =>
        `<text x="${MARGIN}" y="${top + size + n * line}" font-size="${size}" font-weight="${weight}" fill="${colour}">${escapedXml(text)}</text>`,
    )
    .join("");
}

function gaugeParts({ unit, value, needed }: Gauge, top: number): string {
  const most = Math.max(value, needed ?? 0) * 1.08;
  const at = (figure: number): number => Math.round((figure / most) * INNER);
  const colour = needed === null || value >= needed ? COLOURS.good : COLOURS.warn;
  const mark =
    needed === null
      ? ""
      : `<rect x="${MARGIN + at(needed) - 2}" y="${top - 8}" width="4" height="${GAUGE_HEIGHT + 16}" fill="${COLOURS.ink}"/>`;
  const label = `${formatCount(value)} ${unit} held${needed === null ? "" : `, ${formatCount(needed)} needed`}`;
  return `<rect x="${MARGIN}" y="${top}" width="${INNER}" height="${GAUGE_HEIGHT}" fill="none" stroke="${COLOURS.line}"/><rect x="${MARGIN}" y="${top}" width="${at(value)}" height="${GAUGE_HEIGHT}" fill="${colour}"/>${mark}<text x="${MARGIN}" y="${top + GAUGE_HEIGHT + 34}" font-size="22" fill="${COLOURS.muted}">${escapedXml(label)}</text>`;
}

/** "One. Two. Three." → "One.", "Two. Three." */
function headAndRest(sentence: string): readonly [head: string, rest: string] {
  const end = /[.!?](?=\s+[A-Z\d])/.exec(sentence);
  return end === null ? [sentence, ""] : [sentence.slice(0, end.index + 1), sentence.slice(end.index + 1).trim()];
}

/** The curve at the right, with what it is of above it and its ends under it. */
function curveParts({ label, at, values, ends, marked }: CardCurve, top: number): string {
  const [left, right] = [CARD_SIZE.width - MARGIN - CURVE.width, CARD_SIZE.width - MARGIN];
  const { width, height } = CURVE;
  const frame = { width, height, edge: 8 };
  const places = sparklinePlaces({ at, values }, frame);
  const place = marked === null ? null : placeOnLine({ at, values }, frame, marked.at);
  const text = (words: string, px: number, py: number, anchor: "start" | "end", colour: string): string =>
    `<text x="${px}" y="${py}" font-size="${CURVE.size}" text-anchor="${anchor}" fill="${colour}">${escapedXml(words)}</text>`;
  const drawnTop = top + CURVE.caption;
  const foot = drawnTop + height;
  const dot =
    place === null
      ? ""
      : `<circle cx="${place[0].toFixed(1)}" cy="${place[1].toFixed(1)}" r="7" fill="${COLOURS.series}"/>`;
  return [
    text(label, left, top + CURVE.size, "start", COLOURS.muted),
    marked === null || place === null ? "" : text(`● ${marked.text}`, right, top + CURVE.size, "end", COLOURS.series),
    `<line x1="${left}" x2="${right}" y1="${foot}" y2="${foot}" stroke="${COLOURS.line}" stroke-width="2"/>`,
    `<g transform="translate(${left} ${drawnTop})"><polyline points="${pointsText(places)}" fill="none" stroke="${COLOURS.series}" stroke-width="4" stroke-linejoin="round"/>${dot}</g>`,
    text(ends[0], left, foot + CURVE.size + 8, "start", COLOURS.muted),
    text(ends[1], right, foot + CURVE.size + 8, "end", COLOURS.muted),
  ].join("");
}

/** The last line: how far the machine can be trusted, and where Headroom is. */
function lastLine(quality: QualityWord, site: string): string {
  const { mark, word } = QUALITY_WORDS[quality];
  const y = CARD_SIZE.height - FOOT_MARGIN;
  return `<text x="${MARGIN}" y="${y}" font-size="${FOOT.size}" font-weight="600" fill="${QUALITY_COLOURS[quality]}">${escapedXml(`${mark} ${word}`)}</text><text x="${CARD_SIZE.width - MARGIN}" y="${y}" font-size="${FOOT.size}" text-anchor="end" fill="${COLOURS.muted}">${escapedXml(cutMiddle(site, SITE_MOST))}</text>`;
}

/** @returns SVG text */
export function shareCard(content: CardContent, widthAt: WidthAt): string {
  const { width, height } = CARD_SIZE;
  const { curve, gauge, quality } = content;
  const [head, rest] = headAndRest(content.sentence);
  const textWidth = curve === null ? INNER : INNER - CURVE.width - CURVE.gap;
  const headLines = linesOf(head, textWidth, HEADLINE, widthAt);
  const restLines = linesOf(rest, textWidth, REST, widthAt);
  const footLines = linesOf(content.provenance, INNER, FOOT, widthAt);
  const textHeight = headLines.length * HEADLINE.line + 14 + restLines.length * REST.line;
  const bodyHeight = Math.max(textHeight, curve === null ? 0 : CURVE_ROOM);
  const footTop = height - FOOT_MARGIN - LAST_LINE - footLines.length * FOOT.line;
  const room = footTop - TOP - 12;
  const hasGauge = gauge !== null && bodyHeight + GAUGE_ROOM <= room;
  // What is short stands in the middle.
  const bodyTop = TOP + Math.max(0, Math.round((room - bodyHeight - (hasGauge ? GAUGE_ROOM : 0)) / 2));
  const headTop = bodyTop + Math.round((bodyHeight - textHeight) / 2);
  const restTop = headTop + headLines.length * HEADLINE.line + 14;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif">`,
    `<rect width="${width}" height="${height}" fill="${COLOURS.canvas}"/>`,
    `<text x="${MARGIN}" y="84" font-size="28" font-weight="700" fill="${COLOURS.ink}">Headroom</text>`,
    `<text x="${width - MARGIN}" y="84" font-size="24" text-anchor="end" fill="${COLOURS.muted}">${escapedXml(content.question)}</text>`,
    textLines(headLines, headTop, HEADLINE, COLOURS.ink),
    textLines(restLines, restTop, REST, COLOURS.muted),
    curve === null ? "" : curveParts(curve, bodyTop + Math.round((bodyHeight - CURVE_ROOM) / 2)),
    hasGauge ? gaugeParts(gauge, bodyTop + bodyHeight + 26) : "",
    textLines(footLines, footTop, FOOT, COLOURS.muted),
    lastLine(quality, content.site),
    "</svg>",
  ].join("");
}
