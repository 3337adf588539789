// A result as a card to post: what it found, held against what is needed, on which machine and when. 1200 × 630 px, as link previews are.
import type { Gauge } from "../../../scenarios/contract/scenario.ts";
import { escapedXml } from "../../../words/escaped.ts";
import { wrapText } from "../../../ui/wrap-text.ts";
import { formatCount } from "../../../words/format.ts";

export const CARD_SIZE = { width: 1_200, height: 630 } as const;

const MARGIN = 64;
const INNER = CARD_SIZE.width - 2 * MARGIN;
const HEADLINE = { size: 40, line: 50, most: 4, weight: 600 } as const;
const REST = { size: 24, line: 34, most: 4, weight: 400 } as const;
const FOOT = { size: 22, line: 30, most: 2, weight: 400 } as const;
const GAUGE_HEIGHT = 30;
const GAUGE_ROOM = 110;
/** Under the head line with the question. */
const TOP = 122;
/** The colours of the light theme: a card lies on other people's pages. */
const COLOURS = {
  canvas: "#fafaf8",
  ink: "#181b20",
  muted: "#59616d",
  line: "#dcdfe3",
  good: "#19703f",
  warn: "#8a5a00",
};

export interface CardContent {
  /** Whose measurement, what was measured, where and when. */
  readonly provenance: string;
  readonly question: string;
  /** What was found. Its first sentence is the headline. */
  readonly sentence: string;
  readonly gauge: Gauge | null;
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

function linesOf(text: string, { size, most, weight }: TextStyle, widthAt: WidthAt): readonly string[] {
  const lines = wrapText(text, INNER, (part) => widthAt(part, weight) * size);
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

/** @returns SVG text */
export function shareCard(content: CardContent, widthAt: WidthAt): string {
  const { width, height } = CARD_SIZE;
  const [head, rest] = headAndRest(content.sentence);
  const headLines = linesOf(head, HEADLINE, widthAt);
  const restLines = linesOf(rest, REST, widthAt);
  const footLines = linesOf(`${content.provenance} · ${content.site}`, FOOT, widthAt);
  const textHeight = headLines.length * HEADLINE.line + 14 + restLines.length * REST.line;
  // Short texts stand in the middle.
  const headTop = Math.max(TOP, Math.round((height - textHeight - (content.gauge === null ? 0 : GAUGE_ROOM)) / 2) - 10);
  const restTop = headTop + headLines.length * HEADLINE.line + 14;
  const gaugeTop = restTop + restLines.length * REST.line + 26;
  const footTop = height - MARGIN - footLines.length * FOOT.line + 12;
  const hasRoom = gaugeTop + GAUGE_HEIGHT + 44 < footTop;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif">`,
    `<rect width="${width}" height="${height}" fill="${COLOURS.canvas}"/>`,
    `<text x="${MARGIN}" y="84" font-size="28" font-weight="700" fill="${COLOURS.ink}">Headroom</text>`,
    `<text x="${width - MARGIN}" y="84" font-size="24" text-anchor="end" fill="${COLOURS.muted}">${escapedXml(content.question)}</text>`,
    textLines(headLines, headTop, HEADLINE, COLOURS.ink),
    textLines(restLines, restTop, REST, COLOURS.muted),
    content.gauge !== null && hasRoom ? gaugeParts(content.gauge, gaugeTop) : "",
    textLines(footLines, footTop, FOOT, COLOURS.muted),
    "</svg>",
  ].join("");
}
