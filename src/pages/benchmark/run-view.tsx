// Everything below the question that a run fills: actions, charts, progress, table, references, how it was measured.
import { memo, useEffect } from "react";
import type { RunState } from "../../session/runs/benchmark-store.ts";
import { LegendBar } from "./result/legend-bar.tsx";
import { lazyPart } from "../../ui/lazy-part.tsx";
import { ProgressBar } from "./progress-bar.tsx";
import { SOURCE_WORDS } from "../../results/provenance.ts";
import { drawsReferences } from "../../scenarios/references.ts";
import type { ReferenceSeries } from "../../results/references/reference.ts";
import { Queries } from "../../session/sources/queries.tsx";
import { useReferences } from "../../session/sources/references.ts";
import { useSideBySide } from "../../session/runs/side-by-side-store.ts";
import { OpenFile } from "./result/open-file.tsx";
import { ResultView } from "./result/result-view.tsx";
import type { ShownRun } from "./shown-run.ts";

export interface RunViewProps {
  readonly run: RunState;
  readonly shown: ShownRun;
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

const ReferenceTables = lazyPart("The figures of references", () =>
  import("./table/reference-tables.tsx").then((module) => module.ReferenceTables),
);

/** Fetches what a finished run shows, so that it is there also when the network is gone by then. */
function preloadFinished(): void {
  // A failure is told in the place of what is missing.
  void Promise.allSettled([import("./finished-bar.tsx"), import("./result/measured-parts.tsx")]);
}

const noReferences: readonly ReferenceSeries[] = [];

/** Memoised: it is drawn again only when the run has news, in slices between which the page answers. */
export const RunView = memo(function RunView(props: RunViewProps) {
  return (
    <Queries>
      <RunParts {...props} />
    </Queries>
  );
});

function RunParts({ run, shown }: RunViewProps) {
  const references = useReferences();
  const sideBySide = useSideBySide((state) => state.sideBySide);
  const { experiment, derived, on } = shown;
  const running = run.state === "running";
  useEffect(preloadFinished, []);
  const hasReferences = drawsReferences(experiment);
  const series = hasReferences ? references.shown : noReferences;
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-4">
      {run.state === "finished" ? (
        <FinishedBar part={{ run, provenance: shown.provenance, derived }} fallback={<div className="h-14" />} />
      ) : null}
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
