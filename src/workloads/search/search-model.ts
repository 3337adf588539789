// The model of a searcher: its own cell, which it knows, and the cell of the target, which it infers from what it sees around it.
import type { ModelSpec } from "../../inference/model-spec.ts";
import { destinations, MOVES } from "../grid.ts";
import type { RoleDefinition } from "./roles.ts";

/** Nothing, faint, strong, here. */
const OUTCOMES = 4;

/** How likely each outcome is, by how far the target is: here, next to it, two or three cells away, farther. */
const SIGHT: readonly (readonly [number, number, number, number])[] = [
  [0.05, 0.1, 0.25, 0.6],
  [0.3, 0.35, 0.3, 0.05],
  [0.66, 0.25, 0.07, 0.02],
  [0.8, 0.15, 0.04, 0.01],
];

/** Steps between two cells that a king of chess needs. */
function distance(a: number, b: number, gridSize: number): number {
  const across = Math.abs((a % gridSize) - (b % gridSize));
  const down = Math.abs(Math.floor(a / gridSize) - Math.floor(b / gridSize));
  return Math.max(across, down);
}

/** The likelihood of each outcome at a distance. */
function sightAt(steps: number): readonly [number, number, number, number] {
  const band = steps < 2 ? steps : steps < 4 ? 2 : 3;
  return SIGHT[band] ?? [1, 0, 0, 0];
}

/**
 * Factors: own cell (moved by 5 controls, or none of a coordinator), cell of the target (which stays where it is). One modality of four outcomes,
 * whose likelihood is a tensor [outcomes, own cell, target's cell].
 */
export function describeSearcher(gridSize: 5 | 10, policyLength: 1 | 2 | 3, role: RoleDefinition): ModelSpec {
  const cells = gridSize * gridSize;
  const sights = Array.from({ length: cells * cells }, (_, i) =>
    sightAt(distance(Math.floor(i / cells), i % cells, gridSize)),
  );
  const A = Array.from({ length: OUTCOMES }, (_, outcome) => sights.map((sight) => sight[outcome] ?? 0)).flat();
  const controls = role.moves ? MOVES.length : 1;
  const targets = destinations(gridSize);
  const moved = new Float64Array(cells * cells * controls);
  for (let cell = 0; cell < cells; cell += 1) {
    for (let move = 0; move < controls; move += 1) {
      const next = role.moves ? (targets[cell * MOVES.length + move] ?? cell) : cell;
      moved[(next * cells + cell) * controls + move] = 1;
    }
  }
  const stays = Array.from({ length: cells * cells }, (_, i) => (Math.floor(i / cells) === i % cells ? 1 : 0));
  const even = new Float64Array(cells).fill(1 / cells);
  return {
    A: [{ shape: [OUTCOMES, cells, cells], data: A }],
    B: [
      { shape: [cells, cells, controls], data: moved },
      { shape: [cells, cells, 1], data: stays },
    ],
    C: [{ shape: [OUTCOMES], data: role.preferences }],
    D: [
      { shape: [cells], data: even },
      { shape: [cells], data: even },
    ],
    policyLength,
    gamma: 16,
    alpha: 16,
    actionSelection: "stochastic",
  };
}
