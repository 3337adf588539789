// The agents' worlds: how an episode begins, what is seen, and where an action leads. One agent after another: these are tables, not sums.
import {
  AT_MOVES, AT_SIGHTS, AT_START, AT_UNIFORM, CONTROLS, EPISODE_STEPS, IN_ACTION, IN_CELL, IN_OBSERVATION, IN_RANDOM,
  IN_STEPS_LEFT, MODALITIES, START_IN_CELL, STATES,
} from "../fields";
import { drawAll, drawOne } from "./random";
import { address, field, width } from "./vectors";

/**
 * A row of chances: how many there are, then each cumulative chance, then what each leads to. The last one is taken where no
 * other is.
 */
function chosenOf(row: usize, uniform: f64): i32 {
  const count = load<i32>(row);
  const last = count - 1;
  let at = 0;
  for (let k = 0; k < last; k++) at += <i32>(uniform >= load<f64>(row + 8 + (<usize>k << 3)));
  return load<i32>(row + 8 + (<usize>count << 3) + (<usize>at << 2));
}

/** Begins a new episode of one agent. */
function startEpisode<F, N>(model: usize, block: usize, lane: i32): void {
  const agents = width<F, N>();
  const states = field(model, STATES);
  const random = block + field(model, IN_RANDOM) + (<usize>lane << 3);
  const row = address(model, AT_START);
  let prior = block + <usize>lane * sizeof<F>();
  const step = <usize>agents * sizeof<F>();
  let cell: i32;
  if (field(model, START_IN_CELL)) {
    // States are ordered by class: the row lists the place of each cell.
    const drawn = <i32>(drawOne(random, <usize>agents << 3) * <f64>states);
    cell = load<i32>(row + (<usize>drawn << 2));
    const even = <F>(1.0 / <f64>(states + 1));
    for (let s = 0; s < states; s++) store<F>(prior + <usize>s * step, even);
    store<F>(prior + <usize>cell * step, <F>(2.0 / <f64>(states + 1)));
  } else {
    const count = load<i32>(row);
    cell = chosenOf(row, count > 1 ? drawOne(random, <usize>agents << 3) : 0);
    let initial = row + 8 + (<usize>count << 3) + ((<usize>count << 2) + 7 & ~7);
    for (let s = 0; s < states; s++) {
      store<F>(prior, load<F>(initial));
      prior += step;
      initial += sizeof<F>();
    }
  }
  store<i32>(block + field(model, IN_CELL) + (<usize>lane << 2), cell);
  store<i32>(block + field(model, IN_STEPS_LEFT) + (<usize>lane << 2), field(model, EPISODE_STEPS));
}

/** Begins the step: a new episode where the last one is over. */
export function begin<F, N>(model: usize, block: usize): void {
  const left = block + field(model, IN_STEPS_LEFT);
  for (let lane = 0; lane < width<F, N>(); lane++) {
    const at = left + (<usize>lane << 2);
    if (load<i32>(at) == 0) startEpisode<F, N>(model, block, lane);
    store<i32>(at, load<i32>(at) - 1);
  }
}

/** Draws what every agent sees: one outcome for each modality, joined to one number, the last modality varying fastest. */
export function observe<F, N>(model: usize, block: usize): void {
  const agents = width<F, N>();
  const states = field(model, STATES);
  const modalities = field(model, MODALITIES);
  const sights = address(model, AT_SIGHTS);
  const uniform = address(model, AT_UNIFORM);
  const cells = block + field(model, IN_CELL);
  const seen = block + field(model, IN_OBSERVATION);
  for (let m = 0; m < modalities; m++) {
    drawAll(block + field(model, IN_RANDOM), agents, uniform);
    const table = sights + (<usize>(m * (states + 1)) << 2);
    const outcomes = load<i32>(table);
    for (let lane = 0; lane < agents; lane++) {
      const at = <usize>lane << 2;
      const row = load<usize>(table + 4 + (<usize>load<i32>(cells + at) << 2));
      const outcome = chosenOf(row, load<f64>(uniform + (at << 1)));
      store<i32>(seen + at, m == 0 ? outcome : load<i32>(seen + at) * outcomes + outcome);
    }
  }
}

/** Moves every agent by its action. A row that begins with a negative count needs no chance: what is behind it leads to one state. */
export function move<F, N>(model: usize, block: usize): void {
  const agents = width<F, N>();
  const controls = field(model, CONTROLS);
  const table = address(model, AT_MOVES);
  const cells = block + field(model, IN_CELL);
  const actions = block + field(model, IN_ACTION);
  const random = block + field(model, IN_RANDOM);
  const uniform = address(model, AT_UNIFORM);
  // The first number of the table says whether every move draws; then all agents draw at once.
  const everyMoveDraws = load<i32>(table);
  if (everyMoveDraws) drawAll(random, agents, uniform);
  for (let lane = 0; lane < agents; lane++) {
    const at = <usize>lane << 2;
    const place = load<i32>(cells + at) * controls + load<i32>(actions + at);
    const row = load<usize>(table + 4 + (<usize>place << 2));
    let chance: f64 = 0;
    if (everyMoveDraws) chance = load<f64>(uniform + (at << 1));
    else if (load<i32>(row) > 1) chance = drawOne(random + (at << 1), <usize>agents << 3);
    store<i32>(cells + at, chosenOf(row, chance));
  }
}
