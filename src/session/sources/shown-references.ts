// Decides which references there are and which are drawn.
import type { ReferenceSeries } from "../../results/references/reference.ts";

/** At most so many series are drawn with the measured one. */
export const SHOWN_MOST = 5;

export interface ShownReferences {
  /** All that can be drawn: shipped first, then opened. */
  readonly available: readonly ReferenceSeries[];
  readonly shown: readonly ReferenceSeries[];
}

/**
 * A shipped reference that is opened as a file again is the same one.
 * @param switched series that a person switched on or off, by id; of the others the published ones are drawn
 */
export function shownReferences(
  shipped: readonly ReferenceSeries[],
  opened: readonly ReferenceSeries[],
  switched: Readonly<Record<string, boolean>>,
): ShownReferences {
  const shippedIds = new Set(shipped.map(({ id }) => id));
  const available = [...shipped, ...opened.filter(({ id }) => !shippedIds.has(id))];
  const isWanted = ({ id, provenance }: ReferenceSeries) => switched[id] ?? provenance === "published";
  return { available, shown: available.filter(isWanted).slice(0, SHOWN_MOST) };
}

/**
 * The switches after a person switched one series. All others are pinned as they are drawn now: a series that found no
 * room must not jump into the room that somebody makes for another.
 */
export function switchedTo({ available, shown }: ShownReferences, id: string, on: boolean): Record<string, boolean> {
  const drawn = new Set(shown.map((series) => series.id));
  return Object.fromEntries(available.map((series) => [series.id, series.id === id ? on : drawn.has(series.id)]));
}
