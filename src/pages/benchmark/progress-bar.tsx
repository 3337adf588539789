// Where the run stands: points done, what is measured now, time left. It stays in view at the foot of the window.
import type { Experiment } from "../../scenarios/contract/experiment.ts";
import type { Progress } from "../../session/runs/benchmark-store.ts";
import { progressText } from "../../scenarios/contract/progress-text.ts";

export function ProgressBar({
  experiment,
  progress,
}: {
  readonly experiment: Experiment;
  readonly progress: Progress;
}) {
  const text = progressText(experiment, progress);
  return (
    <div className="sticky bottom-16 z-10 flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line-strong bg-canvas py-2 text-xs text-muted sm:bottom-0">
      <progress
        className="h-1.5 w-full shrink-0 sm:w-64"
        max={progress.total}
        value={progress.done}
        aria-label="Progress of the run"
      />
      <span>{text}</span>
    </div>
  );
}
