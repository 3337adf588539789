// Remembers the parameters that each page had when it was left, so that the way back through the bar leads to the same state.
import { create } from "zustand";
import type { SearchText } from "./search-text.ts";

type SearchByPath = Readonly<Record<string, SearchText>>;

const useSearchByPath = create<SearchByPath>(() => ({}));

export function rememberSearch(path: string, search: SearchText): void {
  useSearchByPath.setState({ [path]: search });
}

/** The last parameters of a path in this visit; none where it was not shown. */
export function lastSearchOf(path: string): SearchText {
  return useSearchByPath.getState()[path] ?? {};
}

/** The last parameters of every path that was shown in this visit. */
export function useLastSearch(): SearchByPath {
  return useSearchByPath();
}
