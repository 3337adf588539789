// The Benchmark page: the question, the configuration, and what the run shows.
import { useDeferredValue, useMemo, useRef } from "react";
import { useBenchmark, type RunState } from "../../session/runs/benchmark-store.ts";
import { idOf } from "../../session/runs/earlier-run.ts";
import { readMachine } from "../../session/page/machine.ts";
import { setSideBySide } from "../../session/runs/side-by-side-store.ts";
import { startRun } from "../../session/runs/run-control.ts";
import type { Experiment } from "../../scenarios/contract/scenario.ts";
import { answerOf } from "../../results/answer.ts";
import { headingOf } from "../../scenarios/contract/presets.ts";
import { AnswerText } from "./result/answer-text.tsx";
import { lazyPart } from "../../ui/lazy-part.tsx";
import { usePageTitle } from "../../ui/use-page-title.ts";
import { QuestionCards } from "./question-cards.tsx";
import { SettingsForm } from "./settings-form.tsx";
import { RunToolbar } from "./run-toolbar.tsx";
import { type ShownRun, shownRun } from "./shown-run.ts";
import { useExperiment } from "./use-experiment.ts";

const RunView = lazyPart("What a run shows", () => import("./run-view.tsx").then((module) => module.RunView));
const AnswerGauge = lazyPart("The answer as a bar", () =>
  import("./result/answer-gauge.tsx").then((module) => module.AnswerGauge),
);

/** What is loading takes the room of the charts. */
const loadingView = <div className="grid h-[344px] place-items-center text-muted">Charts are loading …</div>;

function titleOf(run: RunState): string {
  switch (run.state) {
    case "idle":
      return "Benchmark";
    case "running": {
      const { current } = run.progress;
      return current === null ? "Calibrating" : `Running ${run.experiment.scenario.pointName(current)}`;
    }
    case "finished":
      return run.stopped ? "Stopped" : "Finished";
    case "broken":
      return "Nothing measured";
  }
}

/** On a narrow screen the configuration starts folded, so that Run and the charts come first. */
const startsWide = globalThis.matchMedia("(min-width: 1024px)").matches;

const measuring =
  "Measuring: rows fill as trials end, in shuffled order. Keep this tab visible; a trial during which it is hidden does not count.";

const searching = "Searching. Keep this tab visible; a trial during which it is hidden does not count.";

interface Headline {
  /** What is known so far; null before anything is. */
  readonly answer: string | null;
  readonly remark: string;
}

function headlineOf(run: RunState, { experiment, derived }: ShownRun, answer: string | null): Headline {
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
      return { answer: answer ?? "No trial has a figure.", remark: remarks.join(" ") };
    }
  }
}

/** Whether what is shown is of other settings than those that Run would measure. */
function isOfOthers({ experiment: shown }: ShownRun, asked: Experiment): boolean {
  return shown.scenario.kind !== asked.scenario.kind || shown.description !== asked.description;
}

/** What is in force is not what the field says, and so nothing is run. @returns whether a field was wrong */
function moveToWrongField(settings: HTMLDetailsElement | null): boolean {
  const wrong = settings?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? null;
  if (settings === null || wrong === null) return false;
  for (let fold = wrong.closest("details"); fold !== null; fold = fold.parentElement?.closest("details") ?? null) {
    fold.open = true;
  }
  wrong.focus();
  return true;
}

export function BenchmarkPage() {
  const run = useBenchmark((state) => state.run);
  // What a run fills is drawn when the thread has time, and the toolbar answers at once. Another run is drawn at once too:
  // the buttons of an old result must not be shown with Stop.
  const lastRun = useDeferredValue(run);
  const drawnRun = idOf(lastRun) === idOf(run) ? lastRun : run;
  const { experiment, problems, change } = useExperiment();
  const machine = useMemo(() => readMachine(), []);
  const shown = useMemo(() => shownRun(drawnRun, experiment), [drawnRun, experiment]);
  const { sentence, gauge } = useMemo(
    () => answerOf(shown.experiment, shown.derived, shown.samples, shown.on),
    [shown],
  );
  const { answer, remark } = headlineOf(drawnRun, shown, sentence);
  usePageTitle(titleOf(run));
  const settings = useRef<HTMLDetailsElement>(null);
  const running = run.state === "running";
  const asked = running ? run.experiment : experiment;

  return (
    <>
      <QuestionCards
        asked={asked}
        disabled={running}
        isFolded={running || run.state === "finished"}
        hardwareConcurrency={machine.hardwareConcurrency}
      />
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 pt-4 pb-4">
        <div className="max-w-4xl min-w-0">
          <h1 className={answer === null ? "text-lg font-semibold" : "text-muted"}>{headingOf(shown.experiment)}</h1>
          <p role="status" data-testid="verdict" className="mt-1">
            {answer === null ? null : <AnswerText text={answer} />} <span className="text-muted">{remark}</span>
          </p>
          {gauge === null ? null : <AnswerGauge part={{ gauge }} fallback={<div className="h-12" />} />}
        </div>
        <RunToolbar
          experiment={experiment}
          onChange={change}
          onRun={() => {
            if (moveToWrongField(settings.current)) return;
            setSideBySide(null);
            void startRun(experiment);
          }}
          state={run.state}
          hardwareConcurrency={machine.hardwareConcurrency}
        />
      </div>
      {run.state === "broken" ? (
        <p role="alert" className="mb-4 rounded border border-bad bg-panel p-3 text-bad">
          {run.message}
        </p>
      ) : null}
      {run.state === "finished" && isOfOthers(shown, experiment) ? (
        <p className="mb-4 rounded border px-3 py-2" data-testid="other-settings">
          Shown is the last run: {shown.experiment.description}. The settings now ask for{" "}
          {experiment.scenario.kind === shown.experiment.scenario.kind ? "" : `“${headingOf(experiment)}” `}
          {experiment.description}; Run measures that.
        </p>
      ) : null}
      {run.state === "finished" && run.notice !== null ? (
        <p role="alert" className="mb-4 rounded border border-warn bg-panel p-3">
          ▲ {run.notice}
        </p>
      ) : null}
      {problems.length === 0 ? null : (
        <ul role="alert" className="mb-4 rounded border border-warn bg-panel p-3">
          {problems.map(({ parameter, text, message, usedInstead }) => (
            <li key={parameter}>
              ▲ The address asks for {parameter}={text}. {message}
              {usedInstead === null ? "" : ` ${usedInstead} is used instead.`}
            </li>
          ))}
        </ul>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[300px_minmax(0,1fr)]">
        <details ref={settings} open={startsWide} className="min-w-0 lg:sticky lg:top-20 lg:self-start print:hidden">
          <summary className="mb-3 font-semibold">Settings</summary>
          <SettingsForm experiment={asked} onChange={change} disabled={running} canShareMemory={machine.isolated} />
        </details>
        <RunView part={{ run: drawnRun, shown }} fallback={loadingView} />
      </div>
    </>
  );
}
