// A found curve in words, for who does not see its picture.
import type { FoundCurve } from "../../../results/findings.ts";
import { scenarioOf } from "../../../scenarios/registry.ts";
import { formatTime } from "../../../words/time-text.ts";
import { formatBytesWithUnit, formatMeasured, formatPercent } from "../../../words/format.ts";

function valueText(value: number, unit: string | null): string {
  if (unit === "%") return formatPercent(value / 100);
  return unit === "B" ? formatBytesWithUnit(value) : formatTime(value, unit);
}

/** The values at both ends of a curve over points, as they stand under its picture; null where they would say nothing. */
export function endsText({ unit, over, values }: FoundCurve): string | null {
  const [first, last] = [values[0], values.at(-1)];
  if (over === "values" || first === undefined || last === undefined) return null;
  const [from, to] = [valueText(first, unit), valueText(last, unit)];
  const shared = to.slice(to.indexOf(" "));
  // Their unit is said once.
  return `${to.includes(" ") && from.endsWith(shared) ? from.slice(0, -shared.length) : from} → ${to}`;
}

/** @param scenario kind of the result's scenario, which names its points
 * @returns "Speed-up: 1 × one agent at 1 agent, 3.4 × one agent at 20 agents"
 */
export function curveText({ label, unit, over, at, values }: FoundCurve, scenario: string): string {
  if (over === "values") return `${label}: from ${formatTime(at[0] ?? 0, unit)} to ${formatTime(at.at(-1) ?? 0, unit)}`;
  const axis = scenarioOf(scenario)?.axis;
  const pointText = (place: number): string => axis?.nameOf(place) ?? formatMeasured(place);
  const first = `${valueText(values[0] ?? 0, unit)} at ${pointText(at[0] ?? 0)}`;
  return `${label}: ${first}, ${valueText(values.at(-1) ?? 0, unit)} at ${pointText(at.at(-1) ?? 0)}`;
}
