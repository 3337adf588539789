// Parses YAML as Go's library does: a quoted text may go on in lines that are indented less, which the YAML specification forbids.
import { type Document, LineCounter, parseAllDocuments } from "yaml";
import type { Position } from "../fault.ts";

/** Texts of so many lines are mended. Each costs one more parse, and such files are rare. */
const MENDED_MOST = 200;

interface OpenYaml {
  readonly documents: readonly Document.Parsed[];
  /** What was parsed: the file's text, with some lines indented further. */
  readonly source: string;
  /** The place in the file of an offset in `source`; both count from 1. */
  readonly place: (offset: number) => Position;
}

interface Inserted {
  readonly at: number;
  readonly length: number;
}

function parsed(source: string, lineCounter?: LineCounter): readonly Document.Parsed[] {
  // The line counter is null where there is none to fill.
  const counted = lineCounter === undefined ? {} : { lineCounter };
  const found = parseAllDocuments(source, {
    ...counted,
    schema: "failsafe",
    uniqueKeys: false,
    prettyErrors: false,
  });
  return "empty" in found ? [] : found;
}

/** Where a quoted text was cut off because the next line is indented less; null where nothing was. */
function cutAt(documents: readonly Document.Parsed[]): number | null {
  const error = documents.flatMap(({ errors }) => errors).at(0);
  return error?.code === "MISSING_CHAR" && /closing ["']quote/.test(error.message) ? error.pos[0] : null;
}

function mended(text: string): { readonly source: string; readonly inserted: readonly Inserted[] } | null {
  let source = text;
  const inserted: Inserted[] = [];
  for (let times = 0; times < MENDED_MOST; times += 1) {
    const documents = parsed(source);
    const cut = cutAt(documents);
    if (cut === null) return documents.some(({ errors }) => errors.length > 0) ? null : { source, inserted };
    const at = source.indexOf("\n", cut) + 1;
    if (at === 0) return null;
    const lineStart = source.lastIndexOf("\n", at - 2) + 1;
    const indent = /^ */.exec(source.slice(lineStart))?.[0].length ?? 0;
    const length = indent + 2;
    source = source.slice(0, at) + " ".repeat(length) + source.slice(at);
    inserted.push({ at, length });
  }
  return null;
}

/** Parses all documents of a text. What no YAML parser reads is among the errors of the documents. */
export function openYaml(text: string): OpenYaml {
  const lines = new LineCounter();
  const documents = parsed(text, lines);
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const better = cutAt(documents) === null ? null : mended(text);
  if (better === null) return { documents, source: text, place };
  const { source, inserted } = better;
  // From the last on, each insertion moves what lies behind it.
  const original = (offset: number) =>
    inserted.reduceRight((now, { at, length }) => (now < at ? now : Math.max(at, now - length)), offset);
  return { documents: parsed(source), source, place: (offset) => place(original(offset)) };
}
