// The T-maze: an agent may visit a cue before it chooses the arm where the reward might be.
import { act } from "../inference/act.ts";
import type { Random } from "../inference/act.ts";
import { resetBelief } from "../inference/belief.ts";
import type { Belief } from "../inference/belief.ts";
import type { ModelSpec } from "../inference/model-spec.ts";
import { drawOutcome, seededRandom } from "./chance.ts";
import { once, type OpPart, repeatable } from "./op-parts.ts";
import { occupancyReader } from "./readers.ts";
import { shareModel } from "./shared-model.ts";
import type { Mind, ModelSource, SharedModel } from "./shared-model.ts";
import type { Participant, ParticipantSetup, Workload } from "./workload.ts";

const CENTRE = 0;
const LEFT_ARM = 1;
const CUE = 3;
const LOCATIONS = 4;
const SIDES = 2;
const REWARD_PROBABILITY = 0.98;
/** Steps until the reward is hidden again and the agent starts again at the centre. */
export const T_MAZE_EPISODE_STEPS = 10;

/** A [outcomes, location, side of the reward] from a probability per entry. */
function likelihood(outcomes: number, probability: (outcome: number, location: number, side: number) => number) {
  const data = Array.from({ length: outcomes * LOCATIONS * SIDES }, (_, i) =>
    probability(Math.floor(i / (LOCATIONS * SIDES)), Math.floor(i / SIDES) % LOCATIONS, i % SIDES),
  );
  return { shape: [outcomes, LOCATIONS, SIDES], data };
}

function outcomeInArm(outcome: number, location: number, side: number): number {
  if (location === CENTRE || location === CUE) return outcome === 0 ? 1 : 0;
  const rewarded = (location === LEFT_ARM) === (side === 0);
  if (outcome === 1) return rewarded ? REWARD_PROBABILITY : 1 - REWARD_PROBABILITY;
  return outcome === 2 ? (rewarded ? 1 - REWARD_PROBABILITY : REWARD_PROBABILITY) : 0;
}

/** pymdp's T-maze: where am I, what did I get (nothing, reward, loss), what does the cue say; two steps ahead. */
export function describeTMaze(): ModelSpec {
  const go = Array.from({ length: LOCATIONS ** 3 }, (_, i) =>
    Math.floor(i / (LOCATIONS * LOCATIONS)) === i % LOCATIONS ? 1 : 0,
  );
  return {
    A: [
      likelihood(LOCATIONS, (outcome, location) => (outcome === location ? 1 : 0)),
      likelihood(3, outcomeInArm),
      likelihood(SIDES, (outcome, location, side) => (location === CUE ? Number(outcome === side) : 0.5)),
    ],
    B: [
      { shape: [LOCATIONS, LOCATIONS, LOCATIONS], data: go },
      { shape: [SIDES, SIDES, 1], data: [1, 0, 0, 1] },
    ],
    C: [
      { shape: [LOCATIONS], data: [0, 0, 0, 0] },
      { shape: [3], data: [0, 3, -3] },
      { shape: [SIDES], data: [0, 0] },
    ],
    D: [
      { shape: [LOCATIONS], data: [1, 0, 0, 0] },
      { shape: [SIDES], data: [0.5, 0.5] },
    ],
    policyLength: 2,
  };
}

/** One agent in its own maze; the reward's side is drawn at the start of every episode. */
class TMazeParticipant implements Participant {
  readonly posterior: Float64Array;
  readonly heard: Float64Array;
  readonly bytes: number;
  private readonly mind: Mind;
  private readonly random: Random;
  private readonly belief: Belief;
  private readonly observation: Int32Array;
  private location = CENTRE;
  private side = 0;
  private stepsLeft = 0;

  constructor(shared: SharedModel, { seed, posterior }: ParticipantSetup) {
    this.mind = shared.mindOf();
    this.random = seededRandom(seed);
    this.belief = this.mind.createBelief(posterior);
    this.observation = new Int32Array(shared.model.likelihoods.length);
    this.posterior = this.belief.posterior;
    this.heard = new Float64Array(shared.model.marginalLength);
    this.bytes = this.mind.bytesOf(this.belief, [this.observation, this.heard]);
  }

  step(): void {
    this.begin();
    this.observe();
    this.mind.think(this.belief, this.observation);
    this.choose();
    this.move();
  }

  parts(): readonly OpPart[] {
    return [
      once("observe", () => this.begin()),
      repeatable("observe", () => this.observe()),
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

  private choose(): void {
    act(this.mind.model, this.mind.workspace, this.belief, this.random);
  }

  private move(): void {
    this.mind.remember(this.belief);
    this.location = this.belief.action[0] ?? CENTRE;
  }

  private startEpisode(): void {
    this.stepsLeft = T_MAZE_EPISODE_STEPS;
    this.location = CENTRE;
    this.side = this.random() < 0.5 ? 0 : 1;
    resetBelief(this.mind.model, this.belief);
  }

  private observe(): void {
    const { likelihoods } = this.mind.model;
    const state = this.location * SIDES + this.side;
    for (let m = 0; m < likelihoods.length; m += 1) {
      const likelihood = likelihoods[m];
      if (likelihood !== undefined) this.observation[m] = drawOutcome(likelihood, state, this.random());
    }
  }
}

/** Compiles the T-maze workload. */
export function buildTMaze(models: ModelSource = shareModel): Workload {
  const shared = models(describeTMaze());
  return {
    messageLength: shared.model.marginalLength,
    sharedBytes: shared.bytes,
    scratchBytes: shared.scratchBytes,
    createParticipant: (setup) => new TMazeParticipant(shared, setup),
    readerFor: occupancyReader,
  };
}
