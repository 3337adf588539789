// q_π of one block from the values of its nodes, and from it the probability of each control as the next action.
import {
  AT_HABITS, AT_MARGINAL, AT_NODE_VALUE, AT_POLICY_VALUE, AT_POLICY_WEIGHT, AT_TREE, CONTROLS, FACTORED, GAMMA, NODES, POLICIES, POLICY_LENGTH,
} from "../fields";
import { exp } from "./exponential";
import { address, constant, field, multiplyAdd } from "./vectors";

/** G of every policy in one vector: sums of shorter prefixes are spread from the last to the first, in place. */
function sumPrefixes<F, N>(model: usize, values: usize, nodes: usize): void {
  const vector: usize = 16 * sizeof<N>();
  const controls = <usize>field(model, CONTROLS);
  let tree = address(model, AT_TREE);
  let prefixes: usize = 1;
  v128.store(values, i64x2.splat(0));
  for (let step = field(model, POLICY_LENGTH); step > 0; step--) {
    for (let prefix = prefixes; prefix-- > 0; ) {
      const value = v128.load(values + prefix * vector);
      const first = prefix * controls;
      for (let u = first; u < first + controls; u++) {
        v128.store(values + u * vector, v128.add<F>(value, v128.load(nodes + load<u32>(tree + (u << 2)))));
      }
    }
    prefixes *= controls;
    tree += prefixes << 2;
  }
}

/** The largest of γ·G + ln E in each lane. */
function largest<F, N>(model: usize, values: usize): v128 {
  const vector: usize = 16 * sizeof<N>();
  const gamma = constant<F>(model, GAMMA);
  const policies = field(model, POLICIES);
  let habit = address(model, AT_HABITS);
  const step: usize = habit ? sizeof<F>() : 0;
  let maximum = v128.mul<F>(gamma, v128.load(values));
  if (step) maximum = v128.add<F>(maximum, v128.load_splat<F>(habit));
  for (let p = 1; p < policies; p++) {
    values += vector;
    habit += step;
    let x = v128.mul<F>(gamma, v128.load(values));
    if (step) x = v128.add<F>(x, v128.load_splat<F>(habit));
    maximum = v128.pmax<F>(maximum, x);
  }
  return maximum;
}

/** Writes e^(γ·G + ln E − maximum) of every policy, and its sums by the first control. */
function weighPolicies<F, N>(model: usize, values: usize, weights: usize, marginal: usize, maximum: v128): void {
  const vector: usize = 16 * sizeof<N>();
  const controls = field(model, CONTROLS);
  const block = field(model, POLICIES) / controls;
  let habit = address(model, AT_HABITS);
  const step: usize = habit ? sizeof<F>() : 0;
  for (let u = 0; u < controls; u++) {
    let sum = i64x2.splat(0);
    for (let p = 0; p < block; p++) {
      let x = v128.mul<F>(constant<F>(model, GAMMA), v128.load(values));
      if (step) x = v128.add<F>(x, v128.load_splat<F>(habit));
      const weight = exp<F>(model, v128.sub<F>(x, maximum));
      v128.store(weights, weight);
      sum = v128.add<F>(sum, weight);
      values += vector;
      weights += vector;
      habit += step;
    }
    v128.store(marginal, sum);
    marginal += vector;
  }
}

/** Writes G and the weights of all policies, and the unnormalised probability of each control. */
export function weigh<F, N>(model: usize): void {
  const values = address(model, AT_POLICY_VALUE);
  const weights = address(model, AT_POLICY_WEIGHT);
  const marginal = address(model, AT_MARGINAL);
  const nodes = address(model, AT_NODE_VALUE);
  for (let v: usize = 0; v < 16 * sizeof<N>(); v += 16) {
    sumPrefixes<F, N>(model, values + v, nodes + v);
    weighPolicies<F, N>(model, values + v, weights + v, marginal + v, largest<F, N>(model, values + v));
  }
}

/** e^(γ·(value − largest)) of every node, in one vector. */
function weighNodes<F, N>(model: usize, values: usize, weights: usize): void {
  const vector: usize = 16 * sizeof<N>();
  const end = values + <usize>field(model, NODES) * vector;
  const gamma = constant<F>(model, GAMMA);
  let most = v128.load(values);
  for (let at = values + vector; at < end; at += vector) most = v128.pmax<F>(most, v128.load(at));
  for (; values < end; values += vector) {
    v128.store(weights, exp<F>(model, v128.mul<F>(gamma, v128.sub<F>(v128.load(values), most))));
    weights += vector;
  }
}

/**
 * Sums of the weights of policies by their first control, as sums of products: from the last step to the first, a prefix has the sum
 * over its controls of the node's weight times what follows it.
 */
function sumWeights<F, N>(model: usize, weights: usize, sums: usize, marginal: usize): void {
  const vector: usize = 16 * sizeof<N>();
  const controls = <usize>field(model, CONTROLS);
  let prefixes = <usize>field(model, POLICIES);
  let tree = address(model, AT_TREE);
  for (let level: usize = controls; level < prefixes; level *= controls) tree += level << 2;
  for (let isLast = true; prefixes > controls; isLast = false) {
    const above = prefixes / controls;
    for (let p: usize = 0; p < above; p++) {
      const first = p * controls;
      let sum = i64x2.splat(0);
      for (let u = first; u < first + controls; u++) {
        const weight = v128.load(weights + load<u32>(tree + (u << 2)));
        sum = isLast ? v128.add<F>(sum, weight) : multiplyAdd<F>(weight, v128.load(sums + u * vector), sum);
      }
      v128.store(sums + p * vector, sum);
    }
    prefixes = above;
    tree -= prefixes << 2;
  }
  const isOnly = field(model, POLICY_LENGTH) == 1;
  for (let u: usize = 0; u < controls; u++) {
    const weight = v128.load(weights + load<u32>(tree + (u << 2)));
    v128.store(marginal + u * vector, isOnly ? weight : v128.mul<F>(weight, v128.load(sums + u * vector)));
  }
}

/** Writes the unnormalised probability of each control, by the shorter way where there is one: it leaves out G and q_π. */
export function weighControls<F, N>(model: usize): void {
  if (!field(model, FACTORED)) {
    weigh<F, N>(model);
    return;
  }
  const values = address(model, AT_NODE_VALUE);
  const weights = address(model, AT_POLICY_VALUE);
  const sums = address(model, AT_POLICY_WEIGHT);
  const marginal = address(model, AT_MARGINAL);
  for (let v: usize = 0; v < 16 * sizeof<N>(); v += 16) {
    weighNodes<F, N>(model, values + v, weights + v);
    sumWeights<F, N>(model, weights + v, sums + v, marginal + v);
  }
}
