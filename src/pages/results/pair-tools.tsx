// Measures for a comparison in place: the noise of this machine, and flagged rows once more; both in turn, trial by trial.
import { Repeat, Ruler, Square } from "lucide-react";
import { useEffect, useRef } from "react";
import { readMachine } from "../../app/machine.ts";
import { measurePair, type PairAsked, type PairPurpose, stopPair, usePairRun } from "../../app/pair-run.ts";
import { Button } from "../../ui/button.tsx";
import { formatAboutSeconds, formatCount, formatSeconds } from "../../ui/format.ts";
import { joinSources, keptSource } from "../../app/compare-address.ts";
import { wholeSources } from "./compare-sources.ts";
import { type AgainPlan, pairSeconds } from "./pair-plan.ts";

export interface PairToolsProps {
  readonly calibration: PairAsked;
  readonly again: AgainPlan;
  /** Takes the two results up as sources of the address. */
  readonly onMeasured: (purpose: PairPurpose, sources: string) => void;
}

const doing: Readonly<Record<PairPurpose, string>> = {
  calibration: "Calibrating: the same configuration against itself",
  again: "Measuring the flagged rows again, both configurations in turn",
};

function rowsText(agents: readonly number[]): string {
  const counts = agents.length <= 4 ? agents.map(formatCount).join(", ") : `${formatCount(agents.length)} rows`;
  return agents.length <= 4 ? `${counts} ${agents.length === 1 && agents[0] === 1 ? "agent" : "agents"}` : counts;
}

export function PairTools({ calibration, again, onMeasured }: PairToolsProps) {
  const run = usePairRun();
  const { hardwareConcurrency } = readMachine();
  // A comparison that was left meanwhile takes nothing up; the results are in the library.
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);

  async function measure(asked: PairAsked): Promise<void> {
    const pair = await measurePair(asked);
    if (pair === null || !shown.current) return;
    const { results, notKept } = pair;
    const named = results.map((result, at) => ({ kind: "result" as const, name: asked.names[at] ?? "", result }));
    const sources = notKept === null ? joinSources(results.map(({ id }) => keptSource(id))) : await wholeSources(named);
    onMeasured(asked.purpose, sources);
  }

  if (run.state === "running") {
    const { purpose, done, total, secondsLeft } = run;
    const left = secondsLeft === null ? "" : ` · ${formatSeconds(secondsLeft)} left`;
    return (
      <div className="mb-3 flex flex-wrap items-center gap-3 print:hidden">
        <Button onClick={stopPair}>
          <Square aria-hidden size={14} /> Stop
        </Button>
        <progress className="h-1.5 w-40" max={Math.max(1, total)} value={done} aria-label={doing[purpose]} />
        <span className="text-xs text-muted" data-testid="pair-progress">
          {doing[purpose]}
          {total === 0 ? "" : ` · trial ${formatCount(done + 1)} of ${formatCount(total)}${left}`}
        </span>
      </div>
    );
  }
  return (
    <div className="mb-3 grid gap-2 print:hidden">
      <div className="flex flex-wrap gap-2">
        {again.state === "possible" ? (
          <Button onClick={() => void measure(again.asked)}>
            <Repeat aria-hidden size={14} /> Measure {rowsText(again.agents)} again{" "}
            <span className="text-xs text-muted">
              {formatAboutSeconds(pairSeconds(again.asked, hardwareConcurrency))}
            </span>
          </Button>
        ) : null}
        <Button onClick={() => void measure(calibration)}>
          <Ruler aria-hidden size={14} /> Calibrate{" "}
          <span className="text-xs text-muted">
            {formatAboutSeconds(pairSeconds(calibration, hardwareConcurrency))}
          </span>
        </Button>
      </div>
      <p className="max-w-prose text-xs text-muted">
        {again.state === "impossible" && again.reason !== null ? `${again.reason} ` : ""}
        {again.state === "possible"
          ? "Again measures what was flagged or inconclusive once more here, the two configurations trial by trial in turn, so that a slow moment touches both. "
          : ""}
        Calibrate runs the judged configuration against itself in the same way: what then differs is the noise of this
        machine.
      </p>
      {run.state === "broken" ? (
        <p role="alert" className="text-sm text-bad">
          Nothing was measured. {run.message}
        </p>
      ) : null}
    </div>
  );
}
