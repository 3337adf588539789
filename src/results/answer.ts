// What a result answers, in a sentence and as one figure; a run that a disturbed machine made useless answers nothing.
import type { Sample } from "../measurement/run/sample.ts";
import type { MeasuredOn } from "../scenarios/contract/rows.ts";
import type { Experiment } from "../scenarios/contract/experiment.ts";
import type { Gauge } from "../scenarios/contract/seen.ts";
import { isThrottled } from "../scaling/quality.ts";
import type { Derived } from "./derive.ts";

export interface Answer {
  /** Null where no trial has a figure. */
  readonly sentence: string | null;
  /** Null where the scenario has no single figure, or it cannot be told. */
  readonly gauge: Gauge | null;
}

function nothing(throttledShare: number): Answer {
  const why = isThrottled(throttledShare) ? "its container was kept from running" : "other programs took the machine";
  return { sentence: `Nothing can be concluded from this run: ${why}.`, gauge: null };
}

/**
 * The answer of a run as far as it went, in the words of its scenario.
 * @param read `here` only where the reader surely sits at the machine that measured: a link, a file and a list may be read anywhere
 */
export function answerOf(
  experiment: Experiment,
  { rows, quality }: Pick<Derived, "rows" | "quality">,
  samples: readonly Sample[],
  on: MeasuredOn,
  read: "here" | "elsewhere",
): Answer {
  if (quality === "useless") return nothing(on.throttledShare ?? 0);
  const seen = { rows, samples, on, quality, ...(read === "elsewhere" ? { isElsewhere: true as const } : {}) };
  return { sentence: experiment.sentenceOf(seen), gauge: experiment.gaugeOf(seen) };
}
