// A result that is shown after its run: from a link, from a catalogue, or from the library of this browser.
import { Link } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { useReferences } from "../../../session/sources/references.ts";
import { configurationToParameters } from "../../../measurement/run/configuration-text.ts";
import { derive } from "../../../results/derive.ts";
import type { Result } from "../../../results/format/schema.ts";
import { formatInstant } from "../../../words/format.ts";
import { HowMeasured } from "../result/how-measured.tsx";
import { LegendBar } from "../result/legend-bar.tsx";
import { LossTable } from "../table/loss-table.tsx";
import { configurationText, provenanceOf, SOURCE_WORDS } from "../../../results/provenance.ts";
import { ReferenceTables } from "../table/reference-tables.tsx";
import { ResultActions } from "./result-actions.tsx";
import { ResultView } from "../result/result-view.tsx";
import { verdictOf } from "../result/verdict.ts";

export interface StoredResultProps {
  readonly result: Result;
  /** Whence it came: a link that somebody made, a catalogue, a library file, or a run in this browser. */
  readonly origin: "shared" | "catalogue" | "kept" | "imported";
  /** What a person called it; null where nobody did. */
  readonly name: string | null;
  /** Says more exactly where it is from. */
  readonly note?: string;
  /** What else one can do with it. */
  readonly children?: ReactNode;
}

const origins = {
  shared: {
    label: "Shared result",
    note: "Measured on the machine that shared it, not on this one.",
    measuredLabel: SOURCE_WORDS.shared,
    source: "shared",
  },
  catalogue: {
    label: "Catalogue result",
    note: "From a catalogue; measured elsewhere, not on this machine.",
    measuredLabel: SOURCE_WORDS.shared,
    source: "shared",
  },
  imported: {
    label: "Imported result",
    note: "From a library file; where it was measured is what it says of itself.",
    measuredLabel: SOURCE_WORDS.shared,
    source: "shared",
  },
  kept: {
    label: "Kept result",
    note: "From the library of this browser.",
    measuredLabel: "kept here",
    source: "measured-here",
  },
} as const;

export function StoredResult({ result, origin, name, note, children }: StoredResultProps) {
  const { label, note: usualNote, measuredLabel, source } = origins[origin];
  const { configuration, environment, trials } = result;
  const references = useReferences();
  const cores = environment.parallelCapacity.cores;
  const derived = useMemo(() => derive(configuration, trials, cores), [configuration, trials, cores]);
  const verdict = verdictOf(configuration, derived, cores);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 pt-6">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="max-w-3xl min-w-0">
          <p className="text-xs text-muted">
            {label} · {environment.browser} · {formatInstant(result.createdAt)}
          </p>
          <h1 className="text-lg font-semibold break-words">{name ?? configurationText(configuration)}</h1>
          <p data-testid="verdict" className="mt-1">
            {verdict ?? "No trial of this result has a figure."}
          </p>
          <p className="mt-1 text-muted">
            {note ?? usualNote}{" "}
            <Link to="/" search={configurationToParameters(configuration)}>
              Measure the same here
            </Link>
          </p>
          {children}
        </div>
        <ResultActions result={result} source={source} isKept={origin === "kept" || origin === "imported"} />
      </div>
      <ResultView
        configuration={configuration}
        derived={derived}
        timerStepUs={environment.timerStepUs}
        perAgentBytes={environment.engineMemory.perAgentBytes}
        references={references.shown}
        current={null}
        live={false}
        source={source}
        provenance={provenanceOf(result)}
      >
        <LegendBar rows={derived.rows} references={references} measuredLabel={measuredLabel} />
      </ResultView>
      <ReferenceTables series={references.shown} open={false} />
      <LossTable rows={derived.rows} />
      <HowMeasured configuration={configuration} environment={environment} derived={derived} trials={trials} />
    </div>
  );
}
