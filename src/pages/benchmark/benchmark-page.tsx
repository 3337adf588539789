// The Benchmark page: the question, the configuration, and what the run shows.
import { useMemo } from "react";
import { switchSeries, useBenchmark, type RunState } from "../../app/benchmark-store.ts";
import { readMachine } from "../../app/machine.ts";
import { startRun } from "../../app/run-session.ts";
import type { Configuration } from "../../measurement/configuration.ts";
import { derive } from "../../results/derive.ts";
import { usePageTitle } from "../../ui/use-page-title.ts";
import { ConfigurationForm } from "./configuration-form.tsx";
import { HowMeasured } from "./how-measured.tsx";
import { OpenFile } from "./open-file.tsx";
import { ProgressBar } from "./progress-bar.tsx";
import { provenanceOf } from "./provenance.ts";
import { ReferenceTables } from "./reference-tables.tsx";
import { useReferences } from "./references.ts";
import { ResultActions } from "./result-actions.tsx";
import { ResultView } from "./result-view.tsx";
import { RunToolbar } from "./run-toolbar.tsx";
import { SeriesLegend } from "./series-legend.tsx";
import { useConfiguration } from "./use-configuration.ts";
import { verdictOf } from "./verdict.ts";

function titleOf(run: RunState): string {
  switch (run.state) {
    case "idle":
      return "Benchmark";
    case "running": {
      const { current } = run.progress;
      return current === null ? "Calibrating" : `Running ${current.agents} agents`;
    }
    case "finished":
      return run.stopped ? "Stopped" : "Finished";
    case "broken":
      return "Nothing measured";
  }
}

/** What is shown of a run, whatever its state. */
interface Shown {
  readonly configuration: Configuration;
  readonly trials: Parameters<typeof derive>[1];
  readonly cores: number;
  readonly timerStepUs: number;
  readonly perAgentBytes: number | null;
}

function shownOf(run: RunState, configuration: Configuration): Shown {
  switch (run.state) {
    case "idle":
    case "broken":
      return { configuration, trials: [], cores: 1, timerStepUs: 0, perAgentBytes: null };
    case "running": {
      const { trials, capacity, timerStepUs } = run;
      return {
        configuration: run.configuration,
        trials,
        cores: capacity?.cores ?? 1,
        timerStepUs,
        perAgentBytes: null,
      };
    }
    case "finished": {
      const { environment, trials } = run.result;
      return {
        configuration: run.result.configuration,
        trials,
        cores: environment.parallelCapacity.cores,
        timerStepUs: environment.timerStepUs,
        perAgentBytes: environment.engineMemory.perAgentBytes,
      };
    }
  }
}

export function BenchmarkPage() {
  const run = useBenchmark((state) => state.run);
  const { configuration, problems, change } = useConfiguration();
  const references = useReferences();
  const machine = useMemo(() => readMachine(), []);
  usePageTitle(titleOf(run));
  const shown = shownOf(run, configuration);
  const { trials, cores } = shown;
  const shownConfiguration = shown.configuration;
  const running = run.state === "running";
  const derived = useMemo(
    () => derive(shownConfiguration, trials, cores, running),
    [shownConfiguration, trials, cores, running],
  );
  const verdict = verdictOf(shownConfiguration, derived, cores);

  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 pt-6 pb-4">
        <div className="max-w-3xl min-w-0">
          <h1 className="text-lg font-semibold">How do agents scale on this machine?</h1>
          <p role="status" data-testid="verdict" className="mt-1">
            {verdict === null || running
              ? "Run starts real active-inference agents in Web Workers of this browser, measures them at each agent count and fills the table live. Nothing is uploaded."
              : verdict}
            {run.state === "finished" && run.stopped ? " The run was stopped: what was finished is here." : null}
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
      {problems.length === 0 ? null : (
        <ul role="alert" className="mb-4 rounded border border-warn bg-panel p-3">
          {problems.map(({ parameter, text, message, usedInstead }) => (
            <li key={parameter}>
              ▲ The address asks for {parameter}={text}. {message} {usedInstead} is used instead.
            </li>
          ))}
        </ul>
      )}
      <div className="grid gap-6 lg:grid-cols-[300px_minmax(0,1fr)]">
        <details open className="min-w-0 lg:sticky lg:top-20 lg:self-start print:hidden">
          <summary className="mb-3 font-semibold">Configuration</summary>
          <ConfigurationForm
            configuration={running ? run.configuration : configuration}
            onChange={change}
            disabled={running}
            canShareMemory={machine.isolated}
          />
        </details>
        <div className="grid min-w-0 content-start gap-4">
          {run.state === "finished" ? <ResultActions result={run.result} /> : null}
          <ResultView
            configuration={shownConfiguration}
            derived={derived}
            timerStepUs={shown.timerStepUs}
            perAgentBytes={shown.perAgentBytes}
            references={references.shown}
            current={running ? (run.progress.current?.agents ?? null) : null}
            live={running}
            provenance={run.state === "finished" ? provenanceOf(run.result) : "a run in progress"}
          >
            <div className="flex flex-wrap items-start justify-between gap-2">
              <SeriesLegend
                hasMeasured={derived.rows.length > 0}
                measuredLabel="measured here"
                hasLimit={derived.rows.some((row) => row.coreLimit !== null)}
                available={references.available}
                shown={references.shown}
                onSwitch={switchSeries}
              />
              <OpenFile />
            </div>
            {references.problem === null ? null : (
              <p role="alert" className="text-sm text-warn">
                ▲ The shipped references could not be read: {references.problem} Reload the page to try again.
              </p>
            )}
            {running ? <ProgressBar progress={run.progress} /> : null}
          </ResultView>
          <ReferenceTables series={references.shown} open={derived.rows.length === 0 && !running} />
          {run.state === "finished" ? (
            <HowMeasured
              configuration={run.result.configuration}
              environment={run.result.environment}
              derived={derived}
              trials={run.result.trials}
            />
          ) : null}
        </div>
      </div>
    </>
  );
}
