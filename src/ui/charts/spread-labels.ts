// Where the labels of lines stand so that none covers another: as near to their line's end as the others let them.

/**
 * Places labels on a line, in the order in which they come.
 * @param wanted where each would stand best, px, ascending
 * @param gap the least distance of two neighbours, px
 * @returns a place for each, ascending, within the ends; null where they do not all fit
 */
export function spreadLabels(
  wanted: readonly number[],
  gap: number,
  least: number,
  most: number,
): readonly number[] | null {
  if ((wanted.length - 1) * gap > most - least) return null;
  const places: number[] = [];
  for (const [at, best] of wanted.entries())
    places.push(Math.max(best, at === 0 ? least : (places[at - 1] ?? least) + gap));
  // What was pushed over the end comes back, and takes its neighbours along.
  let room = most;
  return places
    .toReversed()
    .map((place) => {
      const kept = Math.min(place, room);
      room = kept - gap;
      return kept;
    })
    .toReversed();
}
