// A result of a comparison as the page names it: one of Headroom, a reference, or a file of another tool.
import type { Result } from "../results/format/result.ts";
import type { ReferenceSeries } from "../results/references/reference.ts";
import { formatInstant } from "../words/format.ts";
import { referenceSide, resultSide, type Side } from "./side.ts";

/** A result with what it is called. */
export interface Named {
  readonly kind: "result";
  readonly name: string;
  readonly result: Result;
}

/** A reference series, which nobody measured here now. */
interface NamedReference {
  readonly kind: "reference";
  readonly name: string;
  readonly series: ReferenceSeries;
}

/** A file of another tool, which this tab opened. */
interface OpenedFile {
  readonly kind: "file";
  readonly name: string;
  readonly side: Side;
}

export type Compared = Named | NamedReference | OpenedFile;

/** @param place from 1, as messages count the results of a page */
export function sideOf(compared: Compared, place: number): Side {
  const name = `${place} “${compared.name}”`;
  switch (compared.kind) {
    case "result":
      return resultSide(name, compared.result);
    case "reference":
      return referenceSide(name, compared.series);
    case "file":
      return { ...compared.side, name };
  }
}

/** The results of a page as they are judged. */
export function sidesOf(results: readonly Compared[]): readonly Side[] {
  return results.map((one, at) => sideOf(one, at + 1));
}

/** A time as other tools write it, to the microsecond and with its zone, is written as all others are; other text stays. */
function timeText(text: string): string {
  return /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text)) ? formatInstant(text) : text;
}

/** "23 Nov 2026, 00:08, Chromium 156", or where a reference or a file comes from. */
export function originOf(compared: Compared): string {
  switch (compared.kind) {
    case "reference":
      return compared.series.provenanceText.replace(/\.?$/, "");
    case "result":
      return `${formatInstant(compared.result.createdAt)}, ${compared.result.environment.browser}`;
    case "file": {
      const { measuredAt, source } = compared.side;
      const what = source.kind === "file" ? `read as ${source.title}` : "a file";
      return measuredAt === null ? what : `${what}, ${timeText(measuredAt.text)}`;
    }
  }
}
