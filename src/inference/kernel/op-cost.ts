// What one op of the kernel costs, counted from the non-zeros of its model: arithmetic, and bytes of the agent's own arrays.
//
// It counts what the kernel of this model does for each agent between seeing and moving: an addition, multiplication, division, comparison,
// least or largest is one, a multiply-add is two. What is no arithmetic (masks, bits of logarithms, loads, stores) and the world count nothing.
import type { Model } from "../model.ts";
import type { PolicyPlan } from "../policy-plan.ts";
import { isFactored } from "./descriptor.ts";
import { restLengths } from "./outcome-tables.ts";
import { planSteps } from "./plan-records.ts";
import { FORMATS, type Precision } from "./precision.ts";
import { classesOf } from "./state-classes.ts";
import { copyValues, rowLengths } from "./transition-rows.ts";

/** Of one agent and one op. */
export interface OpCost {
  readonly flops: number;
  /** Read and written of what is the agent's own: prior, posterior, generator, whole numbers. Tables and scratch stay in the first cache. */
  readonly bytes: number;
}

/** Arithmetic of one logarithm and one power of e: see assembly/logarithm.ts and assembly/exponential.ts. */
const LN = { f64: 24, f32: 18 } as const satisfies Record<Precision, number>;
const EXP = { f64: 28, f32: 20 } as const satisfies Record<Precision, number>;

/** A generator and four whole numbers, in and out. */
const PLACE_BYTES = 2 * 32;

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

/** Multiplications of x^n by squaring. */
function powerFlops(n: number): number {
  let flops = 0;
  for (let rest = n - 1; rest > 0; rest = Math.floor(rest / 2)) flops += 1 + (rest % 2);
  return flops;
}

/** Predicting the states of one control, with the sums of classes. @param isSummed rows are sums, else products */
function predictionFlops(lengths: readonly number[], isSummed: boolean, areSingles: boolean): number {
  const perRow = areSingles ? 1 : 3;
  const entries = (count: number): number => (isSummed ? (count === 1 || count === 2 ? count - 1 : count) : 2 * count);
  return sum(lengths, entries) + perRow * lengths.length;
}

/** q_π as the probability of each control, from the values of nodes. */
function weighFlops(model: Model, nodes: number, precision: Precision): number {
  const { policies, policyLength, jointControls: controls, logHabits } = model;
  if (!isFactored(model, precision)) {
    const prefixes = sum(
      Array.from({ length: policyLength }, (_, step) => controls ** (step + 1)),
      (count) => count,
    );
    const habit = logHabits.length > 0 ? 2 : 0;
    return prefixes + policies * (5 + habit + EXP[precision]) - 1;
  }
  let flops = nodes - 1 + nodes * (2 + EXP[precision]);
  for (let above = policies / controls, perNode = 1; above > 1; above /= controls, perNode = 2) {
    flops += above * controls * perNode;
  }
  return flops + (policyLength === 1 ? 0 : controls);
}

function chooseFlops({ jointControls: controls, actionSelection, alpha }: Model): number {
  const normalised = 3 * controls;
  if (actionSelection !== "stochastic") return normalised + 3 * (controls - 1);
  return normalised + 4 + controls * (7 + powerFlops(alpha));
}

/** @throws TypeError where the model has several hidden factors, or none: ask `kernelSupport` first */
export function opCost(model: Model, plan: PolicyPlan, precision: Precision): OpCost {
  const [transition] = model.transitions;
  const [factor] = plan.factors;
  if (transition === undefined || factor === undefined) throw new TypeError("the model has no hidden factor");
  const { jointStates: states, useUtility, useStatesInfoGain } = model;
  const classes = classesOf(model);
  const count = classes.ends.length;
  const copies = copyValues(transition);
  const copying = (copies?.length ?? 0) * states;
  const lengths = new Map<number, readonly number[]>();
  const lengthsOf = (control: number): readonly number[] => {
    const known = lengths.get(control) ?? rowLengths(transition, control, classes);
    lengths.set(control, known);
    return known;
  };
  const rests = restLengths({ model, classes });
  const gain = useStatesInfoGain ? 3 * count + sum(rests, (rest) => 1 + 2 * rest + 3 + LN[precision]) : 0;
  const inferring = 4 * states + 1 + copying;
  const planning = sum(planSteps({ plan, factor }), ({ source, control, nodes }) => {
    const predicting = predictionFlops(lengthsOf(control), copies !== null, count === states);
    const isOnly = useStatesInfoGain && nodes.length === 1;
    const utility = useUtility ? (isOnly ? 2 * count : 2 * count * nodes.length) : 0;
    return (source > 0 ? copying : 0) + predicting + gain + utility;
  });
  const { bytes } = FORMATS[precision];
  return {
    flops: inferring + planning + weighFlops(model, plan.nodes, precision) + chooseFlops(model),
    bytes: 3 * states * bytes + PLACE_BYTES,
  };
}
