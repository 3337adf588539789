// Checks rows before a law is fitted to them, and says in plain sentences what is wrong and what would help.
import { formatCount, formatCounted, formatPercent } from "../../words/format.ts";
import type { Point } from "./fit.ts";

/** What makes rows impossible to fit. `row` counts from 1, in the order given. */
export type CurveProblem =
  | { readonly kind: "no rows" }
  | { readonly kind: "not an agent count"; readonly row: number; readonly agents: number }
  | { readonly kind: "not a throughput"; readonly row: number; readonly agents: number; readonly opsPerSecond: number }
  | { readonly kind: "one agent count"; readonly agents: number }
  | { readonly kind: "two agent counts"; readonly agents: readonly [number, number] };

/** Rows that can be fitted, though no law describes them well. */
export type CurveWarning = {
  readonly kind: "superlinear";
  /** The row that gains most per agent. */
  readonly agents: number;
  /** Its throughput per agent divided by that of the row with the fewest agents, minus 1. */
  readonly gain: number;
  readonly fewestAgents: number;
};

export type CurveCheck =
  | { readonly state: "usable"; readonly warnings: readonly CurveWarning[] }
  | { readonly state: "unusable"; readonly problems: readonly CurveProblem[] };

/** Throughput per agent may exceed that of the fewest agents by this share without a warning. */
const SUPERLINEAR_GAIN = 0.05;

function problemsOfRow({ agents, opsPerSecond }: Point, index: number): CurveProblem[] {
  const row = index + 1;
  if (!Number.isSafeInteger(agents) || agents < 1) return [{ kind: "not an agent count", row, agents }];
  const positive = Number.isFinite(opsPerSecond) && opsPerSecond > 0;
  return positive ? [] : [{ kind: "not a throughput", row, agents, opsPerSecond }];
}

function problemsOfCounts(counts: readonly number[]): CurveProblem[] {
  const [first, second, third] = counts;
  if (first === undefined) return [{ kind: "no rows" }];
  if (second === undefined) return [{ kind: "one agent count", agents: first }];
  return third === undefined ? [{ kind: "two agent counts", agents: [first, second] }] : [];
}

function warningsOf(points: readonly Point[], fewestAgents: number): CurveWarning[] {
  const fewest = points.filter(({ agents }) => agents === fewestAgents);
  const perAgent = fewest.reduce((sum, { opsPerSecond }) => sum + opsPerSecond, 0) / fewest.length / fewestAgents;
  const gains = points
    .filter(({ agents }) => agents > fewestAgents)
    .map(({ agents, opsPerSecond }) => ({ agents, gain: opsPerSecond / agents / perAgent - 1 }))
    .sort((a, b) => b.gain - a.gain);
  return gains
    .slice(0, 1)
    .filter(({ gain }) => gain > SUPERLINEAR_GAIN)
    .map(({ agents, gain }) => ({ kind: "superlinear", agents, gain, fewestAgents }));
}

/** Whether a law can be fitted to rows as they were typed, read or measured. @param points in any order, any numbers */
export function checkCurve(points: readonly Point[]): CurveCheck {
  const counts = [...new Set(points.map(({ agents }) => agents))].sort((a, b) => a - b);
  const rowProblems = points.flatMap(problemsOfRow);
  const problems = rowProblems.length > 0 ? rowProblems : problemsOfCounts(counts);
  if (problems.length > 0) return { state: "unusable", problems };
  return { state: "usable", warnings: warningsOf(points, counts[0] ?? 1) };
}

function agentsText(agents: number): string {
  return formatCounted(agents, "agent");
}

function throughputSentence(agents: number, opsPerSecond: number): string {
  const at = `The row at ${agentsText(agents)}`;
  if (opsPerSecond === 0) {
    return `${at} has a throughput of 0, which no scaling law reaches. Leave the row out, or measure it again.`;
  }
  if (opsPerSecond < 0) {
    return `${at} has a negative throughput. Type the operations per second as a number above 0, or leave the row out.`;
  }
  return `${at} has a throughput that is not a number. Type the operations per second, or leave the row out.`;
}

/** One or two plain sentences: what is wrong, then what would help. */
export function problemSentence(problem: CurveProblem | CurveWarning): string {
  switch (problem.kind) {
    case "no rows":
      return "There are no rows. Add rows at three different agent counts or more: the law has three unknowns.";
    case "not an agent count":
      return `Row ${formatCount(problem.row)} does not have a whole number of agents from 1 upwards. Type one, or leave the row out.`;
    case "not a throughput":
      return throughputSentence(problem.agents, problem.opsPerSecond);
    case "one agent count":
      return `All rows have ${agentsText(problem.agents)}. Add rows at two further agent counts: the law has three unknowns, and repeats at one count do not tell them apart.`;
    case "two agent counts":
      return `The rows have only two agent counts, ${problem.agents.map(formatCount).join(" and ")}. Add a row at a third agent count: the law has three unknowns.`;
    case "superlinear":
      return `At ${agentsText(problem.agents)} each agent does ${formatPercent(problem.gain)} more than at ${agentsText(problem.fewestAgents)}. No scaling law grows faster than a straight line, so contention is fitted as 0. Check that the row at ${agentsText(problem.fewestAgents)} was measured warm and undisturbed, or leave it out.`;
  }
}
