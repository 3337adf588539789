// What a result answers, in a sentence and as one figure; a run that a disturbed machine made useless answers nothing.
import type { Sample } from "../measurement/run/sample.ts";
import type { MeasuredOn } from "../scenarios/contract/rows.ts";
import type { Experiment, Gauge } from "../scenarios/contract/scenario.ts";
import type { Derived } from "./derive.ts";

export interface Answer {
  /** Null where no trial has a figure. */
  readonly sentence: string | null;
  /** Null where the scenario has no single figure, or it cannot be told. */
  readonly gauge: Gauge | null;
}

const NOTHING: Answer = {
  sentence: "Nothing can be concluded from this run: other programs took the machine.",
  gauge: null,
};

/** The answer of a run as far as it went, in the words of its scenario. */
export function answerOf(
  experiment: Experiment,
  { rows, quality }: Pick<Derived, "rows" | "quality">,
  samples: readonly Sample[],
  on: MeasuredOn,
): Answer {
  if (quality === "useless") return NOTHING;
  const seen = { rows, samples, on, quality };
  return { sentence: experiment.sentenceOf(seen), gauge: experiment.gaugeOf(seen) };
}
