// What an agent that crashes and a worker that dies cost beside each other: they are different things.
import type { Sample } from "../../measurement/run/sample.ts";
import { median } from "../../statistics/summary.ts";
import { formatCount, MISSING } from "../../words/format.ts";
import { formatDurationWithUnit } from "../../words/format-duration.ts";
import { byPoint, valuesOf } from "../contract/rows.ts";
import type { FactTable } from "../contract/seen.ts";
import { ROW, WORKER } from "./rows.ts";

function timeText(us: number | null, timerStepUs: number): string {
  return us === null ? MISSING : formatDurationWithUnit(us, timerStepUs);
}

export function deathsTable(samples: readonly Sample[], timerStepUs: number): FactTable {
  // Where none crashed, those that were brought back had only lost a message.
  const rows = [...byPoint(samples, ROW).values()].flat();
  const agents = rows.filter(({ figures }) => (figures["crashes"] ?? 0) > 0);
  const workers = [...byPoint(samples, WORKER).values()].flat();
  const of = (own: typeof agents, id: string) => timeText(median(valuesOf(own, id)), timerStepUs);
  const crashes = valuesOf(agents, "crashes").reduce((sum, one) => sum + one, 0);
  return {
    title: "An agent that crashes, and a worker that dies",
    isTimed: true,
    help: "An agent crashes in the middle of an op: its supervisor misses the answer and brings it back while all others go on. A worker dies with all agents on it: the window ends, and fresh workers take the place of all.",
    head: ["", "How often", "Noticed after", "Back after", "What is lost"],
    rows: [
      ["Agent", formatCount(crashes), of(agents, "noticed-p50"), of(agents, "recovered-p95"), "its op"],
      [
        "Worker",
        formatCount(workers.length),
        of(workers, "noticed-p50"),
        of(workers, "recovered-p95"),
        "the whole window, which does not count",
      ],
    ],
  };
}
