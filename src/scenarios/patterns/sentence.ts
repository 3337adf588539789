// What a run of a pattern found, in sentences that can be said aloud.
import { resourcesFor } from "../../protocols/contention.ts";
import { formatComputed, formatCount, formatCounted, formatMeasured, formatPercent } from "../../words/format.ts";
import { formatDurationWithUnit } from "../../words/format-duration.ts";
import { behindClause } from "../../words/lead-in.ts";
import { restsOn } from "../agents/rests-on.ts";
import { middleOf, type Row, sumOf } from "../contract/rows.ts";
import type { PatternSettings } from "./fields.ts";
import { patternKinds } from "./pattern-kinds.ts";

/** A share beside what theory says of it. @param of what it is a share of, where that is said */
function besideTheory(row: Row, id: string, expected: string, of = ""): string {
  const [measured, theory] = [middleOf(row, id), middleOf(row, expected)];
  if (measured === null) return "";
  return `${formatPercent(measured)}${of}${theory === null ? "" : `, by theory ${formatPercent(theory)}`}`;
}

function handoffText(row: Row, rows: readonly Row[], timerStepUs: number): string {
  const [rate, p50, p95] = ["rate", "p50", "p95"].map((id) => middleOf(row, id));
  const astray = sumOf(rows, "astray") + sumOf(rows, "unbalanced");
  const whole =
    astray === 0
      ? "No thing was lost or held twice, and every handoff is accounted for."
      : `${formatCounted(astray, "thing or handoff", "things or handoffs")} went astray, which must not be.`;
  if (typeof rate !== "number" || typeof p50 !== "number" || typeof p95 !== "number") return whole;
  const agents = formatCounted(row.at, "agent");
  const times = `half of them within ${formatDurationWithUnit(p50, timerStepUs)}, 95% within ${formatDurationWithUnit(p95, timerStepUs)}`;
  return `${agents} hand on ${formatMeasured(rate)} things a second, ${times}. ${whole}`;
}

function consensusText(row: Row, timerStepUs: number): string {
  const p50 = middleOf(row, "p50");
  const time =
    p50 === null ? "" : `, and half of those that are decided take ${formatDurationWithUnit(p50, timerStepUs)} at most`;
  return `Votes of ${formatCounted(row.at, "agent")} pass in ${besideTheory(row, "passed", "passed-expected")}${time}.`;
}

function broadcastText(row: Row, timerStepUs: number): string {
  const [p50, messages, complete] = ["p50", "messages", "complete"].map((id) => middleOf(row, id));
  const time = typeof p50 === "number" ? `, half of the time within ${formatDurationWithUnit(p50, timerStepUs)}` : "";
  const cost = typeof messages === "number" ? ` It takes ${formatComputed(messages)} messages.` : "";
  const share = typeof complete === "number" ? formatPercent(complete) : "";
  return `One of ${formatCounted(row.at, "agent")} reaches all others in ${share} of its broadcasts${time}.${cost}`;
}

function contentionText(row: Row, rows: readonly Row[]): string {
  const unfair = middleOf(row, "unfairness");
  const wait = unfair === null ? "" : ` The longest wait was ${formatComputed(unfair)} times the mean.`;
  const doubled = sumOf(rows, "two-holders");
  const safe =
    doubled === 0
      ? "No resource had two holders."
      : `A resource had two holders ${formatCounted(doubled, "time")}, which must not be.`;
  const resources = formatCounted(resourcesFor(row.at), "resource");
  const use = besideTheory(row, "held", "held-expected", " of the time");
  const each = resourcesFor(row.at) === 1 ? "it is" : "each is";
  return `${formatCounted(row.at, "agent")} share ${resources}: ${each} in use ${use}.${wait} ${safe}`;
}

/** @returns the sentence, of the largest team; null where no row has a figure yet */
export function patternSentence(settings: PatternSettings, rows: readonly Row[], timerStepUs: number): string | null {
  const row = rows.at(-1);
  if (row === undefined) return null;
  const { one, several } = patternKinds[settings.pattern];
  return `${foundText(settings, row, rows, timerStepUs)}${restsOn(sumOf([row], "ended"), one, several)}`;
}

function foundText(
  { pattern, lossPercent, crashPercent }: PatternSettings,
  row: Row,
  rows: readonly Row[],
  timerStepUs: number,
): string {
  const faults = [
    ...(lossPercent > 0 ? [`${formatCount(lossPercent)}% of the messages lost`] : []),
    ...(crashPercent > 0 ? [`agents that crash in ${formatCount(crashPercent)}% of their tasks`] : []),
  ];
  const under = faults.length === 0 || pattern === "contention" ? "" : `With ${faults.join(" and ")}, `;
  switch (pattern) {
    case "handoff":
      return behindClause(under, handoffText(row, rows, timerStepUs));
    case "consensus":
      return behindClause(under, consensusText(row, timerStepUs));
    case "broadcast":
      return behindClause(under, broadcastText(row, timerStepUs));
    case "contention":
      return contentionText(row, rows);
  }
}
