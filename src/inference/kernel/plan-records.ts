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
  const { plan, factor, layout } = parts;
  const nodesOf = Array.from({ length: factor.predictions }, (): number[] => []);
  for (const [node, prediction] of plan.nodePrediction.entries()) nodesOf[prediction]?.push(node);
  const rows = new Map<number, number>();
  const rowsOf = (control: number): number => {
    const placed = rows.get(control) ?? placeRows(parts, writer, control);
    rows.set(control, placed);
    return placed;
  };
  const words: number[] = [];
  let source = 0;
  let records = 0;
  for (let p = 0; p < factor.predictions; p += 1) {
    const nodes = nodesOf[p] ?? [];
    // The posterior is its own prediction, and is valued only where a policy stays with it.
    if (p === 0 && nodes.length === 0) continue;
    const parent = factor.parent[p] ?? -1;
    const expanded = parent > 0 && parent !== source ? (slots.get(parent) ?? 0) : 0;
    source = Math.max(parent, 0);
    records += 1;
    words.push(expanded, slots.get(p) ?? 0, rowsOf(factor.control[p] ?? -1), nodes.length);
    for (const node of nodes) {
      words.push(
        node * layout.stride,
        utility.length === 0 ? 0 : (utility[plan.nodeStep[node] ?? 0] ?? utility[0] ?? 0),
      );
    }
  }
  return { [at.PREDICTIONS]: records, [at.AT_PREDICTIONS]: writer.words(words) };
}
