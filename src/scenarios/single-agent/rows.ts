// What is derived from the samples of a single-agent run: one row as fast as it can, one paced.
import type { Sample } from "../../measurement/run/sample.ts";
import { byPoint, exact, type MeasuredOn, missing, type Row, type RowFigure, sampleFigures } from "../contract/rows.ts";
import { singleAgentMeasures } from "./measures.ts";
import { ROW } from "./series.ts";

/** The browser's own figure is of the worker with everything in it. */
function workerMemory({ processMemory }: MeasuredOn): RowFigure {
  if (processMemory === null) return missing("Not known yet.");
  if (processMemory.state === "unavailable") return missing(processMemory.reason);
  return exact(processMemory.workersBytes / processMemory.workers);
}

export function singleAgentRows(samples: readonly Sample[], on: MeasuredOn): Row[] {
  return [...byPoint(samples, ROW)].map(([at, own]) => ({
    at,
    samples: own.length,
    figures: {
      ...sampleFigures(singleAgentMeasures, own),
      memory: on.engineMemory === null ? missing("Not known yet.") : exact(on.engineMemory.perAgentBytes),
      "worker-memory": workerMemory(on),
    },
    status: null,
  }));
}
