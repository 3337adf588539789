// The Benchmark page: the question, the configuration, and what the run shows.
import { useDeferredValue, useMemo } from "react";
import { useBenchmark, type RunState } from "../../session/measuring/benchmark-store.ts";
import { idOf } from "../../session/measuring/earlier-run.ts";
import { readMachine } from "../../session/page/machine.ts";
import { startRun } from "../../session/measuring/run-control.ts";
import { formatCounted } from "../../words/format.ts";
import { usePageTitle } from "../../ui/use-page-title.ts";
import { ConfigurationForm } from "./configuration-form.tsx";
import { RunToolbar } from "./run-toolbar.tsx";
import { RunView } from "./run-view.tsx";
import { type ShownRun, shownRun } from "./shown-run.ts";
import { useConfiguration } from "./use-configuration.ts";
import { verdictOf } from "./result/verdict.ts";

function titleOf(run: RunState): string {
  switch (run.state) {
    case "idle":
      return "Benchmark";
    case "running": {
      const { current } = run.progress;
      return current === null ? "Calibrating" : `Running ${formatCounted(current.agents, "agent")}`;
    }
    case "finished":
      return run.stopped ? "Stopped" : "Finished";
    case "broken":
      return "Nothing measured";
  }
}

/** On a narrow screen the configuration starts folded, so that Run and the charts come first. */
const startsWide = globalThis.matchMedia("(min-width: 1024px)").matches;

const invitation =
  "Run starts real active-inference agents in Web Workers of this browser, measures them at each agent count and fills the table live. Nothing is uploaded.";
const measuring =
  "Measuring: rows fill as trials end, in shuffled order. Keep this tab visible; a trial during which it is hidden does not count.";

function headlineOf(run: RunState, shown: ShownRun): string {
  switch (run.state) {
    case "idle":
    case "broken":
      return invitation;
    case "running":
      return measuring;
    case "finished": {
      const { configuration, derived, cores } = shown;
      const rejected = derived.rejected.length;
      return [
        verdictOf(configuration, derived, cores) ?? "No trial has a figure.",
        ...(run.stopped ? ["The run was stopped: what was finished is here."] : []),
        ...(rejected === 0
          ? []
          : [`${rejected} ${rejected === 1 ? "attempt does" : "attempts do"} not count; the reasons are below.`]),
      ].join(" ");
    }
  }
}

export function BenchmarkPage() {
  const run = useBenchmark((state) => state.run);
  // What a run fills is drawn when the thread has time, and the toolbar answers at once. Another run is drawn at once too:
  // the buttons of an old result must not stand beside Stop.
  const lastRun = useDeferredValue(run);
  const drawnRun = idOf(lastRun) === idOf(run) ? lastRun : run;
  const { configuration, problems, change } = useConfiguration();
  const machine = useMemo(() => readMachine(), []);
  const shown = useMemo(() => shownRun(drawnRun, configuration), [drawnRun, configuration]);
  usePageTitle(titleOf(run));
  const running = run.state === "running";

  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 pt-6 pb-4">
        <div className="max-w-3xl min-w-0">
          <h1 className="text-lg font-semibold">How do agents scale on this machine?</h1>
          <p role="status" data-testid="verdict" className="mt-1">
            {headlineOf(drawnRun, shown)}
          </p>
        </div>
        <RunToolbar
          configuration={configuration}
          onChange={change}
          onRun={() => void startRun(configuration)}
          state={run.state}
          hardwareConcurrency={machine.hardwareConcurrency}
        />
      </div>
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
        <ul role="alert" className="mb-4 rounded border border-warn bg-panel p-3">
          {problems.map(({ parameter, text, message, usedInstead }) => (
            <li key={parameter}>
              ▲ The address asks for {parameter}={text}. {message} {usedInstead} is used instead.
            </li>
          ))}
        </ul>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[300px_minmax(0,1fr)]">
        <details open={startsWide} className="min-w-0 lg:sticky lg:top-20 lg:self-start print:hidden">
          <summary className="mb-3 font-semibold">Configuration</summary>
          <ConfigurationForm
            configuration={running ? run.configuration : configuration}
            onChange={change}
            disabled={running}
            canShareMemory={machine.isolated}
          />
        </details>
        <RunView run={drawnRun} shown={shown} />
      </div>
    </>
  );
}
