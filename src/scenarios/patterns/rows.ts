// What is derived from the samples of a pattern: shares of all trials together, and what theory says beside them.
import type { Sample, ValidSample } from "../../measurement/run/sample.ts";
import { resourcesFor } from "../../protocols/contention.ts";
import { heldShare } from "../../protocols/machine-repairman.ts";
import { voteOdds } from "../../protocols/vote-odds.ts";
import { median } from "../../statistics/summary.ts";
import { pooledShare } from "../agents/pooled-share.ts";
import { byPoint, exact, missing, type Row, type RowFigure, sampleFigures, valuesOf } from "../contract/rows.ts";
import type { PatternSettings } from "./fields.ts";
import { measuresOf, POOLED } from "./measures.ts";
import { QUORUM, YES } from "./orders.ts";

export const ROW = "row";

const CRASHES = missing("Theory here has no crashes.");

/** What follows from the settings alone, or from times that were measured. */
function expectedOf(
  { pattern, lossPercent, crashPercent }: PatternSettings,
  agents: number,
  samples: readonly ValidSample[],
): Readonly<Record<string, RowFigure>> {
  const loss = lossPercent / 100;
  const unlessCrashes = (value: number): RowFigure => (crashPercent > 0 ? CRASHES : exact(value));
  switch (pattern) {
    case "handoff":
      return { "timed-out-expected": unlessCrashes(1 - (1 - loss) ** 2) };
    case "consensus": {
      const { passed, quorum } = voteOdds(agents, QUORUM, YES, loss);
      return { "passed-expected": unlessCrashes(passed), "quorum-expected": unlessCrashes(quorum) };
    }
    case "broadcast":
      return { "messages-expected": unlessCrashes((agents - 1) * (1 / (1 - loss) ** 2 + 1 / (1 - loss))) };
    case "contention": {
      const [think, hold] = ["think-mean", "hold-mean"].map((id) => median(valuesOf(samples, id)));
      const isKnown = typeof think === "number" && typeof hold === "number" && think > 0 && hold > 0;
      return {
        "held-expected": isKnown
          ? exact(heldShare(agents, resourcesFor(agents), think, hold))
          : missing("No trial counts yet."),
      };
    }
  }
}

/** Rows by agent count, ascending. */
export function patternRows(settings: PatternSettings, samples: readonly Sample[]): Row[] {
  const measures = measuresOf[settings.pattern];
  return [...byPoint(samples, ROW)].map(([at, own]): Row => {
    const pooled = measures.filter(({ id }) => POOLED.includes(id));
    return {
      at,
      samples: own.length,
      figures: {
        ...sampleFigures(measures, own),
        ...Object.fromEntries(pooled.map(({ id }) => [id, pooledShare(own, id, "ended")])),
        ...expectedOf(settings, at, own),
      },
      status: null,
    };
  });
}
