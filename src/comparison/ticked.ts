// What an address ticks to be compared: the sources that are there, and a sentence for what is not.
import { COMPARED_MOST, SEPARATOR, splitSources } from "./compare-address.ts";

export interface Ticked {
  /** In their order; the first is what the others are compared with. */
  readonly sources: readonly string[];
  /** What of the address is left out, one sentence each. */
  readonly problems: readonly string[];
}

/** @param isThere null where nobody knows yet, such as a reference that is still being fetched: then it is neither ticked nor missed */
export function tickedSources(text: string, isThere: (source: string) => boolean | null): Ticked {
  const sources = splitSources(text);
  const asked = text === "" ? 0 : new Set(text.split(SEPARATOR)).size;
  const missing = sources.filter((source) => isThere(source) === false).length;
  const problems = [
    ...(asked > COMPARED_MOST
      ? [`The address ticks ${asked} results, and at most ${COMPARED_MOST} are compared: the others are left out.`]
      : []),
    ...(missing === 1
      ? [
          "The address ticks a result that is not here: it was deleted, or another browser or tab has it. It is left out.",
        ]
      : []),
    ...(missing > 1
      ? [
          `The address ticks ${missing} results that are not here: they were deleted, or another browser or tab has them. They are left out.`,
        ]
      : []),
  ];
  return { sources: sources.filter((source) => isThere(source) === true), problems };
}
