// A result that is shown after its run: from a link, from a catalogue, or from the library of this browser.
import { Link } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { useModelNames } from "../../../session/sources/model-names.ts";
import { useReferences } from "../../../session/sources/references.ts";
import { answerOf } from "../../../results/answer.ts";
import { derive } from "../../../results/derive.ts";
import { experimentOf, measuredOn } from "../../../results/experiment.ts";
import { noticesOf } from "../../../results/notices.ts";
import { unansweredText } from "../../../results/unanswered.ts";
import { textsOf } from "../../../scenarios/texts.ts";
import type { Result } from "../../../results/format/result.ts";
import { formatCount, formatCounted, formatInstant } from "../../../words/format.ts";
import { QualityNote } from "../result/quality-note.tsx";
import { LegendBar } from "../result/legend-bar.tsx";
import { AnswerText } from "../../../ui/answer-text.tsx";
import { AnswerGauge } from "../result/answer-gauge.tsx";
import { WatchPanel } from "../result/watch-panel.tsx";
import { MeasuredParts } from "../result/measured-parts.tsx";
import { provenanceOf, SOURCE_WORDS } from "../../../results/provenance.ts";
import { drawsReferences } from "../../../scenarios/references.ts";
import type { ReferenceSeries } from "../../../results/references/reference.ts";
import { ReferenceTables } from "../table/reference-tables.tsx";
import { LastRun } from "./last-run.tsx";
import { ResultActions } from "./result-actions.tsx";
import { ResultView } from "../result/result-view.tsx";

export interface StoredResultProps {
  readonly result: Result;
  /** Where it came from: a link that somebody made, a catalogue, a library file, or a run in this browser. */
  readonly origin: "shared" | "catalogue" | "kept" | "imported";
  /** What a person called it; null where nobody did. */
  readonly name: string | null;
  /** Says more exactly where it is from. */
  readonly note?: string;
  /** What a person wrote of it. */
  readonly description?: string;
  /** What else one can do with it, before what can be done with any result. */
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

const noReferences: readonly ReferenceSeries[] = [];

function opened(result: Result) {
  const experiment = experimentOf(result);
  const on = measuredOn(result.environment);
  return { experiment, on, derived: derive(experiment, result.samples, on) };
}

export function StoredResult({ result, origin, name, note, description, children }: StoredResultProps) {
  const { label, note: usualNote, measuredLabel, source } = origins[origin];
  const { environment, samples } = result;
  const references = useReferences();
  const named = useModelNames();
  const { experiment, on, derived } = useMemo(() => opened(result), [result]);
  const { sentence, gauge } = useMemo(
    () => answerOf(experiment, derived, samples, on, "elsewhere"),
    [experiment, derived, samples, on],
  );
  const hasReferences = drawsReferences(experiment);
  const series = hasReferences ? references.shown : noReferences;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 pt-6">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="max-w-[920px] min-w-0">
          <p className="text-xs text-muted">
            {label} · {environment.browser} on {environment.platform},{" "}
            {formatCounted(environment.hardwareConcurrency, "core")} · {formatInstant(result.createdAt)}
          </p>
          <h1 className="answered break-words">{named(name ?? experiment.description)}</h1>
          <p data-testid="verdict" className="mt-1">
            <AnswerText text={sentence ?? unansweredText(experiment, samples)} />
          </p>
          {gauge === null ? null : <AnswerGauge gauge={gauge} />}
          {origin === "kept" ? <LastRun result={result} isKept /> : null}
          <p className="mt-1 text-sm text-muted">
            <QualityNote derived={derived} environment={environment} /> {note ?? usualNote}{" "}
            {experiment.plan.length === 0 ? null : (
              <Link to="/" search={textsOf(experiment)}>
                Measure the same here
              </Link>
            )}
          </p>
          {derived.missing === 0 ? null : (
            <p role="note" className="mt-1">
              ▲ {formatCount(derived.missing)} of {formatCounted(experiment.plan.length, "planned trial")} have no
              figure: the run was stopped, or its tab was closed. What is said here is of the others.
            </p>
          )}
          {noticesOf(result).map((notice) => (
            <p key={notice} role="note" className="mt-1">
              ▲ {notice}
            </p>
          ))}
          {description === undefined ? null : <p className="mt-1 break-words text-muted">{description}</p>}
        </div>
        <div className="flex flex-wrap items-start gap-2">
          {children}
          <ResultActions
            result={result}
            source={source}
            isKept={origin === "kept" || origin === "imported"}
            canPlan={derived.quality !== "useless" && drawsReferences(experiment)}
            hasPlanInput={experiment.planInputOf !== undefined}
          />
        </div>
      </div>
      <ResultView
        experiment={experiment}
        derived={derived}
        samples={samples}
        on={on}
        references={series}
        current={null}
        live={false}
        source={source}
        provenance={provenanceOf(result)}
      >
        {hasReferences ? (
          <LegendBar
            experiment={experiment}
            rows={derived.rows}
            on={on}
            references={references}
            measuredLabel={measuredLabel}
          />
        ) : null}
      </ResultView>
      {experiment.watch === null ? null : <WatchPanel watch={experiment.watch} />}
      <MeasuredParts experiment={experiment} derived={derived} samples={samples} on={on} result={result} />
      <ReferenceTables series={series} />
    </div>
  );
}
