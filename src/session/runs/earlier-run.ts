// Keeps a finished result through later runs, and brings it back where one of them measures nothing.
import type { ProcessMemory } from "../../measurement/run/process-memory.ts";
import type { Result } from "../../results/format/result.ts";
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

/** The id of what is shown, from the beginning of its run; null where there is nothing. */
export function idOf(run: RunState): string | null {
  switch (run.state) {
    case "finished":
      return run.result.id;
    case "running":
      return run.id;
    case "idle":
    case "broken":
      return null;
  }
}

/** The state with the finished result of this id changed, whether it is shown or waits behind a run in progress. */
export function withFinished(run: RunState, id: string, change: (finished: FinishedRun) => FinishedRun): RunState {
  const finished = earlierOf(run);
  if (finished === null || finished.result.id !== id) return run;
  return run.state === "running" ? { ...run, earlier: change(finished) } : change(finished);
}

/** The earlier result again, with why the later run measured nothing; else that alone. */
export function broughtBack(earlier: FinishedRun | null, why: string): RunState {
  if (earlier === null) return { state: "broken", message: why };
  return { ...earlier, notice: `Nothing new was measured. ${why} The result below is the earlier one.` };
}

export function withMemory(result: Result, processMemory: ProcessMemory): Result {
  return { ...result, environment: { ...result.environment, processMemory } };
}
