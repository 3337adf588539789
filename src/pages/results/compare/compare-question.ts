// Owns what the address of a comparison asks: its results, which are the baseline, which is judged, and what was measured for it.
import type { QueryClient } from "@tanstack/react-query";
import type { SearchText } from "../../../session/address/search-text.ts";
import { COMPARED_LEAST, COMPARED_MOST } from "../../../comparison/compare-address.ts";
import { readSources } from "../list/compare-sources.ts";
import type { Compared, Named } from "../../../comparison/compared.ts";

export type Pair = readonly [Named, Named];

export interface CompareQuestion {
  readonly results: readonly Compared[];
  /** Null where they are not there or cannot be read. */
  readonly calibration: Pair | null;
  readonly again: Pair | null;
  /** What of the address could not be read, one sentence each. */
  readonly problems: readonly string[];
}

export type ReadQuestion =
  | { readonly state: "read"; readonly question: CompareQuestion }
  | { readonly state: "refused"; readonly message: string };

const names = { calibration: "The calibration", again: "What was measured again" } as const;

/** Reads everything an address names: results, `calibration` and `again` with two sources each. What was measured beside the results may be missing: the comparison stands without. */
export async function readQuestion(
  sources: string,
  { calibration, again }: SearchText,
  queries: QueryClient,
): Promise<ReadQuestion> {
  const read = await readSources(sources, [COMPARED_LEAST, COMPARED_MOST], queries);
  if (read.state === "refused") return read;
  const problems: string[] = [];
  const pairOf = async (what: keyof typeof names, text: string | undefined): Promise<Pair | null> => {
    if (text === undefined) return null;
    const pair = await readSources(text, [2, 2], queries);
    if (pair.state === "refused") {
      problems.push(`${names[what]} is left out. ${pair.message}`);
      return null;
    }
    const [first, second] = pair.results;
    return first?.kind === "result" && second?.kind === "result" ? [first, second] : null;
  };
  const question = {
    results: read.results,
    calibration: await pairOf("calibration", calibration),
    again: await pairOf("again", again),
    problems,
  };
  return { state: "read", question };
}

/**
 * What is judged against what.
 * The address says it in `judge`, a place from 2 on as people count, or with `baseline=sessions`: all but the last are one baseline.
 */
export interface Judged {
  readonly baselines: readonly Compared[];
  readonly current: Compared;
  /** Whether several baselines are sessions of one. */
  readonly isSessions: boolean;
}

/** @param results two at least */
export function judgedOf(results: readonly Compared[], search: SearchText): Judged | null {
  const isSessions = search["baseline"] === "sessions" && results.length > COMPARED_LEAST;
  const place = Number(search["judge"]);
  const chosen = Number.isInteger(place) && place >= 2 ? results[place - 1] : undefined;
  const current = isSessions ? results.at(-1) : (chosen ?? results[1]);
  const [first] = results;
  if (first === undefined || current === undefined) return null;
  return { baselines: isSessions ? results.slice(0, -1) : [first], current, isSessions };
}

export interface Mistake {
  /** Nothing is judged. */
  readonly refuses: boolean;
  readonly text: string;
}

/** References say no moment that could be compared. */
function momentOf(one: Compared): number {
  return one.kind === "result" ? Date.parse(one.result.createdAt) : Number.NaN;
}

/** What cannot be meant, in a sentence; null where all is well. Times may be meant, and are only mentioned. */
export function mistakeOf({ baselines, current }: Judged, results: readonly Compared[]): Mistake | null {
  const ids = new Map<string, number>();
  for (const one of [...baselines, current]) {
    const id = one.kind === "result" ? one.result.id : one.series.id;
    ids.set(id, (ids.get(id) ?? 0) + 1);
  }
  if ([...ids.values()].some((count) => count > 1)) {
    return {
      refuses: true,
      text: "The same result stands on both sides, or twice in the baseline: a comparison with itself says nothing. Choose another one.",
    };
  }
  const later = baselines.find((one) => momentOf(one) > momentOf(current));
  if (later === undefined) return null;
  const place = (one: Compared): number => results.indexOf(one) + 1;
  return {
    refuses: false,
    text: `Result ${place(later)}, the baseline, was measured after result ${place(current)}, which is judged.`,
  };
}
