// Where a run stands, in one line: the same on the page and in the terminal.
import type { Planned } from "../../measurement/run/sample.ts";
import type { Experiment } from "./experiment.ts";
import { formatSeconds } from "../../words/format.ts";

interface Progress {
  readonly done: number;
  readonly total: number;
  /** What is measured now; null while the machine is calibrated. */
  readonly current: Planned | null;
  readonly secondsLeft: number | null;
}

/** What is being done, in words. */
export function progressText(experiment: Experiment, { done, total, current, secondsLeft }: Progress): string {
  if (current === null) return "Calibrating: how many cores really work at once";
  if (experiment.search !== null) return `Trial ${done + 1} · ${experiment.scenario.pointName(current)}`;
  const left = secondsLeft === null ? "" : ` · ${formatSeconds(secondsLeft)} left`;
  return `Trial ${done + 1} of ${total} · ${experiment.scenario.pointName(current)}${left}`;
}
