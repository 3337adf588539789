// Keeps a finished result through a later run that measures nothing.
import type { Trial } from "../../measurement/run/trial.ts";
import type { ProcessMemory } from "../../results/format/schema.ts";
import type { FinishedRun, RunState } from "./benchmark-store.ts";

/** The result that is shown now, or the one that waits behind a run in progress. */
export function earlierOf(run: RunState): FinishedRun | null {
  switch (run.state) {
    case "finished":
      return run;
    case "running":
      return run.earlier;
    case "idle":
    case "broken":
      return null;
  }
}

/** Whether trials give the table a row; trials of one agent alone and attempts that do not count give none. */
export function hasRow(trials: readonly Trial[]): boolean {
  return trials.some((trial) => trial.kind === "row" && trial.state === "valid");
}

/** The earlier result again, with why the later run measured nothing; null where there is no earlier one. */
export function broughtBack(earlier: FinishedRun | null, why: string): FinishedRun | null {
  if (earlier === null) return null;
  return { ...earlier, notice: `Nothing new was measured. ${why} The result below is the earlier one.` };
}

/** The run with the memory of the browser's process, as far as it is known now. */
export function withProcessMemory(run: FinishedRun, processMemory: ProcessMemory): FinishedRun {
  const { result } = run;
  return { ...run, result: { ...result, environment: { ...result.environment, processMemory } } };
}
