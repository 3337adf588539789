// Turns a result or a reference series into a curve for the planner.
import { curveRows, type CurveRow } from "../laws/curve.ts";
import type { ReferenceSeries } from "./references/reference.ts";
import type { Result } from "./format/schema.ts";

export interface CurveForPlanning {
  readonly title: string;
  readonly rows: readonly CurveRow[];
  /** Cores that the curve kept busy: the vCPU that one process needs. */
  readonly vcpu: number;
}

/** Rows of a run: every valid trial of an agent count is one of its repeats. */
export function curveOfResult({ configuration, environment, trials, createdAt }: Result): CurveForPlanning {
  const figures = trials.flatMap((trial) =>
    trial.state === "valid" && trial.kind === "row" ? [{ agents: trial.agents, opsPerSecond: trial.opsPerSecond }] : [],
  );
  const busyCores = Math.min(environment.workers, environment.parallelCapacity.cores);
  return {
    title:
      `${configuration.workload}, ${configuration.placement}, ${configuration.topology}, ${environment.browser}, ${createdAt.slice(0, 10)}`.slice(
        0,
        120,
      ),
    rows: curveRows(figures),
    vcpu: Math.max(0.1, Math.round(busyCores * 10) / 10),
  };
}

/** Rows of a reference. All known ones ran their agents as threads of one interpreter, whose lock keeps one core busy. */
export function curveOfSeries({ title, rows }: ReferenceSeries): CurveForPlanning {
  const figures = rows.flatMap(({ agents, trials }) => trials.map((opsPerSecond) => ({ agents, opsPerSecond })));
  return { title: title.slice(0, 120), rows: curveRows(figures), vcpu: 1 };
}
