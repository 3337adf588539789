// One member of a searching team: it knows its own cell, looks around, infers where the target is, and plans by its role.
import { act, type Random } from "../../inference/act.ts";
import type { Belief } from "../../inference/belief.ts";
import { safeLog } from "../../inference/numerics.ts";
import { drawOutcome, seededRandom } from "../chance.ts";
import { destinations, MOVES } from "../grid.ts";
import { once, type OpPart, repeatable } from "../op-parts.ts";
import type { Mind, SharedModel } from "../shared-model.ts";
import type { Participant, ParticipantSetup } from "../workload.ts";
import { roleOf, type Role, roles } from "./roles.ts";

/** Episodes last this many steps per cell of the grid's side, found or not. */
export const STEPS_PER_SIDE = 8;

/** What all searchers of a lane share. */
export interface SearchGround {
  readonly gridSize: number;
  /** A compiled model for each role. */
  readonly models: Readonly<Record<Role, SharedModel>>;
  readonly targets: Int32Array;
}

export function searchGround(gridSize: number, models: SearchGround["models"]): SearchGround {
  return { gridSize, models, targets: destinations(gridSize) };
}

/** Where the target of an episode is: the same for the whole team, whatever lane its members sit on. */
function targetOf(teamSeed: number, episode: number, cells: number): number {
  return Math.floor(seededRandom(teamSeed + Math.imul(episode + 1, 0x85ebca6b))() * cells);
}

/** The cell in the middle; of an even grid the one right below it. */
function middleOf(gridSize: number): number {
  const half = Math.floor(gridSize / 2);
  return half * gridSize + half;
}

export class Searcher implements Participant {
  /** The logarithm of its belief about the target's cell: what it publishes. */
  readonly posterior: Float64Array;
  /** What it will believe of the target before it looks again; hearing writes it. */
  readonly heard: Float64Array;
  readonly bytes: number;
  readonly role: Role;
  /** Where it really is, and the target. */
  cell = 0;
  target = 0;
  readonly #ground: SearchGround;
  readonly #mind: Mind;
  readonly #random: Random;
  readonly #belief: Belief;
  readonly #observation = new Int32Array(1);
  readonly #teamSeed: number;
  #episode = 0;
  #stepsLeft = 0;

  constructor(ground: SearchGround, { seed, teamSeed, agent, agents, posterior }: ParticipantSetup) {
    this.role = roleOf(agent, agents);
    this.#ground = ground;
    this.#mind = ground.models[this.role].mindOf();
    this.#random = seededRandom(seed);
    this.#teamSeed = teamSeed;
    this.#belief = this.#mind.createBelief();
    const cells = ground.gridSize ** 2;
    this.posterior = posterior ?? new Float64Array(cells);
    this.heard = this.#belief.prior.subarray(cells);
    // What it publishes may be a row of an array of many, of which only the row counts.
    this.bytes = this.#mind.bytesOf(this.#belief, [this.#observation]) + this.posterior.byteLength;
    this.startEpisode(0);
  }

  /** Puts the team before a new target, whose place nobody knows. Who walks begins anywhere; who does not, in the middle. */
  startEpisode(episode: number): void {
    const { gridSize } = this.#ground;
    const cells = gridSize ** 2;
    this.#episode = episode;
    this.#stepsLeft = gridSize * STEPS_PER_SIDE;
    this.target = targetOf(this.#teamSeed, episode, cells);
    this.cell = roles[this.role].moves ? Math.floor(this.#random() * cells) : middleOf(gridSize);
    const { prior, action } = this.#belief;
    prior.fill(0, 0, cells);
    prior[this.cell] = 1;
    prior.fill(1 / cells, cells);
    action.fill(-1);
  }

  step(): void {
    this.#begin();
    this.#look();
    this.#mind.think(this.#belief, this.#observation);
    this.#choose();
    this.#write();
    this.#move();
  }

  parts(): readonly OpPart[] {
    return [
      once("observe", () => this.#begin()),
      repeatable("observe", () => this.#look()),
      ...this.#mind.thinking(this.#belief, this.#observation),
      repeatable("act", () => this.#choose()),
      once("act", () => this.#move()),
      repeatable("publish", () => this.#write()),
    ];
  }

  #begin(): void {
    if (this.#stepsLeft === 0) this.startEpisode(this.#episode + 1);
    this.#stepsLeft -= 1;
  }

  #look(): void {
    const cells = this.posterior.length;
    const [likelihood] = this.#mind.model.likelihoods;
    if (likelihood === undefined) return;
    this.#observation[0] = drawOutcome(likelihood, this.cell * cells + this.target, this.#random());
  }

  #choose(): void {
    const { model, workspace } = this.#mind;
    act(model, workspace, this.#belief, this.#random);
  }

  /** Writes what it publishes. */
  #write(): void {
    const cells = this.posterior.length;
    const { posterior } = this.#belief;
    for (let s = 0; s < cells; s += 1) this.posterior[s] = safeLog(posterior[cells + s] ?? 0);
  }

  #move(): void {
    const { action } = this.#belief;
    if (roles[this.role].moves) this.cell = this.#ground.targets[this.cell * MOVES.length + (action[0] ?? 0)] ?? 0;
  }
}
