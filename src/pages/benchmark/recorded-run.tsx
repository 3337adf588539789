// Before a run: what the question was answered with before, here or on another machine, in its charts, and said to be that.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import type { CatalogueEntry } from "../../results/catalogue/catalogue-index.ts";
import type { CatalogueSource } from "../../results/catalogue/catalogue-address.ts";
import { derive } from "../../results/derive.ts";
import { experimentOf, measuredOn } from "../../results/experiment.ts";
import type { Result } from "../../results/format/result.ts";
import { provenanceOf, type ResultSource } from "../../results/provenance.ts";
import type { ReferenceSeries } from "../../results/references/reference.ts";
import type { Configuration } from "../../scenarios/contract/scenario.ts";
import { catalogueResultQuery, catalogueSource } from "../../session/sources/catalogue.ts";
import { formatInstant, formatMeasured } from "../../words/format.ts";
import { drawsReferences } from "../../scenarios/references.ts";
import { useReferences } from "../../session/sources/references.ts";
import { ResultView } from "./result/result-view.tsx";
import { useFound } from "./questions/use-found.ts";

export interface RecordedRunProps {
  readonly configuration: Configuration;
  /** Shown where nothing was recorded, and until it is known. */
  readonly empty: ReactNode;
}

/** A line of its own room, so that charts stay where they are when it comes. */
function Line({ children }: { readonly children: ReactNode }) {
  return <p className="min-h-[3em] text-sm text-muted sm:min-h-[1.5em]">{children}</p>;
}

const noReferences: readonly ReferenceSeries[] = [];

interface ChartsProps {
  readonly result: Result;
  readonly source: ResultSource;
  readonly children: ReactNode;
}

function Charts({ result, source, children }: ChartsProps) {
  const shown = useMemo(() => {
    const experiment = experimentOf(result);
    const on = measuredOn(result.environment);
    return { experiment, on, derived: derive(experiment, result.samples, on) };
  }, [result]);
  const references = useReferences();
  const hasReferences = drawsReferences(shown.experiment);
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2" data-testid="recorded">
      <Line>{children}</Line>
      {/* Another frame than that of what this page measures. */}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 [&_figure]:border-dashed">
        <ResultView
          {...shown}
          samples={result.samples}
          references={hasReferences ? references.shown : noReferences}
          current={null}
          live={false}
          source={source}
          provenance={provenanceOf(result)}
          hasTable={false}
        />
      </div>
    </div>
  );
}

interface ElsewhereProps {
  readonly source: CatalogueSource;
  readonly entry: CatalogueEntry;
  readonly empty: ReactNode;
}

function Elsewhere({ source, entry, empty }: ElsewhereProps) {
  const { data: result } = useQuery(catalogueResultQuery(source, entry));
  if (result === undefined) return <Unrecorded>{empty}</Unrecorded>;
  const { browser, parallelCapacity } = result.environment;
  return (
    <Charts result={result} source="shared">
      <strong className="font-semibold text-ink">Recorded on another machine</strong> ({browser},{" "}
      {formatMeasured(parallelCapacity.cores)} cores, {formatInstant(result.createdAt)}). Run draws this one in its
      place.{" "}
      <Link to="/catalogue/$file" params={{ file: entry.file }}>
        Open it
      </Link>
    </Charts>
  );
}

function Unrecorded({ children }: { readonly children: ReactNode }) {
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <Line>Run fills what is below.</Line>
      {children}
    </div>
  );
}

export function RecordedRun({ configuration, empty }: RecordedRunProps) {
  const found = useFound(configuration);
  const catalogue = catalogueSource(undefined);
  if (found?.whose === "Yours") {
    return (
      <Charts result={found.result} source="measured-here">
        <strong className="font-semibold text-ink">Your last run</strong>, {formatInstant(found.result.createdAt)}. Run
        draws a new one in its place.{" "}
        <Link to="/results/$id" params={{ id: found.result.id }}>
          Open it
        </Link>
      </Charts>
    );
  }
  if (found === null || catalogue.state === "refused") return <Unrecorded>{empty}</Unrecorded>;
  return <Elsewhere source={catalogue.source} entry={found.entry} empty={empty} />;
}
