// What is derived from the samples of a failures run: one row for each share of crashes, with what theory says beside it.
import type { Sample } from "../../measurement/run/sample.ts";
import { pooledShare } from "../agents/pooled-share.ts";
import { byPoint, exact, missing, type Row, sampleFigures, valuesOf } from "../contract/rows.ts";
import type { FailureSettings } from "./fields.ts";
import { failureMeasures } from "./measures.ts";

export const ROW = "row";
/** A worker that is made to die. */
export const WORKER = "worker";

const NO_CRASH = missing("No agent crashed.");
/** A supervisor that missed a message brings an agent back that is alive: that is no recovery. */
const NOTHING_TO_RECOVER = missing("No agent crashed. Those that were brought back had only lost a message.");
const noCrash = { "noticed-p50": NO_CRASH, "noticed-p95": NO_CRASH, "recovered-p95": NOTHING_TO_RECOVER };

/** Rows by share of crashes, ascending. */
export function failureRows({ lossPercent }: FailureSettings, samples: readonly Sample[]): Row[] {
  return [...byPoint(samples, ROW)].map(([at, own]): Row => {
    const crashed = valuesOf(own, "crashes").some((crashes) => crashes > 0);
    return {
      at,
      samples: own.length,
      figures: {
        ...sampleFigures(failureMeasures, own),
        ...(crashed ? {} : noCrash),
        failed: pooledShare(own, "failed", "ended"),
        "failed-expected": exact(1 - (1 - lossPercent / 100) ** 2 * (1 - at / 100)),
      },
      status: null,
    };
  });
}
