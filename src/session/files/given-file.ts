// Finds out what a file is that somebody gave to the page, from its content, and reads it with the reader of its kind.
import type { Side } from "../../comparison/side.ts";
import type { Result } from "../../results/format/result.ts";
import { isLibraryText } from "../../results/library/library-file.ts";
import type { ReferenceSeries } from "../../results/references/reference.ts";
import { openText } from "../sources/references.ts";

/** Files of other tools may be larger than results; their readers know their own limits. */
const BYTES_MOST = 20_000_000;
/** The format's name stands at the start of a library file. */
const START_BYTES = 400;

/** A file, by the kind that `lead.ts` knows. */
export type GivenFile = { readonly file: File } & (
  | { readonly kind: "library" }
  | { readonly kind: "result"; readonly result: Result }
  | { readonly kind: "references"; readonly series: readonly ReferenceSeries[]; readonly notes: readonly string[] }
  /** Of another tool, to be compared. */
  | { readonly kind: "foreign"; readonly side: Side }
  /** Demand over time, as the planner's address has it. */
  | { readonly kind: "demand"; readonly forecast: string; readonly notes: readonly string[] }
  | { readonly kind: "refused"; readonly message: string }
);

async function demandIn(
  text: string,
): Promise<{ readonly forecast: string; readonly notes: readonly string[] } | null> {
  if (/^\s*[[{]/.test(text)) return null;
  const { forecastFromCsv } = await import("../../results/demand-csv.ts");
  const read = forecastFromCsv(text);
  if (read.state === "refused") return null;
  const { forecastToText } = await import("../../capacity/asked/demand-forecast.ts");
  return { forecast: forecastToText(read.value), notes: read.notes };
}

/** Reads a file that is nothing to draw as demand, or as one to compare by the readers that npm run regress has. */
async function otherwise(file: File, text: string, message: string): Promise<GivenFile> {
  const demand = await demandIn(text);
  if (demand !== null) return { file, kind: "demand", ...demand };
  const { readSide } = await import("../../comparison/read-side.ts");
  const read = readSide(file.name, text);
  if (read.state === "read") return { file, kind: "foreign", side: read.side };
  return { file, kind: "refused", message: message.includes("of no kind") ? read.message : message };
}

/** @returns the file with what it holds; what is wrong with it is a kind too. Never throws */
export async function readGiven(file: File): Promise<GivenFile> {
  try {
    if (isLibraryText(await file.slice(0, START_BYTES).text())) return { file, kind: "library" };
    if (file.size > BYTES_MOST) {
      return { file, kind: "refused", message: "it is larger than 20 MB, more than any file that Headroom reads." };
    }
    const text = await file.text();
    const opened = await openText(file.name, text);
    switch (opened.state) {
      case "result":
        return { file, kind: "result", result: opened.result };
      case "references":
        return { file, kind: "references", series: opened.series, notes: opened.notes };
      case "refused":
        return await otherwise(file, text, opened.message);
    }
  } catch {
    return { file, kind: "refused", message: "it could not be read. Check that it still exists and try again." };
  }
}
