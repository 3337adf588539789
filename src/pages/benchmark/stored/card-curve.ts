// A result's main curve as its card shows it: what it is of, where it begins and ends, and what is marked on it.
import type { FoundCurve } from "../../../results/findings.ts";
import type { Axis } from "../../../scenarios/contract/scenario.ts";
import { formatCounted } from "../../../words/format.ts";
import { formatTime } from "../../../words/time-text.ts";

export interface CardCurve {
  readonly label: string;
  readonly at: readonly number[];
  readonly values: readonly number[];
  /** Under its left and its right end. */
  readonly ends: readonly [string, string];
  /** What is marked on it, with its words beside the label; null where nothing is. */
  readonly marked: { readonly at: number; readonly text: string } | null;
}

/**
 * What was looked for is marked: the most that was held, and none of the points beyond, which failed. Else the last value is.
 * @param answer a point of the axis, 0 where none held; null where none was looked for
 */
export function cardCurve(
  { label, unit, over, at, values }: FoundCurve,
  axis: Pick<Axis, "id" | "nameOf">,
  answer: number | null,
): CardCurve {
  const pointText = (place: number): string =>
    axis.id === "agents" ? formatCounted(place, "agent") : axis.nameOf(place);
  const endText = (place: number): string => (over === "values" ? formatTime(place, unit) : pointText(place));
  const last = at.at(-1) ?? 0;
  const markedOf = (): CardCurve["marked"] => {
    // Values of single ops have no point that is the answer.
    if (over === "values" || answer === 0) return null;
    return answer === null
      ? { at: last, text: formatTime(values.at(-1) ?? 0, unit) }
      : { at: answer, text: pointText(answer) };
  };
  return {
    label,
    at,
    values,
    ends: [endText(at[0] ?? 0), endText(last)],
    marked: markedOf(),
  };
}
