// Measures for a comparison in place: the noise of this machine, and flagged rows once more; both in turn, trial by trial.
import { Repeat, Ruler, Square } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { readMachine } from "../../../session/page/machine.ts";
import { stopMeasuring } from "../../../session/measuring/current-session.ts";
import { keepPairAgain, startPair } from "../../../session/runs/pair-control.ts";
import { type MeasuredPair, type PairRun, usePairRun } from "../../../session/runs/pair-store.ts";
import { PARAMETER_CHARACTERS_MOST } from "../../../session/address/search-text.ts";
import { useStillHere } from "../../../ui/use-still-here.ts";
import { Button } from "../../../ui/button.tsx";
import { SavedNote, savedText } from "../../../ui/download.tsx";
import { NotKept } from "../../../ui/not-kept.tsx";
import { formatAboutSeconds, formatCount, formatSeconds } from "../../../words/format.ts";
import { listed } from "../../../words/listed.ts";
import { joinSources, keptSource } from "../../../comparison/compare-address.ts";
import { saveResults } from "../list/save-results.ts";
import { type PairPlan, pairSeconds, type PairToMeasure, type PairPurpose } from "../../../comparison/pair-plan.ts";
import { wholeSources } from "../list/compare-sources.ts";

export interface PairToolsProps {
  readonly calibration: PairPlan;
  readonly again: PairPlan;
  /** Takes the two results up as sources of the address. */
  readonly onMeasured: (purpose: PairPurpose, sources: string) => void;
}

const doing: Readonly<Record<PairPurpose, string>> = {
  calibration: "Calibrating: the same configuration against itself",
  again: "Measuring the flagged rows again, both configurations in turn",
};

interface StartButtonProps {
  readonly asked: PairToMeasure;
  readonly onStart: (asked: PairToMeasure) => void;
  readonly children: ReactNode;
}

function StartButton({ asked, onStart, children }: StartButtonProps) {
  const seconds = pairSeconds(asked, readMachine().hardwareConcurrency);
  return (
    <Button onClick={() => onStart(asked)}>
      {children} <span className="text-xs text-muted">{formatAboutSeconds(seconds)}</span>
    </Button>
  );
}

function RunningPair({ run }: { readonly run: Extract<PairRun, { readonly state: "running" }> }) {
  const { purpose, done, total, secondsLeft } = run;
  const left = secondsLeft === null ? "" : ` · ${formatSeconds(secondsLeft)} left`;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button onClick={stopMeasuring}>
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

export function PairTools({ calibration, again, onMeasured }: PairToolsProps) {
  const run = usePairRun();
  const [isUntaken, setUntaken] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const stillHere = useStillHere();
  const isRunning = run.state === "running";
  const wasRunning = useRef(isRunning);
  useEffect(() => {
    // The button that was pressed is gone: who uses the keyboard goes on with the one in its place.
    if (wasRunning.current !== isRunning && document.activeElement === document.body) {
      frame.current?.querySelector("button")?.focus();
    }
    wasRunning.current = isRunning;
  }, [isRunning]);

  /** Elsewhere it is taken up by nothing, and is in the library; who left and came back finds it here. */
  async function takeUp(measured: Promise<MeasuredPair | null>): Promise<void> {
    setUntaken(false);
    const isHere = stillHere();
    const pair = await measured;
    if (pair === null) return;
    const { purpose, results } = pair;
    if (pair.isKept) {
      if (isHere()) onMeasured(purpose, joinSources(results.map(({ id }) => keptSource(id))));
      return;
    }
    const named = results.map((result) => ({ kind: "result" as const, name: result.id, result }));
    const whole = await wholeSources(named).catch(() => null);
    if (whole?.state !== "made" || whole.text.length > PARAMETER_CHARACTERS_MOST) setUntaken(true);
    else if (isHere()) onMeasured(purpose, whole.text);
  }
  const onStart = (asked: PairToMeasure): void => void takeUp(startPair(asked));

  const reasons = [again, calibration].flatMap((plan) => (plan.state === "impossible" ? (plan.reason ?? []) : []));
  return (
    <div ref={frame} className="mb-3 grid gap-2 print:hidden">
      {run.state === "running" ? (
        <RunningPair run={run} />
      ) : (
        <>
          <div className="flex flex-wrap gap-2">
            {again.state === "possible" ? (
              <StartButton asked={again.asked} onStart={onStart}>
                <Repeat aria-hidden size={14} /> Measure {again.rows} again
              </StartButton>
            ) : null}
            {calibration.state === "possible" ? (
              <StartButton asked={calibration.asked} onStart={onStart}>
                <Ruler aria-hidden size={14} /> Calibrate
              </StartButton>
            ) : null}
          </div>
          <p className="max-w-prose text-xs text-muted">
            {[
              ...reasons,
              ...(again.state === "possible"
                ? [
                    "“Measure again” repeats the rows that were flagged or inconclusive here, or all where a scenario cannot choose rows, the two configurations trial by trial in turn, so that a slow moment touches both.",
                  ]
                : []),
              ...(calibration.state === "possible"
                ? [
                    "Calibrate runs the judged configuration against itself in the same way: what then differs is the noise of this machine.",
                  ]
                : []),
            ].join(" ")}
          </p>
        </>
      )}
      {run.state === "measured" ? (
        <div role="status" className="text-sm">
          {run.kept.state === "keeping" ? (
            "The results are being kept in the library …"
          ) : (
            <NotKept
              reason={`${run.kept.reason}${isUntaken ? " They do not fit into an address either, so they are not taken up." : ""}`}
              onDownload={() => setSaved(savedText("Results", listed(saveResults(run.results))))}
              onRetry={() => void takeUp(keepPairAgain())}
            />
          )}
        </div>
      ) : null}
      {run.state === "measured" ? <SavedNote text={saved} /> : null}
      {run.state === "broken" ? (
        <p role="alert" className="text-sm text-bad">
          Nothing was taken up. {run.message}
        </p>
      ) : null}
    </div>
  );
}
