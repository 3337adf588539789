// A team before one hidden target, round by round: each member that is left looks and steps, then beliefs are fused as its arm says.
import { seededRandom } from "../chance.ts";
import { safeLog } from "../../inference/numerics.ts";
import { hearings } from "../hearings.ts";
import type { TopologyKind } from "../hearing.ts";
import { exponentiate, poolingReader } from "../pooling.ts";
import type { PoolingRule } from "../pooling-rules.ts";
import type { SearchWorkload } from "./search.ts";
import type { Searcher } from "./searcher.ts";

/** `talk`: fused over the topology. `alone`: nobody hears anybody. `oracle`: one belief from all observations of all, the limit. */
export const ARMS = ["talk", "alone", "oracle"] as const;
export type Arm = (typeof ARMS)[number];

export interface Team {
  readonly workload: SearchWorkload;
  readonly gridSize: number;
  readonly agents: number;
  readonly topology: TopologyKind;
  readonly pooling: PoolingRule;
  /** Share of a member's rounds in which it crashes for good, 0 to 1. */
  readonly crash: number;
}

/** How a round is fused: from what all published to what each believes. It says how many messages were read. */
type Fuse = (messages: Float64Array, heard: readonly Float64Array[]) => number;

/** The exact posterior from all observations: everybody had the same prior, so log q = Σ log qᵢ − (N − 1) · log prior. */
function oracle(agents: number, prior: Float64Array): Fuse {
  const cells = prior.length;
  const sums = new Float64Array(cells);
  return (messages, heard) => {
    for (let s = 0; s < cells; s += 1) {
      let sum = 0;
      for (let agent = 0; agent < agents; agent += 1) sum += messages[agent * cells + s] ?? 0;
      sums[s] = sum - (agents - 1) * (prior[s] ?? 0);
    }
    for (const own of heard) exponentiate(sums, own);
    const [fused] = heard;
    if (fused !== undefined) for (let s = 0; s < cells; s += 1) prior[s] = safeLog(fused[s] ?? 0);
    return 0;
  };
}

/** @param agents those that are left: they form the topology among themselves @param prior the log belief that all shared before the round, of one mind */
function fuseOf(arm: Arm, { topology, pooling, gridSize }: Team, agents: number, prior: Float64Array): Fuse {
  const messageLength = gridSize ** 2;
  switch (arm) {
    case "alone":
      return () => 0;
    case "talk": {
      const block = { firstAgent: 0, agents };
      return poolingReader({ hearing: hearings[topology], rule: pooling, block, totalAgents: agents, messageLength });
    }
    case "oracle":
      return oracle(agents, prior);
  }
}

/** In which round, from 1, a member crashes: the same for every arm of an episode. */
function crashRound(crash: number, seed: number, agent: number): number {
  if (crash === 0) return Number.POSITIVE_INFINITY;
  const random = seededRandom((Math.imul(seed + 1, 0x85ebca6b) + agent) | 0);
  return 1 + Math.floor(Math.log(1 - random()) / Math.log(1 - crash));
}

/** A team in the middle of an episode. */
export class TeamRun {
  readonly #team: Team;
  readonly #arm: Arm;
  readonly #crashRounds: readonly number[];
  readonly #everybody: readonly Searcher[];
  readonly #prior: Float64Array;
  readonly #messages: Float64Array;
  #left: readonly Searcher[];
  #fuse: Fuse;
  #round = 0;
  #messagesRead = 0;

  /** @param seed puts every arm before the same target, from the same cells, with the same crashes */
  constructor(team: Team, arm: Arm, seed: number) {
    const { workload, gridSize, agents, crash } = team;
    const cells = gridSize ** 2;
    this.#team = team;
    this.#arm = arm;
    this.#messages = new Float64Array(agents * cells);
    this.#prior = new Float64Array(cells).fill(Math.log(1 / cells));
    this.#everybody = Array.from({ length: agents }, (_, agent) =>
      workload.createParticipant({
        seed: (seed + Math.imul(agent + 1, 0x9e3779b1)) | 0,
        teamSeed: seed,
        agent,
        agents,
      }),
    );
    this.#crashRounds = this.#everybody.map((_, agent) => crashRound(crash, seed, agent));
    this.#left = this.#everybody;
    this.#fuse = fuseOf(arm, team, agents, this.#prior);
  }

  /** Members that have not crashed. */
  get searchers(): readonly Searcher[] {
    return this.#left;
  }

  /** What each of them believes of the target's cell after the last round. */
  get beliefs(): readonly Float64Array[] {
    return this.#left.map(({ heard }) => heard);
  }

  /** Messages that were read in the last round. */
  get messagesRead(): number {
    return this.#messagesRead;
  }

  /** Everybody who is left looks, infers, moves and publishes; then all fuse. */
  round(): void {
    this.#round += 1;
    const left = this.#everybody.filter((_, agent) => (this.#crashRounds[agent] ?? 0) > this.#round);
    if (left.length < this.#left.length) {
      this.#left = left;
      this.#fuse = fuseOf(this.#arm, this.#team, left.length, this.#prior);
    }
    if (left.length === 0) return;
    const cells = this.#prior.length;
    for (const searcher of left) searcher.step();
    for (const [at, { posterior }] of left.entries()) this.#messages.set(posterior, at * cells);
    this.#messagesRead = this.#fuse(this.#messages, this.beliefs);
  }

  /** Whether a collector stands on the target. */
  get isFound(): boolean {
    return this.#left.some(({ role, cell, target }) => role === "collector" && cell === target);
  }
}
