// What a run answers so far, at the head of the Benchmark page.
import { useMemo } from "react";
import { answerOf } from "../../results/answer.ts";
import { unansweredText } from "../../results/unanswered.ts";
import { headingOf } from "../../scenarios/contract/presets.ts";
import type { Configuration } from "../../scenarios/contract/scenario.ts";
import type { RunState } from "../../session/runs/benchmark-store.ts";
import { HeadText } from "./head-text.tsx";
import { AnswerGauge } from "./result/answer-gauge.tsx";
import { type ShownRun, shownRun } from "./shown-run.ts";

const measuring =
  "Measuring: rows fill as trials end. Keep this tab visible; a trial during which it is hidden does not count.";

const searching = "Searching. Keep this tab visible; a trial during which it is hidden does not count.";

interface Headline {
  /** What is known so far; null before anything is. */
  readonly answer: string | null;
  readonly remark: string;
}

function headlineOf(run: RunState, { experiment, derived, samples }: ShownRun, answer: string | null): Headline {
  switch (run.state) {
    case "idle":
    case "broken":
      return { answer: null, remark: experiment.scenario.invitation };
    case "running":
      // Rows come in shuffled order: until the last, only a search can say what it knows.
      return experiment.search === null ? { answer: null, remark: measuring } : { answer, remark: searching };
    case "finished": {
      const rejected = derived.rejected.length;
      const remarks = [
        ...(run.stopped ? ["The run was stopped: what was finished is here."] : []),
        ...(rejected === 0
          ? []
          : [`${rejected} ${rejected === 1 ? "attempt does" : "attempts do"} not count; the reasons are below.`]),
      ];
      return { answer: answer ?? unansweredText(experiment, samples), remark: remarks.join(" ") };
    }
  }
}

export interface RunHeadProps {
  readonly run: RunState;
  /** The one in the address, shown where nothing was run. */
  readonly configuration: Configuration;
}

export function RunHead({ run, configuration }: RunHeadProps) {
  const shown = shownRun(run, configuration);
  const { sentence, gauge } = useMemo(
    () => answerOf(shown.experiment, shown.derived, shown.samples, shown.on, "here"),
    [shown],
  );
  return (
    <>
      <HeadText heading={headingOf(shown.experiment)} {...headlineOf(run, shown, sentence)} />
      {gauge === null ? null : <AnswerGauge gauge={gauge} />}
    </>
  );
}
