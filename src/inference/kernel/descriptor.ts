// A compiled model as the kernel reads it: tables in linear memory, and one header that says where each is.
import type { Model } from "../model.ts";
import type { FactorPlan, PolicyPlan } from "../policy-plan.ts";
import type { Transition } from "../transitions.ts";
import type { Arena } from "./arena.ts";
import * as at from "./fields.ts";
import type { KernelWorld } from "./kernel-world.ts";
import { outcomesOf } from "./kernel-support.ts";
import { layoutOf, vectorsFor } from "./layout.ts";
import type { BlockLayout, Vectors } from "./layout.ts";
import { FORMATS } from "./precision.ts";
import type { Format, Precision } from "./precision.ts";
import { planRecords } from "./plan-records.ts";
import { jointLikelihood, outcomeRows } from "./outcome-tables.ts";
import { classesOf } from "./state-classes.ts";
import type { StateClasses } from "./state-classes.ts";
import { copyValues } from "./transition-rows.ts";
import { worldTables } from "./world-tables.ts";
import { Writer } from "./writer.ts";

/** What all tables of one model are built from. */
export interface DescriptorParts {
  readonly model: Model;
  readonly transition: Transition;
  readonly plan: PolicyPlan;
  readonly factor: FactorPlan;
  readonly classes: StateClasses;
  readonly layout: BlockLayout;
  readonly format: Format;
  /** Values of B that have a scaled copy; null where rows are products. */
  readonly copies: readonly number[] | null;
}

/** Where a placed model is, and what is needed to read it. */
export interface Descriptor {
  readonly address: number;
  readonly layout: BlockLayout;
  readonly classes: StateClasses;
  /** Of the block that was stepped last: G, and the weights of policies, whose sum is not yet 1. */
  readonly policyValue: number;
  readonly policyWeight: number;
  /** Writes all tables. Call it after the arena has been committed. */
  readonly write: (view: DataView<ArrayBuffer>) => void;
}

export interface DescriptorSetup {
  readonly arena: Arena;
  readonly model: Model;
  readonly plan: PolicyPlan;
  readonly world: KernelWorld;
  readonly precision: Precision;
  /** How many vectors make a block; without it as many as pay. */
  readonly vectors?: Vectors | undefined;
}

/** Predictions that are kept: those that others follow from, and those that a first action leads to. */
function keptPredictions({
  model,
  plan,
  factor,
}: Pick<DescriptorParts, "model" | "plan" | "factor">): ReadonlySet<number> {
  const kept = new Set(factor.parent.filter((parent) => parent > 0));
  for (let u = 0; u < model.jointControls; u += 1) kept.add(firstPrediction(plan, u));
  kept.delete(0);
  return kept;
}

/** The prediction that control `u` leads to from the posterior; 0 is the posterior itself. */
function firstPrediction({ treeNode, nodePrediction }: PolicyPlan, u: number): number {
  return nodePrediction[treeNode[u] ?? 0] ?? 0;
}

/** How far apart the numbers and `from` are. */
function rangeOf(values: Float64Array, from: number): number {
  let [least, most] = [from, from];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  return most - least;
}

/** e^x is at least this in each precision, with room for a product's rounding. */
const LEAST_EXPONENT = { f64: 700, f32: 80 } as const;

/**
 * Whether the weight of a policy may be the product of the weights of its nodes, each relative to the largest node: where values cannot
 * be so far apart that a product is too small for the precision. Utility lies between that of the best and the worst state; expected
 * surprise between 0 and ln of the number of outcomes.
 */
export function isFactored(model: Model, precision: Precision): boolean {
  const { utility, joint, gamma, policyLength, logHabits } = model;
  if (logHabits.length > 0) return false;
  const gain = model.useStatesInfoGain ? Math.log(outcomesOf(model)) + rangeOf(joint.negativeEntropy, 0) : 0;
  return gamma * policyLength * (rangeOf(utility, utility[0] ?? 0) + gain) <= LEAST_EXPONENT[precision];
}

