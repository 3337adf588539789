// The explorer: an agent on an n×n grid that infers its cell from what it sees there and looks for a goal.
import { act } from "../inference/act.ts";
import type { Random } from "../inference/act.ts";
import type { Belief } from "../inference/belief.ts";
import type { ModelSpec } from "../inference/model-spec.ts";
import { drawOutcome, seededRandom } from "./chance.ts";
import { outcomeMap } from "./explorer-map.ts";
import { destinations, MOVES } from "./grid.ts";
import { once, type OpPart, repeatable } from "./op-parts.ts";
import { occupancyReader } from "./readers.ts";
import { shareModel } from "./shared-model.ts";
import type { Mind, ModelSource, SharedModel } from "./shared-model.ts";
import type { Participant, ParticipantSetup, Workload } from "./workload.ts";

const OUTCOMES = 5;
export const MOVE_PROBABILITY = 0.9;
/** Probability that a cell shows its own outcome; the rest is spread evenly over the others. */
const SIGHT = 0.92;
/** Nats, over open ground, thorns, goal, stones, water. */
const PREFERENCES = [2, -4, 8, 0, -4];
/** Precision of policies and actions, γ = α, by policy length. */
const PRECISION = { 1: 8, 2: 12, 3: 16 } as const;
/** Episodes last this many steps per cell of the grid's side, so that the cost of a step keeps its long-run mix. */
const STEPS_PER_SIDE = 8;

export function explorerEpisodeSteps(gridSize: number): number {
  return gridSize * STEPS_PER_SIDE;
}

export function describeExplorer(gridSize: 5 | 10, policyLength: 1 | 2 | 3, targets: Int32Array): ModelSpec {
  const cells = gridSize * gridSize;
  const moves = MOVES.length;
  const map = outcomeMap(gridSize);
  const A = Array.from({ length: OUTCOMES * cells }, (_, i) =>
    Math.floor(i / cells) === map[i % cells] ? SIGHT : (1 - SIGHT) / (OUTCOMES - 1),
  );
  const B = new Float64Array(cells * cells * moves);
  for (const [at, target] of targets.entries()) {
    const cell = Math.floor(at / moves);
    const move = at % moves;
    const stay = (cell * cells + cell) * moves + move;
    const leave = (target * cells + cell) * moves + move;
    B[stay] = (B[stay] ?? 0) + 1 - MOVE_PROBABILITY;
    B[leave] = (B[leave] ?? 0) + MOVE_PROBABILITY;
  }
  const precision = PRECISION[policyLength];
  return {
    A: [{ shape: [OUTCOMES, cells], data: A }],
    B: [{ shape: [cells, cells, moves], data: B }],
    C: [{ shape: [OUTCOMES], data: PREFERENCES }],
    D: [{ shape: [cells], data: new Float64Array(cells).fill(1 / cells) }],
    policyLength,
    gamma: precision,
    alpha: precision,
    actionSelection: "stochastic",
  };
}

/** One agent on its own grid. An episode starts in a random cell, which the agent's prior holds twice as likely. */
class ExplorerParticipant implements Participant {
  readonly posterior: Float64Array;
  readonly heard: Float64Array;
  readonly bytes: number;
  /** The cell the agent is really in, row by row; unknown to its inference. */
  cell = 0;
  private readonly mind: Mind;
  private readonly targets: Int32Array;
  private readonly episodeSteps: number;
  private readonly random: Random;
  private readonly belief: Belief;
  private readonly observation = new Int32Array(1);
  private stepsLeft: number;

  constructor(shared: SharedModel, targets: Int32Array, episodeSteps: number, { seed, posterior }: ParticipantSetup) {
    this.mind = shared.mindOf();
    this.targets = targets;
    this.episodeSteps = episodeSteps;
    this.random = seededRandom(seed);
    this.belief = this.mind.createBelief(posterior);
    this.posterior = this.belief.posterior;
    this.heard = new Float64Array(shared.model.marginalLength);
    this.bytes = this.mind.bytesOf(this.belief, [this.observation, this.heard]);
    this.startEpisode();
    // Agents begin at different points of their first episode, so that they do not all restart in one round.
    this.stepsLeft = 1 + Math.floor(this.random() * episodeSteps);
    this.mind.remember(this.belief);
  }

  /** The move that it chose last. */
  get action(): number {
    return this.belief.action[0] ?? 0;
  }

  step(): void {
    this.begin();
    this.look();
    this.mind.think(this.belief, this.observation);
    this.choose();
    this.move();
  }

  parts(): readonly OpPart[] {
    return [
      once("observe", () => this.begin()),
      repeatable("observe", () => this.look()),
      ...this.mind.thinking(this.belief, this.observation),
      repeatable("act", () => this.choose()),
      once("act", () => this.move()),
    ];
  }

  private begin(): void {
    this.mind.recall(this.belief);
    if (this.stepsLeft === 0) this.startEpisode();
    this.stepsLeft -= 1;
  }

  private look(): void {
    const [likelihood] = this.mind.model.likelihoods;
    if (likelihood !== undefined) this.observation[0] = drawOutcome(likelihood, this.cell, this.random());
  }

  private choose(): void {
    const { model, workspace } = this.mind;
    act(model, workspace, this.belief, this.random);
  }

  private move(): void {
    const { belief } = this;
    this.mind.remember(belief);
    const moves = this.random() < MOVE_PROBABILITY;
    if (moves) this.cell = this.targets[this.cell * MOVES.length + (belief.action[0] ?? 0)] ?? 0;
  }

  private startEpisode(): void {
    const { prior, action } = this.belief;
    const cells = prior.length;
    this.stepsLeft = this.episodeSteps;
    this.cell = Math.floor(this.random() * cells);
    prior.fill(1 / (cells + 1));
    prior[this.cell] = 2 / (cells + 1);
    action.fill(-1);
  }
}

/** The explorer workload; its participants also tell where they really are. */
export interface ExplorerWorkload extends Workload {
  createParticipant(setup: ParticipantSetup): ExplorerParticipant;
}

/** Compiles the explorer workload for one grid and policy length. */
export function buildExplorer(
  gridSize: 5 | 10,
  policyLength: 1 | 2 | 3,
  models: ModelSource = shareModel,
): ExplorerWorkload {
  const targets = destinations(gridSize);
  const shared = models(describeExplorer(gridSize, policyLength, targets));
  return {
    messageLength: shared.model.marginalLength,
    sharedBytes: shared.bytes + targets.byteLength,
    scratchBytes: shared.scratchBytes,
    createParticipant: (setup) => new ExplorerParticipant(shared, targets, explorerEpisodeSteps(gridSize), setup),
    readerFor: occupancyReader,
  };
}
