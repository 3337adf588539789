// Where the run stands: trials done, what is measured now, time left.
import type { Progress } from "../../session/measuring/benchmark-store.ts";
import { formatCounted, formatSeconds } from "../../words/format.ts";

const kindWords = { row: "", control: ", control without messages", solo: ", one agent alone" } as const;

/** What is being done, in words. */
function progressText({ done, total, current, secondsLeft }: Progress): string {
  if (current === null) return "Calibrating: how many cores really work at once";
  const left = secondsLeft === null ? "" : ` · ${formatSeconds(secondsLeft)} left`;
  const agents = formatCounted(current.agents, "agent");
  return `Trial ${done + 1} of ${total} · ${agents}${kindWords[current.kind]}${left}`;
}

export function ProgressBar({ progress }: { readonly progress: Progress }) {
  const text = progressText(progress);
  return (
    <div className="my-3 flex items-center gap-3 text-xs text-muted">
      <progress
        className="h-1.5 w-40 shrink-0 sm:w-64"
        max={progress.total}
        value={progress.done}
        aria-label="Progress of the run"
      />
      <span>{text}</span>
    </div>
  );
}
