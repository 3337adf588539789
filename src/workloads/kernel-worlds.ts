// The worlds of workloads as the kernel steps them: the same chances, drawn in the same order from the same seeds.
import { chancesOf } from "../inference/kernel/kernel-world.ts";
import type { AgentStart, KernelWorld } from "../inference/kernel/kernel-world.ts";
import type { Model } from "../inference/model.ts";
import { steppedRandom } from "./chance.ts";
import { explorerEpisodeSteps, MOVE_PROBABILITY } from "./explorer.ts";
import { destinations, MOVES } from "./grid.ts";

function startOf(words: readonly number[], state: number, stepsLeft: number): AgentStart {
  const [a = 0, b = 0, c = 0, d = 0] = words;
  return { random: [a, b, c, d], state, stepsLeft };
}

/** The grid of an explorer. Its agents begin at different points of their first episode. */
export function explorerWorld(gridSize: 5 | 10): KernelWorld {
  const targets = destinations(gridSize);
  const episodeSteps = explorerEpisodeSteps(gridSize);
  const cells = gridSize * gridSize;
  return {
    start: "cell",
    episodeSteps,
    everyMoveDraws: true,
    moves: (state, control) => ({
      cumulative: [MOVE_PROBABILITY, 1],
      leadsTo: [targets[state * MOVES.length + control] ?? 0, state],
    }),
    begin: (seed) => {
      const { random, words } = steppedRandom(seed);
      const state = Math.floor(random() * cells);
      const stepsLeft = 1 + Math.floor(random() * episodeSteps);
      return startOf(words(), state, stepsLeft);
    },
  };
}

/** The world of a model with one hidden factor that follows the model itself. @param episodeSteps null where an episode never ends */
export function ownWorld(model: Model, episodeSteps: number | null): KernelWorld {
  const [transition] = model.transitions;
  if (transition === undefined || model.transitions.length > 1) throw new TypeError("the world has one hidden factor");
  const { states, columnStart, next, value } = transition;
  return {
    start: "initial",
    episodeSteps,
    everyMoveDraws: false,
    moves: (state, control) => {
      const entries: (readonly [number, number])[] = [];
      const column = control * states + state;
      for (let i = columnStart[column] ?? 0; i < (columnStart[column + 1] ?? 0); i += 1) {
        entries.push([next[i] ?? 0, value[i] ?? 0]);
      }
      return chancesOf(entries);
    },
    begin: (seed) => startOf(steppedRandom(seed).words(), 0, 0),
  };
}
