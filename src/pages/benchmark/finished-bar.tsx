// What one can do with the finished result, and whether the library holds it.
import { drawsReferences } from "../../scenarios/references.ts";
import { Link } from "@tanstack/react-router";
import type { FinishedRun } from "../../session/runs/benchmark-store.ts";
import { keepRunAgain } from "../../session/runs/run-control.ts";
import { experimentOf } from "../../results/experiment.ts";
import { textsOf } from "../../scenarios/texts.ts";
import { formatCounted } from "../../words/format.ts";
import { NotKept } from "../../ui/not-kept.tsx";
import type { Derived } from "../../results/derive.ts";
import { SideBySideButton } from "./side-by-side.tsx";
import { QualityNote } from "./result/quality-note.tsx";
import { GoOnButton } from "./stored/go-on-button.tsx";
import { LastRun } from "./stored/last-run.tsx";
import { ResultActions } from "./stored/result-actions.tsx";
import { saveResult } from "./stored/save-result.ts";

export interface FinishedBarProps {
  readonly run: FinishedRun;
  readonly derived: Derived;
}

function KeptNotice({ run: { result, kept } }: { readonly run: FinishedRun }) {
  switch (kept.state) {
    case "keeping":
      return "Being kept in the library …";
    case "kept":
      return (
        <>
          <Link to="/results">Kept in the library</Link>.
        </>
      );
    case "not-kept":
      return <NotKept reason={kept.reason} onDownload={() => saveResult(result)} onRetry={keepRunAgain} />;
  }
}

/** With fewer, few changes can be told from chance. */
const REPEATS_TO_JUDGE = 10;

/** Said when a result is made, and not when somebody wants to compare it. */
function FewRepeats({ result }: { readonly result: FinishedRun["result"] }) {
  const experiment = experimentOf(result);
  const repeats = experiment.settings["repeats"];
  if (typeof repeats !== "number" || repeats >= REPEATS_TO_JUDGE) return null;
  const more = { ...textsOf(experiment), repeats: String(REPEATS_TO_JUDGE) };
  return (
    <>
      {formatCounted(repeats, "repeat")} can tell only large changes from chance.{" "}
      <Link to="/" search={more}>
        Set {REPEATS_TO_JUDGE} repeats
      </Link>
    </>
  );
}

export function FinishedBar({ run, derived }: FinishedBarProps) {
  return (
    <div className="grid gap-2">
      <ResultActions
        result={run.result}
        source="measured-here"
        isKept={run.kept.state === "kept"}
        canPlan={derived.quality !== "useless" && drawsReferences(experimentOf(run.result))}
        hasPlanInput={experimentOf(run.result).planInputOf !== undefined}
      >
        {run.stopped ? <GoOnButton result={run.result} /> : null}
        <SideBySideButton result={run.result} />
      </ResultActions>
      <LastRun result={run.result} isKept={run.kept.state === "kept"} />
      <div role="status" className="max-w-4xl text-sm text-muted">
        <QualityNote derived={derived} environment={run.result.environment} /> <KeptNotice run={run} />{" "}
        <FewRepeats result={run.result} />
      </div>
    </div>
  );
}
