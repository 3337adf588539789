// What is said of the run that a curve is from, and why it is not known how sure a plan from it is.
import type { PlanningCurve } from "../../../capacity/asked/planning-curve.ts";
import { FEWEST_REPEATS, type NotKnown } from "../../../capacity/answer/probability.ts";
import { formatCounted } from "../../../words/format.ts";

const paced = "This run was paced: it shows what was held, not the most.";
const unsteady = "This run was not steady: one agent alone did not keep its pace from start to end.";

/** What speaks against the run of a curve, for where the curve is shown. */
export function runSentences({ isPaced, isUnsteady }: PlanningCurve): readonly string[] {
  return [
    ...(isPaced
      ? [`${paced} It is no curve of throughput. Measure with pacing “saturated” to plan from the most.`]
      : []),
    ...(isUnsteady ? [`${unsteady} Close what else runs, and measure again.`] : []),
  ];
}

/** Why it is not known how sure a plan is, and what would tell. */
export function notKnownText(why: NotKnown): string {
  switch (why.reason) {
    case "paced":
      return `${paced} Measure with pacing “saturated”.`;
    case "unsteady":
      return `${unsteady} Its repeats do not tell how far off the next run would be. Close what else runs, and measure again.`;
    case "no repeats":
      return `The curve has one figure per row and no repeats, so nobody knows how far off another measurement would be. Plan from a curve with ${FEWEST_REPEATS} repeats or more.`;
    case "few repeats":
      return `Some rows have only ${formatCounted(why.repeats, "repeat")}, and ${FEWEST_REPEATS} are needed to tell how sure a plan is. Measure with ${FEWEST_REPEATS} repeats or more.`;
  }
}
