// Everything below the question that a run fills: actions, charts, progress, table, references, how it was measured.
import { memo } from "react";
import type { RunState } from "../../session/measuring/benchmark-store.ts";
import { FinishedBar } from "./finished-bar.tsx";
import { HowMeasured } from "./result/how-measured.tsx";
import { LegendBar } from "./result/legend-bar.tsx";
import { LossTable } from "./table/loss-table.tsx";
import { ProgressBar } from "./progress-bar.tsx";
import { SOURCE_WORDS } from "../../results/provenance.ts";
import { ReferenceTables } from "./table/reference-tables.tsx";
import { useReferences } from "../../session/sources/references.ts";
import { ResultView } from "./result/result-view.tsx";
import type { ShownRun } from "./shown-run.ts";

export interface RunViewProps {
  readonly run: RunState;
  readonly shown: ShownRun;
}

/** Memoised: it is drawn anew only when the run has news, in slices between which the page answers. */
export const RunView = memo(function RunView({ run, shown }: RunViewProps) {
  const references = useReferences();
  const { configuration, derived } = shown;
  const running = run.state === "running";
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-4">
      {run.state === "finished" ? <FinishedBar run={run} provenance={shown.provenance} /> : null}
      <ResultView
        configuration={configuration}
        derived={derived}
        timerStepUs={shown.timerStepUs}
        perAgentBytes={shown.perAgentBytes}
        references={references.shown}
        current={running ? (run.progress.current?.agents ?? null) : null}
        live={running}
        source="measured-here"
        provenance={shown.provenance}
      >
        <LegendBar rows={derived.rows} references={references} measuredLabel={SOURCE_WORDS["measured-here"]} />
        {running ? <ProgressBar progress={run.progress} /> : null}
      </ResultView>
      <ReferenceTables series={references.shown} open={derived.rows.length === 0 && !running} />
      {running ? null : <LossTable rows={derived.rows} />}
      {run.state === "finished" ? (
        <HowMeasured
          configuration={configuration}
          environment={run.result.environment}
          derived={derived}
          trials={run.result.trials}
        />
      ) : null}
    </div>
  );
});
