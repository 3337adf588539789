// One of the results of a comparison as it is judged, wherever it comes from.
import { isValid } from "../measurement/run/sample.ts";
import type { Result } from "../results/format/result.ts";
import type { ReferenceSeries } from "../results/references/reference.ts";
import type { MeasuredInput } from "./cells/measured-input.ts";
import { referenceMeasured } from "./cells/reference-cells.ts";
import { deriveResult } from "../results/derive.ts";
import { uselessText } from "../results/quality-text.ts";
import { measuredOf } from "./cells/result-cells.ts";

/** What a side was made of. */
type SideSource =
  | { readonly kind: "result"; readonly result: Result }
  | { readonly kind: "reference"; readonly series: ReferenceSeries }
  /** A file of another tool. */
  | { readonly kind: "file"; readonly title: string };

export interface Side extends MeasuredInput {
  /** What it is called in messages, such as a file's name. */
  readonly name: string;
  readonly source: SideSource;
  /** Its content, to tell whether two are one; null where only the id tells. */
  readonly text: string | null;
  /** What tells that nothing can be concluded of it; null where something can, or nobody knows. */
  readonly useless: string | null;
}

/** @param text the file it came from, where it came from one */
export function resultSide(name: string, result: Result, text: string | null = null): Side {
  const left = result.samples.filter((sample) => !isValid(sample)).length;
  return {
    name,
    source: { kind: "result", result },
    text,
    useless: uselessText(deriveResult(result), result.environment),
    measured: measuredOf(result),
    id: result.id,
    measuredAt: { field: "createdAt", text: result.createdAt },
    notes: left === 0 ? [] : [`${left} of ${result.samples.length} attempts do not count.`],
  };
}

export function referenceSide(name: string, series: ReferenceSeries): Side {
  const measured = referenceMeasured(series);
  return {
    name,
    source: { kind: "reference", series },
    text: null,
    useless: null,
    measured,
    id: series.id,
    measuredAt: null,
    notes: [],
  };
}
