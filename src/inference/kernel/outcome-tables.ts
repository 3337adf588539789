// A over joint outcomes of all modalities and classes of states: for inference by outcome, for planning as least entry and rest.
import { EPSILON } from "../numerics.ts";
import type { DescriptorParts } from "./descriptor.ts";
import { outcomesOf } from "./kernel-support.ts";
import type { Writer } from "./writer.ts";

/** A of one joint outcome (the last modality varies fastest) in each class. */
function rowOf({ model, classes }: Pick<DescriptorParts, "model" | "classes">, outcome: number): readonly number[] {
  const { likelihoods, jointStates } = model;
  const outcomes: number[] = [];
  let rest = outcome;
  for (const each of likelihoods.toReversed()) {
    outcomes.unshift(rest % each.outcomes);
    rest = Math.floor(rest / each.outcomes);
  }
  return classes.members.map((state) =>
    likelihoods.reduce((product, { rows }, m) => product * (rows[(outcomes[m] ?? 0) * jointStates + state] ?? 0), 1),
  );
}

function allRows(parts: Pick<DescriptorParts, "model" | "classes">): readonly (readonly number[])[] {
  return Array.from({ length: outcomesOf(parts.model) }, (_, outcome) => rowOf(parts, outcome));
}

/** Of each joint outcome, how many classes exceed the least entry of its row. */
export function restLengths(parts: Pick<DescriptorParts, "model" | "classes">): readonly number[] {
  return allRows(parts).map((row) => {
    const least = Math.min(...row);
    return row.filter((chance) => chance !== least).length;
  });
}

/** L + ε, [joint outcome, class]. */
export function jointLikelihood(parts: DescriptorParts): readonly number[] {
  return allRows(parts).flatMap((row) => row.map((chance) => chance + EPSILON));
}

/** Rows of A, each as how many classes exceed its least entry, whether that is above 0, that entry, and each of them as the place of its kept sum and the rest. */
export function outcomeRows(parts: DescriptorParts, writer: Writer): number {
  const { stride } = parts.layout;
  const rows = allRows(parts).map((row) => {
    const least = Math.min(...row);
    const rest = row.map((chance, c) => ({ place: 2 * c * stride, value: chance - least }));
    return { least, rest: rest.filter(({ value }) => value !== 0) };
  });
  const bytes = rows.reduce((total, { rest }) => total + 16 * (1 + rest.length), 0);
  return writer.fields(bytes, (fields) => {
    for (const { least, rest } of rows) {
      fields.word(rest.length);
      fields.word(least > 0 ? 1 : 0);
      fields.number(least);
      for (const { place, value } of rest) {
        fields.word(place);
        fields.word(0);
        fields.number(value);
      }
    }
  });
}
