// The plan as the kernel follows it: one record for each distinct prediction, with its rows, where it is kept, and the nodes it values.
import type { DescriptorParts } from "./descriptor.ts";
import * as at from "./fields.ts";
import { productRows, sumWords } from "./transition-rows.ts";
import type { Writer } from "./writer.ts";

/** Places the rows of one control, or of none (−1). @returns their address */
function placeRows({ transition, classes, copies, layout }: DescriptorParts, writer: Writer, control: number): number {
  const { stride } = layout;
  if (copies !== null) return writer.words(sumWords(transition, control, classes, copies, stride));
  const byClass = productRows(transition, control, classes, stride);
  const bytes = byClass.reduce(
    (total, rows) => total + 8 + rows.reduce((sum, { entries }) => sum + 8 + 16 * entries.length, 0),
    0,
  );
  return writer.fields(bytes, (fields) => {
    for (const rows of byClass) {
      fields.word(rows.length);
      fields.word(0);
      for (const { to, entries } of rows) {
        fields.word(to);
        fields.word(entries.length);
        for (const { place, value } of entries) {
          fields.word(place);
          fields.word(0);
          fields.number(value);
        }
      }
    }
  });
}

/** A prediction that the kernel makes, with the nodes that it values. */
export interface PlanStep {
  readonly prediction: number;
  /** The earlier prediction that has to be made the source first; 0 where the source is there already. */
  readonly source: number;
  /** −1 for the posterior itself. */
  readonly control: number;
  readonly nodes: readonly number[];
}

/** What the kernel predicts and values, in its order. */
export function planSteps({ plan, factor }: Pick<DescriptorParts, "plan" | "factor">): readonly PlanStep[] {
  const nodesOf = Array.from({ length: factor.predictions }, (): number[] => []);
  for (const [node, prediction] of plan.nodePrediction.entries()) nodesOf[prediction]?.push(node);
  let source = 0;
  return nodesOf.flatMap((nodes, prediction): PlanStep[] => {
    // The posterior is its own prediction, and is valued only where a policy stays with it.
    if (prediction === 0 && nodes.length === 0) return [];
    const parent = Math.max(0, factor.parent[prediction] ?? -1);
    const made = parent > 0 && parent !== source ? parent : 0;
    source = parent;
    return [{ prediction, source: made, control: factor.control[prediction] ?? -1, nodes }];
  });
}

/**
 * Places the records in the order in which predictions are made.
 * @param slots where predictions are kept that others follow from, or that a first action leads to
 * @param utility where the utility of classes is, column by column
 * @returns the header's fields for them
 */
export function planRecords(
  parts: DescriptorParts,
  writer: Writer,
  slots: ReadonlyMap<number, number>,
  utility: readonly number[],
): Readonly<Record<number, number>> {
  const { plan, layout } = parts;
  const steps = planSteps(parts);
  const rows = new Map<number, number>();
  const rowsOf = (control: number): number => {
    const placed = rows.get(control) ?? placeRows(parts, writer, control);
    rows.set(control, placed);
    return placed;
  };
  const words: number[] = [];
  for (const { prediction, source, control, nodes } of steps) {
    words.push(slots.get(source) ?? 0, slots.get(prediction) ?? 0, rowsOf(control), nodes.length);
    for (const node of nodes) {
      words.push(
        node * layout.stride,
        utility.length === 0 ? 0 : (utility[plan.nodeStep[node] ?? 0] ?? utility[0] ?? 0),
      );
    }
  }
  return { [at.PREDICTIONS]: steps.length, [at.AT_PREDICTIONS]: writer.words(words) };
}
