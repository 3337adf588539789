// Planning as the engine would do it without one of its two savings: predictions shared by plans that begin alike, and sparse transitions.
import type { Belief } from "../../inference/belief.ts";
import { weighPolicies } from "../../inference/evaluate-policies.ts";
import { inferStates } from "../../inference/infer-states.ts";
import type { Model } from "../../inference/model.ts";
import { stateValue } from "../../inference/state-value.ts";
import { predict, type Transition } from "../../inference/transitions.ts";
import type { Workspace } from "../../inference/workspace.ts";
import { PlainMind } from "../shared-model.ts";
import type { ResultCheck } from "./result-check.ts";

type Predict = (f: number, control: number, source: Float64Array, target: Float64Array) => void;

export interface Planning {
  /** Whether plans that begin alike share their predictions. */
  readonly sharesPrefixes: boolean;
  /** Whether transitions are walked entry by entry, or as whole matrices with their zeros. */
  readonly isSparse: boolean;
}

/** B of each control of a factor as a matrix, [control, to, from]. */
function denseOf({ states, controls, columnStart, next, value }: Transition): Float64Array {
  const matrix = new Float64Array(controls * states * states);
  for (let control = 0; control < controls; control += 1) {
    for (let from = 0; from < states; from += 1) {
      const column = control * states + from;
      for (let entry = columnStart[column] ?? 0; entry < (columnStart[column + 1] ?? 0); entry += 1) {
        matrix[(control * states + (next[entry] ?? 0)) * states + from] = value[entry] ?? 0;
      }
    }
  }
  return matrix;
}

function densePredict({ transitions }: Model): Predict {
  const matrices = transitions.map(denseOf);
  return (f, control, source, target) => {
    const { states = 0, offset = 0 } = transitions[f] ?? {};
    const matrix = matrices[f];
    if (matrix === undefined) return;
    for (let to = 0; to < states; to += 1) {
      const row = (control * states + to) * states;
      let weight = 0;
      for (let from = 0; from < states; from += 1) weight += (matrix[row + from] ?? 0) * (source[offset + from] ?? 0);
      target[offset + to] = weight;
    }
  };
}

function sparsePredict({ transitions }: Model): Predict {
  return (f, control, source, target) => {
    const transition = transitions[f];
    if (transition !== undefined) predict(transition, control, source, target);
  };
}

/** Plans without parameter information gain: of models that do not learn. */
export class PlanningMind extends PlainMind {
  readonly #sharesPrefixes: boolean;
  readonly #predict: Predict;
  /** What each step of a plan predicts. */
  readonly #steps: readonly Float64Array[];
  readonly #states: Int32Array;
  readonly #weights: Float64Array;
  readonly #check: ResultCheck;
  readonly #plain: PlainMind;

  constructor(model: Model, workspace: Workspace, { sharesPrefixes, isSparse }: Planning, check: ResultCheck) {
    super(model, workspace);
    this.#sharesPrefixes = sharesPrefixes;
    this.#predict = isSparse ? sparsePredict(model) : densePredict(model);
    this.#steps = Array.from({ length: model.policyLength }, () => new Float64Array(model.marginalLength));
    this.#states = new Int32Array(model.jointStates);
    this.#weights = new Float64Array(model.jointStates);
    this.#check = check;
    this.#plain = new PlainMind(model, workspace);
  }

  override think(belief: Belief, observation: Int32Array): void {
    inferStates(this.model, this.workspace, belief, observation);
    if (this.#sharesPrefixes) this.#walk(belief.posterior, 0, 0, 0);
    else this.#oneByOne(belief.posterior);
    weighPolicies(this.model, this.workspace);
    if (this.#check.isOn) this.#check.compare(this.#plain, belief, observation);
  }

  #walk(source: Float64Array, step: number, prefix: number, value: number): void {
    const { jointControls, policyLength } = this.model;
    const predicted = this.#steps[step] ?? source;
    for (let u = 0; u < jointControls; u += 1) {
      const total = value + this.#valueOf(source, u, step);
      const policy = prefix * jointControls + u;
      if (step + 1 === policyLength) this.workspace.policyValue[policy] = total;
      else this.#walk(predicted, step + 1, policy, total);
    }
  }

  /** Every plan from its first step on, whatever others begin alike. */
  #oneByOne(posterior: Float64Array): void {
    const { jointControls, policyLength, policies } = this.model;
    for (let policy = 0; policy < policies; policy += 1) {
      let value = 0;
      let source = posterior;
      let block = policies;
      for (let step = 0; step < policyLength; step += 1) {
        block /= jointControls;
        value += this.#valueOf(source, Math.floor(policy / block) % jointControls, step);
        source = this.#steps[step] ?? source;
      }
      this.workspace.policyValue[policy] = value;
    }
  }

  /** Predicts one step under a joint control from `source`, and values it. */
  #valueOf(source: Float64Array, u: number, step: number): number {
    const { model, workspace } = this;
    const { transitions, controlTable } = model;
    const predicted = this.#steps[step] ?? source;
    for (let f = 0; f < transitions.length; f += 1) {
      this.#predict(f, controlTable[u * transitions.length + f] ?? 0, source, predicted);
    }
    const count = this.#list(predicted);
    return stateValue(model, workspace, this.#states, this.#weights, 0, count, step);
  }

  /** Lists the joint states that have weight, with their weights; returns how many. */
  #list(predicted: Float64Array): number {
    const { transitions, negligible } = this.model;
    const [states, weights] = [this.#states, this.#weights];
    states[0] = 0;
    weights[0] = 1;
    let length = 1;
    for (let f = 0; f < transitions.length; f += 1) {
      const { states: own = 0, offset = 0 } = transitions[f] ?? {};
      let kept = 0;
      for (let s = 0; s < own; s += 1) if ((predicted[offset + s] ?? 0) > negligible) kept += 1;
      for (let i = length - 1; i >= 0; i -= 1) {
        const [base, weight] = [(states[i] ?? 0) * own, weights[i] ?? 0];
        let to = (i + 1) * kept;
        for (let s = own - 1; s >= 0; s -= 1) {
          const value = predicted[offset + s] ?? 0;
          if (value <= negligible) continue;
          to -= 1;
          states[to] = base + s;
          weights[to] = weight * value;
        }
      }
      length *= kept;
    }
    return length;
  }
}
