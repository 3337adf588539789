// What is said of a result that has no sentence: that it was stopped before its first row, and what it holds instead.
import { isValid, type Sample } from "../measurement/run/sample.ts";
import type { Experiment } from "../scenarios/contract/experiment.ts";
import { formatCounted } from "../words/format.ts";

/** The series of rows, in every scenario. */
const ROW = "row";

/** "3 trials of a worker that dies"; of several things the first is named. */
function heldText({ scenario }: Experiment, samples: readonly Sample[]): string {
  const valid = samples.filter(isValid);
  const [name, ...others] = new Set(valid.map((sample) => scenario.pointName(sample)));
  if (name === undefined) return "";
  const what = others.length === 0 ? `of ${name}` : `of what rows are held against, such as ${name}`;
  return ` It holds ${formatCounted(valid.length, "trial")} ${what}.`;
}

/** @param samples of an ended run whose scenario has no sentence for them */
export function unansweredText(experiment: Experiment, samples: readonly Sample[]): string {
  if (samples.some(({ series }) => series === ROW)) return "No trial has a figure.";
  return `This run was stopped before its first row.${heldText(experiment, samples)}`;
}
