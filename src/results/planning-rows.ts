// Turns a result or a reference series into a curve for the planner.
import type { CurveRun } from "../capacity/asked/planner-settings.ts";
import { plainText } from "../fields/plain-number.ts";
import { curveRows, type CurveRow } from "../laws/curve.ts";
import { isValid } from "../measurement/run/sample.ts";
import { valuesOf } from "../scenarios/contract/rows.ts";
import { steadinessOf } from "./derive.ts";
import { experimentOf } from "./experiment.ts";
import type { Result } from "./format/result.ts";
import { scaleToPymdp } from "./pymdp-steps.ts";
import type { ReferenceSeries } from "./references/reference.ts";

export interface CurveForPlanning {
  readonly title: string;
  readonly rows: readonly CurveRow[];
  /** Cores that the curve kept busy: the vCPU that one process needs. */
  readonly vcpu: number;
  /** What speaks against the run, as an address of a plan says it. */
  readonly run: CurveRun;
  /** What turns its throughput into that of pymdp with the same model; 1 where that is not known. As the address has it. */
  readonly scale: string;
}

/** How an address of a plan says it: the scale to plan with, and the same again as pymdp's, to come back to from another. */
export function scaleTexts({ scale }: CurveForPlanning): { readonly scale: string; readonly pymdp: string } {
  return { scale, pymdp: scale === "1" ? "" : scale };
}

export type ResultCurve =
  | { readonly state: "curve"; readonly curve: CurveForPlanning }
  /** The result says nothing of throughput by agents; the message says what would. */
  | { readonly state: "none"; readonly message: string };

const wayOut = "Plan from a run that measures throughput at several agent counts.";

function runOf(isPaced: boolean, isUnsteady: boolean): CurveRun {
  if (isPaced) return isUnsteady ? "paced,unsteady" : "paced";
  return isUnsteady ? "unsteady" : "";
}

/** Throughput by agents: every valid sample of a point is one of its repeats. */
export function curveOfResult(result: Result): ResultCurve {
  const { environment, samples, createdAt } = result;
  const experiment = experimentOf(result);
  const { scenario, name, measures } = experiment;
  if (scenario.axis.id !== "agents") {
    return { state: "none", message: `Its rows are not counts of agents, so it gives no curve. ${wayOut}` };
  }
  if (experiment.search !== null) {
    return { state: "none", message: `It looked for how many agents hold a rate, so it gives no curve. ${wayOut}` };
  }
  if (!measures.some(({ id }) => id === "throughput")) {
    return { state: "none", message: `It has no throughput, so it gives no curve. ${wayOut}` };
  }
  const figures = samples.flatMap((sample) =>
    isValid(sample) && sample.series === "row"
      ? valuesOf([sample], "throughput").map((opsPerSecond) => ({ agents: sample.at, opsPerSecond }))
      : [],
  );
  const busyCores = Math.min(environment.workers, environment.parallelCapacity.cores);
  const rows = curveRows(figures);
  const drift = steadinessOf(
    experiment,
    samples.filter(isValid),
    rows.map(({ trials }) => trials),
  );
  const isPaced = result.settings["pacing"] === "paced";
  // The rate of a paced agent is not the speed of the engine.
  const single = isPaced ? null : (rows.find(({ agents }) => agents === 1)?.opsPerSecond ?? null);
  const curve = {
    title: `${name}, ${environment.browser}, ${createdAt.slice(0, 10)}`.slice(0, 120),
    rows,
    vcpu: Math.max(0.1, Math.round(busyCores * 10) / 10),
    run: runOf(isPaced, drift.state === "drifted"),
    scale: plainText(scaleToPymdp(result.settings, single)),
  };
  return { state: "curve", curve };
}

/** Rows of a reference. All known ones ran their agents as threads of one interpreter, whose lock keeps one core busy. */
export function curveOfSeries({ title, rows }: ReferenceSeries): CurveForPlanning {
  const figures = rows.flatMap(({ agents, trials }) => trials.map((opsPerSecond) => ({ agents, opsPerSecond })));
  return { title: title.slice(0, 120), rows: curveRows(figures), vcpu: 1, run: "", scale: "1" };
}
