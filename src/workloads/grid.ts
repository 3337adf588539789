// A square grid with walls around it, as several workloads walk it. Cells are counted row by row from the top left corner.

/** Up, right, down, left, stay, as [column, row] offsets. */
export const MOVES = [
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, 0],
] as const;

/** The cell that each move leads to, [cell, move]; a wall holds the agent where it is. */
export function destinations(gridSize: number): Int32Array {
  const clamp = (value: number): number => Math.min(gridSize - 1, Math.max(0, value));
  const cells = Array.from({ length: gridSize * gridSize }, (_, cell) => {
    const column = cell % gridSize;
    const row = Math.floor(cell / gridSize);
    return MOVES.map(([right, down]) => clamp(row + down) * gridSize + clamp(column + right));
  });
  return Int32Array.from(cells.flat());
}
