// Reads what the address of a comparison names: its results, and what was measured for it.
import type { QueryClient } from "@tanstack/react-query";
import { COMPARED_LEAST, COMPARED_MOST, kindOf, SEPARATOR } from "../../../comparison/compare-address.ts";
import type { Compared } from "../../../comparison/compared.ts";
import type { CompareQuestion, Pair } from "../../../comparison/question.ts";
import { readNames } from "../../../comparison/source-names.ts";
import type { SearchText } from "../../../session/address/search-text.ts";
import { readSources } from "../list/compare-sources.ts";

export type ReadQuestion =
  | { readonly state: "read"; readonly question: CompareQuestion }
  | { readonly state: "refused"; readonly message: string };

const kinds = { calibration: "The calibration", again: "What was measured again" } as const;

/** A result that travels whole has no name of its own: the address may say one. */
function withNames(results: readonly Compared[], sources: string, text: string): readonly Compared[] {
  const names = readNames(text);
  const kindsOfSources = sources.split(SEPARATOR).map((source) => kindOf(source).kind);
  return results.map((one, at) => {
    const name = names[at] ?? "";
    return one.kind === "result" && kindsOfSources[at] === "whole" && name !== "" ? { ...one, name } : one;
  });
}

/**
 * Reads everything an address names: results, `calibration` and `again` with two sources each. What was measured beside the
 * results may be missing: the comparison stands without.
 */
export async function readQuestion(
  sources: string,
  { calibration, again, names = "" }: SearchText,
  queries: QueryClient,
): Promise<ReadQuestion> {
  const read = await readSources(sources, [COMPARED_LEAST, COMPARED_MOST], queries);
  if (read.state === "refused") return read;
  const problems: string[] = [];
  const pairOf = async (what: keyof typeof kinds, text: string | undefined): Promise<Pair | null> => {
    if (text === undefined) return null;
    const pair = await readSources(text, [2, 2], queries);
    if (pair.state === "refused") {
      problems.push(`${kinds[what]} is left out. ${pair.message}`);
      return null;
    }
    const [first, second] = pair.results;
    return first?.kind === "result" && second?.kind === "result" ? [first, second] : null;
  };
  const question = {
    results: withNames(read.results, sources, names),
    calibration: await pairOf("calibration", calibration),
    again: await pairOf("again", again),
    problems,
  };
  return { state: "read", question };
}
