// The workload of a model of somebody's own: an agent with that model, in a world that follows the same model.
import { act } from "../../inference/act.ts";
import type { Random } from "../../inference/act.ts";
import { resetBelief } from "../../inference/belief.ts";
import type { Belief } from "../../inference/belief.ts";
import { typedArrayBytes } from "../../inference/byte-length.ts";
import { evaluatePolicies } from "../../inference/evaluate-policies.ts";
import { inferStates } from "../../inference/infer-states.ts";
import { createLearner, learnA, learnB, learnD } from "../../inference/learning.ts";
import type { Learner } from "../../inference/learning.ts";
import type { Model } from "../../inference/model.ts";
import { seededRandom } from "../chance.ts";
import { once, type OpPart, repeatable } from "../op-parts.ts";
import { occupancyReader } from "../readers.ts";
import { shareModel } from "../shared-model.ts";
import type { Mind, ModelSource, SharedModel } from "../shared-model.ts";
import type { Participant, ParticipantSetup, Workload } from "../workload.ts";
import type { OwnModel } from "./own-model.ts";
import { readModel } from "./read-model.ts";
import { World } from "./world.ts";

function learns({ counts }: Model): boolean {
  return counts.A !== undefined || counts.B !== undefined || counts.D !== undefined;
}

/** One agent in its own world. An agent whose model has counts learns them, in a copy of the model of its own. */
class CustomParticipant implements Participant {
  readonly posterior: Float64Array;
  readonly heard: Float64Array;
  readonly bytes: number;
  readonly #mind: Mind;
  readonly #learner: Learner | null;
  readonly #episodeSteps: number;
  readonly #random: Random;
  readonly #belief: Belief;
  readonly #observation: Int32Array;
  readonly #world: World;
  /** q of the episode's first step, kept where D is learned. */
  readonly #initial: Float64Array;
  #isFirst = true;
  #stepsLeft = 0;

  constructor(shared: SharedModel, episodeSteps: number | null, { seed, posterior }: ParticipantSetup) {
    this.#mind = shared.mindOf();
    this.#episodeSteps = episodeSteps ?? Number.POSITIVE_INFINITY;
    this.#random = seededRandom(seed);
    const { model } = this.#mind;
    this.#learner = learns(model) ? createLearner(model) : null;
    this.#belief = this.#mind.createBelief(posterior);
    this.#observation = new Int32Array(model.likelihoods.length);
    this.#world = new World(model, this.#random);
    this.#initial = new Float64Array(model.counts.D === undefined ? 0 : model.marginalLength);
    this.posterior = this.#belief.posterior;
    this.heard = new Float64Array(model.marginalLength);
    const learned = typedArrayBytes(this.#learner, new Set<object>(buffersOf(model)));
    this.bytes =
      learned + this.#mind.bytesOf(this.#belief, [this.#observation, this.heard, this.#world.state, this.#initial]);
  }

  /** The state of each factor that it is really in; unknown to its inference. */
  get state(): ArrayLike<number> {
    return this.#world.state;
  }

  /** What it chose last, for each factor. */
  get action(): ArrayLike<number> {
    return this.#belief.action;
  }

  step(): void {
    this.#begin();
    this.#world.observe(this.#observation);
    this.#think();
    this.#choose();
    this.#move();
  }

  parts(): readonly OpPart[] {
    return [
      once("observe", () => this.#begin()),
      repeatable("observe", () => this.#world.observe(this.#observation)),
      ...this.#thinking(),
      repeatable("act", () => this.#choose()),
      once("act", () => this.#move()),
    ];
  }

  #begin(): void {
    this.#mind.recall(this.#belief);
    if (this.#stepsLeft === 0) this.#startEpisode();
    this.#stepsLeft -= 1;
  }

  #choose(): void {
    const { model, workspace } = this.#mind;
    act(this.#learner?.model ?? model, workspace, this.#belief, this.#random);
  }

  #move(): void {
    this.#mind.remember(this.#belief);
    this.#world.move(this.#belief.action);
  }

  #thinking(): readonly OpPart[] {
    const own = this.#learner?.model;
    if (own === undefined) return this.#mind.thinking(this.#belief, this.#observation);
    const { workspace } = this.#mind;
    return [
      repeatable("infer-states", () => inferStates(own, workspace, this.#belief, this.#observation)),
      once("infer-states", () => this.#learn()),
      repeatable("infer-policies", () => evaluatePolicies(own, workspace, this.#belief)),
    ];
  }

  /** An agent that learns changes its model between both inferences, so that nothing but its own model will do. */
  #think(): void {
    const { workspace } = this.#mind;
    const own = this.#learner?.model;
    if (own === undefined) {
      this.#mind.think(this.#belief, this.#observation);
      return;
    }
    inferStates(own, workspace, this.#belief, this.#observation);
    this.#learn();
    evaluatePolicies(own, workspace, this.#belief);
  }

  /** A, then B; q of the first step is kept until the episode's end, when D is learned. */
  #learn(): void {
    const learner = this.#learner;
    if (learner === null) return;
    if (this.#isFirst && this.#initial.length > 0) this.#initial.set(this.#belief.posterior);
    this.#isFirst = false;
    learnA(learner, this.#belief, this.#observation);
    learnB(learner, this.#belief);
  }

  #startEpisode(): void {
    const learner = this.#learner;
    if (learner !== null && !this.#isFirst && this.#initial.length > 0) learnD(learner, this.#initial);
    this.#isFirst = true;
    this.#stepsLeft = this.#episodeSteps;
    this.#world.begin();
    resetBelief(learner?.model ?? this.#mind.model, this.#belief);
  }
}

/** The buffers of a model's typed arrays, which a learner shares and does not have for itself. */
function buffersOf(model: Model): readonly object[] {
  const counted = new Set<object>();
  typedArrayBytes(model, counted);
  return [...counted];
}

/** A workload whose participants also tell where they really are, and what they did. */
export interface OwnWorkload extends Workload {
  createParticipant(setup: ParticipantSetup): CustomParticipant;
}

/** Compiles a model that was read. */
export function buildOwnModel({ spec, episodeSteps }: OwnModel, models: ModelSource = shareModel): OwnWorkload {
  const shared = models(spec);
  return {
    messageLength: shared.model.marginalLength,
    sharedBytes: shared.bytes,
    scratchBytes: shared.scratchBytes,
    createParticipant: (setup) => new CustomParticipant(shared, episodeSteps, setup),
    readerFor: occupancyReader,
  };
}

/** @param text a model as writeModel writes it @throws where it is none, which is an error of the caller: it was read before */
export function buildCustom(text: string, models: ModelSource = shareModel): Workload {
  const read = readModel(JSON.parse(text));
  if (read.state === "refused") throw new Error(`own model: ${read.problems.join(" ")}`);
  return buildOwnModel(read.model, models);
}
