// What planning need not do twice: predictions and values that are equal for several prefixes of policies, found when a model is compiled.
import { composeTransition, equalProducts, identityProduct } from "./products.ts";
import type { Product } from "./products.ts";
import type { Transition } from "./transitions.ts";

/** The most multiplications that looking for equal products may take; a model beyond it is walked prefix by prefix. */
const WORK_MOST = 2 ** 24;
/** The most predicted weights that a plan may keep at once. */
const WEIGHTS_MOST = 2 ** 20;

/** The distinct predictions of one factor. Prediction 0 is the posterior itself; each other one follows from an earlier one. */
export interface FactorPlan {
  readonly predictions: number;
  /** The prediction that each follows from, and under which control; −1 for the posterior. In ascending order of parents. */
  readonly parent: Int32Array;
  readonly control: Int32Array;
  /** Where its lists begin among those of all factors: list i has room for all states, from start + i·states. */
  readonly start: number;
  /** Where its predictions begin among those of all factors. */
  readonly first: number;
}

/**
 * The tree of all prefixes of policies, with equal nodes made one. Two prefixes are equal where the products of their
 * transitions are, factor by factor: moves on different axes of a grid commute, and staying changes nothing.
 */
export interface PolicyPlan {
  readonly factors: readonly FactorPlan[];
  /** Predictions of all factors. */
  readonly predictions: number;
  /** Room for the lists of all predictions. */
  readonly weights: number;
  /** Distinct nodes to value. */
  readonly nodes: number;
  /** The policy step that a node is valued at: 0 where preferences do not change in time. */
  readonly nodeStep: Int32Array;
  /** Prediction of factor f at node n: [n·factors + f]. */
  readonly nodePrediction: Int32Array;
  /** The node of each prefix: all prefixes of one step, then all of two, in the order of policies. */
  readonly treeNode: Int32Array;
}

interface Classes {
  readonly parent: readonly number[];
  readonly control: readonly number[];
  /** The prediction after another control: [prediction·controls + control]. Those of full length have none. */
  readonly after: readonly number[];
}

/** What is left to spend while products are formed. */
interface Budget {
  left: number;
}

/** The distinct products of up to `steps` transitions; null where finding them would take too long. */
function distinctProducts(transition: Transition, steps: number, budget: Budget): Classes | null {
  const { states, controls } = transition;
  const products: Product[] = [identityProduct(states)];
  const alike = new Map<string, number[]>([[products[0]?.pattern ?? "", [0]]]);
  const parent = [-1];
  const control = [-1];
  const after: number[] = [];
  let [begin, end] = [0, 1];
  for (let step = 0; step < steps; step += 1) {
    for (let from = begin; from < end; from += 1) {
      const source = products[from];
      if (source === undefined) continue;
      for (let c = 0; c < controls; c += 1) {
        budget.left -= states + (source.value.length * transition.value.length) / (states * controls);
        if (budget.left < 0 || products.length * states > WEIGHTS_MOST) return null;
        const product = composeTransition(transition, c, source);
        const candidates = alike.get(product.pattern) ?? [];
        let found = candidates.find((i) => products[i] !== undefined && equalProducts(products[i], product));
        if (found === undefined) {
          found = products.length;
          products.push(product);
          parent.push(from);
          control.push(c);
          alike.set(product.pattern, [...candidates, found]);
        }
        after.push(found);
      }
    }
    [begin, end] = [end, products.length];
  }
  return { parent, control, after };
}

/** Numbers tuples in the order in which they first come. */
class Numbering {
  readonly tuples: number[][] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(tuple: readonly number[]): number {
    const key = tuple.join();
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.tuples.length);
    this.tuples.push([...tuple]);
    return this.tuples.length - 1;
  }
}

/** Which prefixes to merge. */
export interface PlanSetup {
  readonly transitions: readonly Transition[];
  /** Control of factor f in joint control u at [u·factors + f]. */
  readonly controlTable: Int32Array;
  readonly jointControls: number;
  readonly policyLength: number;
  /** Whether preferences change from step to step of a policy, so that only nodes of the same step are equal. */
  readonly timed: boolean;
}

/** Merges equal prefixes; null where none are equal, or where looking for them would take too long or too much memory. */
export function planPolicies(setup: PlanSetup): PolicyPlan | null {
  const plan = distinctPrefixes(setup);
  return plan === null || plan.nodes === plan.treeNode.length ? null : plan;
}

/** The distinct prefixes, also where all are; null where looking for them would take too long or too much memory. */
export function distinctPrefixes(setup: PlanSetup): PolicyPlan | null {
  const { transitions, controlTable, jointControls, policyLength, timed } = setup;
  const budget: Budget = { left: WORK_MOST };
  const classes: Classes[] = [];
  for (const transition of transitions) {
    const found = distinctProducts(transition, policyLength, budget);
    if (found === null) return null;
    classes.push(found);
  }
  const joints = new Numbering();
  const valued = new Numbering();
  const treeNode: number[] = [];
  const children: number[][] = [];
  const childrenOf = (joint: number): number[] => {
    const tuple = joints.tuples[joint] ?? [];
    return Array.from({ length: jointControls }, (_, u) =>
      joints.numberOf(
        transitions.map(({ controls }, f) => {
          const control = controlTable[u * transitions.length + f] ?? 0;
          return classes[f]?.after[(tuple[f] ?? 0) * controls + control] ?? 0;
        }),
      ),
    );
  };
  let level = [joints.numberOf(transitions.map(() => 0))];
  for (let step = 0; step < policyLength; step += 1) {
    level = level.flatMap((joint) => (children[joint] ??= childrenOf(joint)));
    for (const joint of level) treeNode.push(valued.numberOf([timed ? step : 0, joint]));
  }
  const factors: FactorPlan[] = [];
  let [start, first] = [0, 0];
  for (const [f, { parent, control }] of classes.entries()) {
    const predictions = parent.length;
    factors.push({ predictions, parent: Int32Array.from(parent), control: Int32Array.from(control), start, first });
    start += predictions * (transitions[f]?.states ?? 0);
    first += predictions;
  }
  if (start > WEIGHTS_MOST) return null;
  return {
    factors,
    predictions: first,
    weights: start,
    nodes: valued.tuples.length,
    nodeStep: Int32Array.from(valued.tuples, ([step = 0]) => step),
    nodePrediction: Int32Array.from(valued.tuples.flatMap(([, joint = 0]) => joints.tuples[joint] ?? [])),
    treeNode: Int32Array.from(treeNode),
  };
}
