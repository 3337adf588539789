// The address of a comparison that holds all results themselves, their names, and what was measured for it.
import { compareAddress, splitSources } from "../../../comparison/compare-address.ts";
import type { Compared } from "../../../comparison/compared.ts";
import type { CompareQuestion } from "../../../comparison/question.ts";
import { writeNames } from "../../../comparison/source-names.ts";
import { PARAMETER_CHARACTERS_MOST, type SearchText, stringifySearch } from "../../../session/address/search-text.ts";
import type { MadeLink } from "../../../ui/copy-link.tsx";
import { wholeSources } from "../list/compare-sources.ts";

/** Names of results; a reference has its own wherever it is read. */
function namesOf(results: readonly Compared[]): Readonly<Record<string, string>> {
  const names = writeNames(results.map(({ kind, name }) => (kind === "result" ? name : "")));
  return names === "" ? {} : { names };
}

/** @param search what else the address says now */
export async function comparisonLink(
  { results, calibration, again }: CompareQuestion,
  search: SearchText,
): Promise<MadeLink> {
  const whole = await wholeSources(results);
  if (whole.state === "refused") return whole;
  const { calibration: _, again: _again, names: _names, ...parameters } = search;
  const made: Record<string, string> = { ...parameters, ...namesOf(results) };
  for (const [name, pair] of Object.entries({ calibration, again })) {
    if (pair === null) continue;
    const sources = await wholeSources(pair);
    if (sources.state === "refused") return sources;
    if (sources.text.length > PARAMETER_CHARACTERS_MOST) {
      return { state: "refused", message: "What was measured for this comparison is too much for a link." };
    }
    made[name] = sources.text;
  }
  const address = compareAddress(splitSources(whole.text), made);
  return { state: "made", hash: `/compare/${address.params.sources}${stringifySearch(address.search)}` };
}
