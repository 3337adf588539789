// Owns the explorer's maps: what can be seen in each cell of the grid.

/**
 * Outcomes, in the order of the preferences: 0 open ground, 1 thorns, 2 the goal, 3 stones, 4 water.
 * The maps are irregular on purpose: a single view is ambiguous, a short walk is not.
 */
const MAPS = {
  5: ["03041", "40300", "01023", "30410", "14003"],
  10: [
    "0304100340",
    "4030014003",
    "0140330010",
    "3001400430",
    "1033004100",
    "0400123034",
    "4013030001",
    "0300410430",
    "3140003014",
    "0034030100",
  ],
} as const;

/** The outcome of every cell, row by row from the top left corner. */
export function outcomeMap(gridSize: 5 | 10): readonly number[] {
  return MAPS[gridSize].flatMap((row) => Array.from(row, Number));
}