/** Places the tables of a model with one hidden factor. @throws TypeError when it has none: ask `kernelSupport` first */
export function describeModel({ arena, model, plan, world, precision, vectors }: DescriptorSetup): Descriptor {
  const [transition] = model.transitions;
  const [factor] = plan.factors;
  if (transition === undefined || factor === undefined) throw new TypeError("the model has no hidden factor");
  const format = FORMATS[precision];
  const classes = classesOf(model);
  const copies = copyValues(transition);
  const kept = [...keptPredictions({ model, plan, factor })].sort((a, b) => a - b);
  const sources = 1 + (copies?.length ?? 0);
  const scratchRows = model.jointStates * (sources + kept.length) + 2 * classes.ends.length + plan.nodes;
  const layout = layoutOf(model.jointStates, vectors ?? vectorsFor(scratchRows), format);
  const parts: DescriptorParts = { model, transition, plan, factor, classes, layout, format, copies };
  const writer = new Writer(arena, format);
  const { stride } = layout;
  const source = writer.room(sources * model.jointStates * stride);
  const slots = new Map(kept.map((prediction) => [prediction, writer.room(model.jointStates * stride)]));
  const members = <T>(valueOf: (state: number) => T): T[] => classes.members.map(valueOf);
  const utility = Array.from({ length: model.useUtility ? model.utilityColumns : 0 }, (_, column) =>
    writer.numbers(members((state) => model.utility[column * model.jointStates + state] ?? 0)),
  );
  // Where weights are products it holds the weights of nodes.
  const policyValue = writer.room(Math.max(model.policies, plan.nodes) * stride);
  const policyWeight = writer.room(model.policies * stride);
  const isDrawn = model.actionSelection === "stochastic";
  const { start, sights, moves } = worldTables(parts, world, writer);
  const words: Readonly<Record<number, number>> = {
    [at.STATES]: model.jointStates,
    [at.CONTROLS]: model.jointControls,
    [at.CLASSES]: classes.ends.length,
    [at.OUTCOMES]: outcomesOf(model),
    [at.MODALITIES]: model.likelihoods.length,
    [at.POLICIES]: model.policies,
    [at.POLICY_LENGTH]: model.policyLength,
    [at.NODES]: plan.nodes,
    [at.FACTORED]: isFactored(model, precision) ? 1 : 0,
    [at.VECTORS]: layout.vectors,
    [at.ALPHA]: isDrawn ? model.alpha : 0,
    [at.COPIES]: copies === null ? -1 : copies.length,
    [at.BLOCK_BYTES]: layout.bytes,
    [at.START_IN_CELL]: world.start === "cell" ? 1 : 0,
    [at.EPISODE_STEPS]: world.episodeSteps ?? 2 ** 31 - 1,
    [at.GAIN]: model.useStatesInfoGain ? 1 : 0,
    [at.AT_CLASS_END]: writer.words(classes.ends),
    [at.AT_LIKELIHOOD]: writer.numbers(jointLikelihood(parts)),
    [at.AT_COPY_VALUES]: writer.numbers(copies ?? []),
    ...planRecords(parts, writer, slots, utility),
    [at.AT_NEGATIVE_ENTROPY]: writer.numbers(members((state) => model.joint.negativeEntropy[state] ?? 0)),
    [at.AT_OUTCOME_ROWS]: outcomeRows(parts, writer),
    [at.AT_TREE]: writer.words(Array.from(plan.treeNode, (node) => node * stride)),
    [at.AT_HABITS]: model.logHabits.length > 0 ? writer.numbers(Array.from(model.logHabits)) : 0,
    [at.AT_NEXT_PRIOR]: writer.words(
      Array.from({ length: model.jointControls }, (_, u) => slots.get(firstPrediction(plan, u)) ?? 0),
    ),
    [at.AT_SIGHTS]: sights,
    [at.AT_MOVES]: moves,
    [at.AT_START]: start,
    [at.AT_SOURCE]: source,
    [at.AT_SUMS]: writer.room(Math.max(1, 2 * classes.ends.length) * stride),
    [at.AT_NODE_VALUE]: writer.room(plan.nodes * stride),
    [at.AT_POLICY_VALUE]: policyValue,
    [at.AT_POLICY_WEIGHT]: policyWeight,
    [at.AT_MARGINAL]: writer.room(model.jointControls * stride),
    [at.AT_UNIFORM]: writer.room(8 * layout.agents),
    [at.AT_BACKUP]: writer.room(layout.bytes),
    [at.IN_POSTERIOR]: layout.posterior,
    [at.IN_RANDOM]: layout.random,
    [at.IN_CELL]: layout.cell,
    [at.IN_STEPS_LEFT]: layout.stepsLeft,
    [at.IN_ACTION]: layout.action,
    [at.IN_OBSERVATION]: layout.observation,
  };
  const constants = { ...format.constants, [at.GAMMA]: model.gamma };
  const address = writer.fields(at.HEADER_BYTES + at.CONSTANTS * format.bytes, (fields) => {
    for (const [offset, value] of Object.entries(words)) fields.wordAt(Number(offset), value);
    for (const [place, value] of Object.entries(constants)) {
      fields.numberAt(at.HEADER_BYTES + Number(place) * format.bytes, value);
    }
  });
  return { address, layout, classes, policyValue, policyWeight, write: (view) => writer.flush(view) };
}
