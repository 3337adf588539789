// The explorer's maps: what can be seen in each cell of the grid.

/**
 * Outcomes, in the order of the preferences: 0 open ground, 1 thorns, 2 a goal, 3 stones, 4 water.
 * The maps are irregular and rich in neutral stones on purpose: one view is ambiguous, a short walk is not, and the
 * way to a goal is worth walking. Goals are told apart by what lies around them.
 */
const MAPS = {
  5: ["33203", "30023", "00403", "14141", "00431"],
  10: [
    "1332304333",
    "0233033310",
    "4100402434",
    "2232104031",
    "0031330233",
    "4033314012",
    "1133000200",
    "3103300331",
    "4030403311",
    "3133200000",
  ],
} as const;

/** The outcome of every cell, row by row from the top left corner. */
export function outcomeMap(gridSize: 5 | 10): readonly number[] {
  return MAPS[gridSize].flatMap((row) => Array.from(row, Number));
}
