// A found curve in words, for who does not see its picture.
import type { FoundCurve } from "../../../results/findings.ts";
import { scenarioOf } from "../../../scenarios/registry.ts";
import { formatTime } from "../../../words/time-text.ts";
import { formatMeasured } from "../../../words/format.ts";

/** @param scenario kind of the result's scenario, which names its points
 * @returns "Speed-up: 1 × one agent at 1 agent, 3.4 × one agent at 20 agents"
 */
export function curveText({ label, unit, over, at, values }: FoundCurve, scenario: string): string {
  if (over === "values") return `${label}: from ${formatTime(at[0] ?? 0, unit)} to ${formatTime(at.at(-1) ?? 0, unit)}`;
  const axis = scenarioOf(scenario)?.axis;
  const pointText = (place: number): string => axis?.nameOf(place) ?? formatMeasured(place);
  const first = `${formatTime(values[0] ?? 0, unit)} at ${pointText(at[0] ?? 0)}`;
  return `${label}: ${first}, ${formatTime(values.at(-1) ?? 0, unit)} at ${pointText(at.at(-1) ?? 0)}`;
}
