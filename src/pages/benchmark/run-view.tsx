// Everything below the question that a run fills: actions, charts, progress, table, references, how it was measured.
import { memo, type ReactNode, useEffect } from "react";
import type { RunState } from "../../session/runs/benchmark-store.ts";
import { LegendBar } from "./result/legend-bar.tsx";
import { lazyPart } from "../../ui/lazy-part.tsx";
import { InterruptedNote } from "./interrupted-note.tsx";
import { ProgressBar } from "./progress-bar.tsx";
import { SOURCE_WORDS } from "../../results/provenance.ts";
import { headingOf } from "../../scenarios/contract/presets.ts";
import type { Configuration } from "../../scenarios/contract/scenario.ts";
import { drawsReferences } from "../../scenarios/references.ts";
import type { ReferenceSeries } from "../../results/references/reference.ts";
import { Queries } from "../../session/sources/queries.tsx";
import { useModelNames } from "../../session/sources/model-names.ts";
import { useReferences } from "../../session/sources/references.ts";
import { useSideBySide } from "../../session/runs/side-by-side-store.ts";
import { OpenFile } from "./result/open-file.tsx";
import { ResultView } from "./result/result-view.tsx";
import { type ShownRun, shownRun } from "./shown-run.ts";

export interface RunViewProps {
  readonly run: RunState;
  /** The one in the address, shown where nothing was run. */
  readonly configuration: Configuration;
}

const FinishedBar = lazyPart("What one can do with the result", () =>
  import("./finished-bar.tsx").then((module) => module.FinishedBar),
);
const SideBySideTable = lazyPart("Placements side by side", () =>
  import("./side-by-side.tsx").then((module) => module.SideBySideTable),
);
const MeasuredParts = lazyPart("How this was measured", () =>
  import("./result/measured-parts.tsx").then((module) => module.MeasuredParts),
);

const RecordedRun = lazyPart("What was recorded before", () =>
  import("./recorded-run.tsx").then((module) => module.RecordedRun),
);
const WatchPanel = lazyPart("What can be watched", () =>
  import("./result/watch-panel.tsx").then((module) => module.WatchPanel),
);
const ReferenceTables = lazyPart("The figures of references", () =>
  import("./table/reference-tables.tsx").then((module) => module.ReferenceTables),
);

/** Fetches what a finished run shows, so that it is there also when the network is gone by then. */
function preloadFinished(): void {
  // A failure is told in the place of what is missing.
  void Promise.allSettled([import("./finished-bar.tsx"), import("./result/measured-parts.tsx")]);
}

const noReferences: readonly ReferenceSeries[] = [];

/** Whether what is shown is of other settings than those that Run would measure. */
function isOfOthers({ experiment: shown }: ShownRun, asked: Configuration): boolean {
  return shown.scenario.kind !== asked.scenario.kind || shown.description !== asked.description;
}

/** Memoised: it is drawn again only when the run has news, in slices between which the page answers. */
export const RunView = memo(function RunView(props: RunViewProps) {
  return (
    <Queries>
      <RunParts {...props} />
    </Queries>
  );
});

function RunParts({ run, configuration }: RunViewProps) {
  const references = useReferences();
  const named = useModelNames();
  const sideBySide = useSideBySide((state) => state.sideBySide);
  const shown = shownRun(run, configuration);
  const { experiment, derived, on } = shown;
  const running = run.state === "running";
  useEffect(preloadFinished, []);
  const hasReferences = drawsReferences(experiment);
  const series = hasReferences ? references.shown : noReferences;
  const recorded = (charts: ReactNode): ReactNode => (
    <RecordedRun part={{ configuration, empty: charts }} fallback={charts} failed={() => charts} />
  );
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-4">
      {run.state === "finished" && isOfOthers(shown, configuration) ? (
        <p className="rounded border px-3 py-2" data-testid="other-settings">
          Shown is the last run: {named(shown.experiment.description)}. The settings now ask for{" "}
          {configuration.scenario.kind === shown.experiment.scenario.kind ? "" : `“${headingOf(configuration)}” `}
          {named(configuration.description)}; Run measures that.
        </p>
      ) : null}
      {run.state === "finished" ? <FinishedBar part={{ run, derived }} fallback={<div className="h-14" />} /> : null}
      {run.state === "idle" ? <InterruptedNote scenario={configuration.scenario.kind} /> : null}
      {sideBySide === null ? null : <SideBySideTable part={{ sideBySide }} fallback={null} />}
      <ResultView
        experiment={experiment}
        derived={derived}
        samples={shown.samples}
        on={on}
        references={series}
        current={running ? (run.progress.current?.at ?? null) : null}
        live={running}
        source="measured-here"
        provenance={shown.provenance}
        {...(run.state === "idle" ? { instead: recorded } : {})}
      >
        {hasReferences ? (
          <LegendBar
            experiment={experiment}
            rows={derived.rows}
            on={on}
            references={references}
            measuredLabel={SOURCE_WORDS["measured-here"]}
          />
        ) : (
          <div className="justify-self-end">
            <OpenFile />
          </div>
        )}
      </ResultView>
      {running || experiment.watch === null ? null : (
        <WatchPanel key={experiment.description} part={{ watch: experiment.watch }} fallback={null} />
      )}
      {derived.rows.length === 0 && run.state !== "finished" ? null : (
        <MeasuredParts
          part={{
            experiment,
            derived,
            samples: shown.samples,
            on,
            result: run.state === "finished" ? run.result : null,
          }}
          fallback={null}
        />
      )}
      <ReferenceTables part={{ series }} fallback={null} />
      {running ? <ProgressBar experiment={experiment} progress={run.progress} /> : null}
    </div>
  );
}
