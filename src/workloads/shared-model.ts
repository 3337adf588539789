// What a workload's participants think with: a compiled model and one scratch memory, which all of a worker share unless a variation says otherwise.
import type { Belief } from "../inference/belief.ts";
import { createBelief } from "../inference/belief.ts";
import { typedArrayBytes } from "../inference/byte-length.ts";
import { evaluatePolicies } from "../inference/evaluate-policies.ts";
import { inferStates } from "../inference/infer-states.ts";
import { buildModel } from "../inference/model.ts";
import type { Model } from "../inference/model.ts";
import type { ModelSpec } from "../inference/model-spec.ts";
import { type OpPart, repeatable } from "./op-parts.ts";
import { createWorkspace } from "../inference/workspace.ts";
import type { Workspace } from "../inference/workspace.ts";

/** What lies between observing and acting, and what an agent keeps from step to step. A step recalls, thinks, acts and remembers. */
export interface Mind {
  readonly model: Model;
  readonly workspace: Workspace;
  /** A belief before the first observation. @param posterior where q is written, such as one row of an array for many agents */
  createBelief(posterior?: Float64Array): Belief;
  /** Bytes of what one agent has for itself: its belief as it is kept, and the arrays of its participant. */
  bytesOf(belief: Belief, others: readonly ArrayBufferView[]): number;
  /** Writes into the belief what was remembered of it. */
  readonly recall: (belief: Belief) => void;
  /** Keeps the belief until the next step. */
  readonly remember: (belief: Belief) => void;
  /** Leaves q in `belief.posterior` and q_π in `workspace.policyProbability`, ready for `act`. */
  think(belief: Belief, observation: Int32Array): void;
  /** The same in its parts, in their order. @throws where it was never taken apart */
  thinking(belief: Belief, observation: Int32Array): readonly OpPart[];
}

/** A model, its scratch, the bytes of both, and what an agent thinks with. */
export interface SharedModel {
  readonly model: Model;
  readonly workspace: Workspace;
  readonly bytes: number;
  /** What of them is scratch. */
  readonly scratchBytes: number;
  /** Asked once by each agent. */
  mindOf(): Mind;
}

/** Where a workload takes its models from. */
export type ModelSource = (spec: ModelSpec) => SharedModel;

/** A belief is where it was left. */
function stay(): void {
  // Nothing is to be moved.
}

/** The engine as it is: both inferences from nothing but the model, and beliefs that stay where they are. */
export class PlainMind implements Mind {
  readonly model: Model;
  readonly workspace: Workspace;
  readonly recall: Mind["recall"] = stay;
  readonly remember: Mind["remember"] = stay;
  readonly #ownBytes: number;

  /** @param ownBytes of what else its one agent has for itself, such as a cache */
  constructor(model: Model, workspace: Workspace, ownBytes = 0) {
    this.model = model;
    this.workspace = workspace;
    this.#ownBytes = ownBytes;
  }

  createBelief(posterior?: Float64Array): Belief {
    return createBelief(this.model, posterior);
  }

  bytesOf(belief: Belief, others: readonly ArrayBufferView[]): number {
    return this.#ownBytes + ownBytes(belief, others);
  }

  think(belief: Belief, observation: Int32Array): void {
    inferStates(this.model, this.workspace, belief, observation);
    evaluatePolicies(this.model, this.workspace, belief);
  }

  thinking(belief: Belief, observation: Int32Array): readonly OpPart[] {
    const { model, workspace } = this;
    if (this.think !== PlainMind.prototype.think) throw new Error("This way to think has no parts.");
    return [
      repeatable("infer-states", () => inferStates(model, workspace, belief, observation)),
      repeatable("infer-policies", () => evaluatePolicies(model, workspace, belief)),
    ];
  }
}

/** Compiles a workload's own description; throws if it is unsound, which is an error of the workload's author. */
export function compiled(spec: ModelSpec): Model {
  const build = buildModel(spec);
  if (build.state === "invalid") throw new Error(`workload model: ${build.problems.join("; ")}`);
  return build.model;
}

/** One model and one scratch for all. */
export function shareModel(spec: ModelSpec): SharedModel {
  const model = compiled(spec);
  const workspace = createWorkspace(model);
  const mind = new PlainMind(model, workspace);
  const scratchBytes = typedArrayBytes(workspace);
  return { model, workspace, bytes: typedArrayBytes(model) + scratchBytes, scratchBytes, mindOf: () => mind };
}

/** Bytes of what one agent has for itself. Its posterior may be a row of an array of many, of which only the row counts. */
export function ownBytes({ posterior, ...rest }: Belief, others: readonly ArrayBufferView[]): number {
  return posterior.byteLength + typedArrayBytes([rest, others]);
}
