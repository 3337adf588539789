// The examples that ship: the nine models whose step times of pymdp were recorded, built as its recordings define them.
import type { ModelSpec, Tensor } from "../../inference/model-spec.ts";
import type { ExampleModel } from "../model-reference.ts";
import { describeTMaze, T_MAZE_EPISODE_STEPS } from "../t-maze.ts";
import type { OwnModel } from "./own-model.ts";
import { writeModel } from "./write-model.ts";

/** Up, right, down, left, stay, as [rows, columns]. */
const MOVES = [
  [-1, 0],
  [0, 1],
  [1, 0],
  [0, -1],
  [0, 0],
] as const;

const OWN_CELL = 0.8;
const MOVE = 0.9;
/** Nats for each step that a cell is from the goal. */
const DISTANCE_COST = 0.5;
/** Nats by which a cell is preferred to the one before it, so that no two policies tie. */
const APART = 0.001;
/** The recordings begin again every ten steps. */
const EPISODE_STEPS = 10;

interface Grid {
  readonly side: 5 | 10;
  readonly isNoisy: boolean;
  readonly goal: number;
}

function zeros(...shape: readonly number[]): { readonly shape: readonly number[]; readonly data: Float64Array } {
  return { shape, data: new Float64Array(shape.reduce((product, size) => product * size, 1)) };
}

/** The cell that a move leads to, or null beyond the wall. */
function moved(cell: number, [down, right]: readonly [number, number], side: number): number | null {
  const row = Math.floor(cell / side) + down;
  const column = (cell % side) + right;
  return row >= 0 && row < side && column >= 0 && column < side ? row * side + column : null;
}

/** What is seen [cell seen, cell]: the own cell; where it is noisy, sometimes one beside it. */
function sight({ side, isNoisy }: Grid): Tensor {
  const cells = side * side;
  const A = zeros(cells, cells);
  for (let cell = 0; cell < cells; cell += 1) {
    const beside = MOVES.slice(0, 4)
      .map((move) => moved(cell, move, side))
      .filter((one) => one !== null);
    A.data[cell * cells + cell] = isNoisy ? OWN_CELL : 1;
    if (isNoisy) for (const seen of beside) A.data[seen * cells + cell] = 0.2 / beside.length;
  }
  return A;
}

/** Where a move leads [next cell, cell, move]; where it is noisy, one in ten stays. */
function moves({ side, isNoisy }: Grid): Tensor {
  const cells = side * side;
  const B = zeros(cells, cells, MOVES.length);
  for (let cell = 0; cell < cells; cell += 1) {
    for (const [at, move] of MOVES.entries()) {
      const next = moved(cell, move, side) ?? cell;
      const entry = (to: number) => (to * cells + cell) * MOVES.length + at;
      if (isNoisy && next !== cell) {
        B.data[entry(next)] = MOVE;
        B.data[entry(cell)] = 0.1;
      } else B.data[entry(next)] = 1;
    }
  }
  return B;
}

function towards({ side, goal }: Grid): Tensor {
  const cells = side * side;
  const data = Float64Array.from({ length: cells }, (_, cell) => {
    const down = Math.abs(Math.floor(cell / side) - Math.floor(goal / side));
    const across = Math.abs((cell % side) - (goal % side));
    return -DISTANCE_COST * (down + across) + APART * cell;
  });
  return { shape: [cells], data };
}

function even(size: number): Tensor {
  return { shape: [size], data: new Float64Array(size).fill(1 / size) };
}

function gridModel(grid: Grid, policyLength: number): ModelSpec {
  return { A: [sight(grid)], B: [moves(grid)], C: [towards(grid)], D: [even(grid.side ** 2)], policyLength };
}

const grid5 = (isNoisy: boolean): Grid => ({ side: 5, isNoisy, goal: 18 });
const grid10 = (isNoisy: boolean): Grid => ({ side: 10, isNoisy, goal: 76 });

/** Cells of the 10×10 grid where the hidden condition shows. */
const SIGNS: ReadonlySet<number> = new Set([12, 17, 72, 77]);
const CONDITIONS = 4;

/** A noisy grid beside a condition of four states, which changes seldom, whatever the agent does, and shows in four cells. */
function gridWithCondition(policyLength: number): ModelSpec {
  const grid = grid10(true);
  const cells = grid.side ** 2;
  const position = sight(grid);
  const where = zeros(cells, cells, CONDITIONS);
  for (let i = 0; i < where.data.length; i += 1) where.data[i] = position.data[Math.floor(i / CONDITIONS)] ?? 0;
  const signs = zeros(CONDITIONS, cells, CONDITIONS);
  for (let i = 0; i < signs.data.length; i += 1) {
    const shows = SIGNS.has(Math.floor(i / CONDITIONS) % cells);
    const sign = Math.floor(i / (cells * CONDITIONS));
    signs.data[i] = !shows ? 1 / CONDITIONS : sign === i % CONDITIONS ? 0.925 : 0.025;
  }
  const drift = zeros(CONDITIONS, CONDITIONS, 1);
  for (let i = 0; i < drift.data.length; i += 1) {
    drift.data[i] = Math.floor(i / CONDITIONS) === i % CONDITIONS ? 0.985 : 0.005;
  }
  return {
    A: [where, signs],
    B: [moves(grid), drift],
    C: [towards(grid), { shape: [CONDITIONS], data: [0, 0.3, 0.1, -0.2] }],
    D: [even(cells), even(CONDITIONS)],
    policyLength,
  };
}

/** The built-in T-maze; where that has 1 − 0.98 as computed, the recording has 0.02. */
function recordedTMaze(): ModelSpec {
  const spec = describeTMaze();
  const A = spec.A.map(({ shape, data }) => ({
    shape,
    data: Float64Array.from({ length: data.length }, (_, i) => Number((data[i] ?? 0).toFixed(12))),
  }));
  return { ...spec, A };
}

const specs = {
  a_tmaze_pl2: recordedTMaze,
  b_grid5_pl1_det: () => gridModel(grid5(false), 1),
  b_grid5_pl1_noisy: () => gridModel(grid5(true), 1),
  b_grid5_pl3_det: () => gridModel(grid5(false), 3),
  b_grid5_pl3_noisy: () => gridModel(grid5(true), 3),
  c_grid10_pl2_det: () => gridModel(grid10(false), 2),
  c_grid10_pl2_noisy: () => gridModel(grid10(true), 2),
  d_grid10x4_pl1: () => gridWithCondition(1),
  d_grid10x4_pl2: () => gridWithCondition(2),
} satisfies Record<ExampleModel, () => ModelSpec>;

export function exampleModel(name: ExampleModel): OwnModel {
  return { spec: specs[name](), episodeSteps: name === "a_tmaze_pl2" ? T_MAZE_EPISODE_STEPS : EPISODE_STEPS };
}

/** The canonical text of an example. */
export function exampleText(name: ExampleModel): string {
  return writeModel(exampleModel(name));
}
