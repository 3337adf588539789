// The Benchmark page: the question, the configuration, and what the run shows.
import { useDeferredValue, useEffect, useMemo, useRef } from "react";
import { useBenchmark, type RunState } from "../../session/runs/benchmark-store.ts";
import { idOf } from "../../session/runs/earlier-run.ts";
import { readMachine } from "../../session/page/machine.ts";
import { setSideBySide } from "../../session/runs/side-by-side-store.ts";
import { startRun } from "../../session/runs/run-control.ts";
import { headingOf } from "../../scenarios/contract/presets.ts";
import type { Configuration } from "../../scenarios/contract/scenario.ts";
import { lazyPart } from "../../ui/lazy-part.tsx";
import { usePageTitle } from "../../ui/use-page-title.ts";
import { HeadText } from "./head-text.tsx";
import { QuestionCards } from "./questions/question-cards.tsx";
import { SettingsForm } from "./settings-form.tsx";
import { RunToolbar } from "./run-toolbar.tsx";
import { runOfQuestion } from "./stopped-elsewhere.ts";
import { WHAT_THIS_IS } from "./what-this-is.ts";
import { useConfiguration } from "./use-configuration.ts";

const RunView = lazyPart("What a run shows", () => import("./run-view.tsx").then((module) => module.RunView));
const QuestionSaid = lazyPart("What was found before", () =>
  import("./questions/question-said.tsx").then((module) => module.QuestionSaid),
);
const RunHead = lazyPart("The answer", () => import("./run-head.tsx").then((module) => module.RunHead));

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

/** Whether a model is chosen among the settings: there nobody comes further without them. */
function asksForModel({ scenario, shownFields }: Configuration): boolean {
  return shownFields.some((name) => scenario.fields[name]?.control.kind === "model");
}

export function BenchmarkPage() {
  const { configuration, problems, change } = useConfiguration();
  const ofTab = useBenchmark((state) => state.run);
  const run = useMemo(() => runOfQuestion(ofTab, configuration), [ofTab, configuration]);
  // What a run fills is drawn when the thread has time, and the toolbar answers at once. Another run is drawn at once too:
  // the buttons of an old result must not be shown with Stop.
  const lastRun = useDeferredValue(run);
  const drawnRun = idOf(lastRun) === idOf(run) ? lastRun : run;
  const machine = useMemo(() => readMachine(), []);
  usePageTitle(titleOf(run));
  const settings = useRef<HTMLDetailsElement>(null);
  const running = run.state === "running";
  const asked = running ? run.experiment : configuration;
  const isModelAsked = run.state === "idle" && asksForModel(configuration);
  useEffect(() => {
    if (isModelAsked && settings.current !== null) settings.current.open = true;
  }, [isModelAsked]);
  const part = { run: drawnRun, configuration };
  const head = <HeadText heading={headingOf(asked)} answer={null} remark={asked.scenario.invitation} />;

  const cards = (
    <QuestionCards
      asked={asked}
      isFolded={run.state === "finished"}
      hardwareConcurrency={machine.hardwareConcurrency}
    />
  );

  return (
    <>
      {run.state === "finished" ? cards : null}
      {run.state === "idle" || run.state === "broken" ? <p className="pt-4 text-muted">{WHAT_THIS_IS}</p> : null}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 pt-4 pb-4 lg:flex-nowrap">
        <div className="max-w-[920px] min-w-0">
          <RunHead
            part={part}
            fallback={head}
            // What a run shows says so too, and can be asked for again there.
            failed={() => head}
          />
          {run.state === "idle" ? (
            // Its line is kept, so that nothing moves when it arrives.
            <p className="mt-1 min-h-[1.5em] text-base">
              <QuestionSaid part={{ configuration }} fallback={null} failed={() => null} />
            </p>
          ) : null}
        </div>
        <RunToolbar
          configuration={configuration}
          onChange={change}
          onRun={() => {
            if (moveToWrongField(settings.current)) return;
            setSideBySide(null);
            void startRun(configuration);
          }}
          state={run.state}
          hardwareConcurrency={machine.hardwareConcurrency}
        />
      </div>
      {run.state === "idle" || run.state === "broken" ? cards : null}
      {run.state === "broken" ? (
        <p role="alert" className="mb-4 rounded border border-bad bg-panel p-3 text-bad">
          {run.message}
        </p>
      ) : null}
      {run.state === "finished" && run.notice !== null ? (
        <p role="alert" className="mb-4 rounded border border-warn bg-panel p-3">
          ▲ {run.notice}
        </p>
      ) : null}
      {problems.length === 0 ? null : (
        <div role="alert" className="mb-4 rounded border border-warn bg-panel p-3">
          <ul>
            {problems.map(({ parameter, text, message, usedInstead }) => (
              <li key={parameter}>
                ▲ The address asks for {parameter}={text}. {message}
                {usedInstead === null ? "" : ` ${usedInstead} is used instead.`}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-6 lg:grid-cols-[300px_minmax(0,1fr)]">
        <details ref={settings} open={startsWide} className="min-w-0 lg:sticky lg:top-20 lg:self-start print:hidden">
          <summary className="mb-3 font-semibold">Settings</summary>
          <SettingsForm configuration={asked} onChange={change} disabled={running} canShareMemory={machine.isolated} />
        </details>
        <RunView part={part} fallback={loadingView} />
      </div>
    </>
  );
}
