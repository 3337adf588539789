// How a result was measured: environment, warm-up, order, controls, noise, and every attempt that does not count.
import type { ReactNode } from "react";
import type { Configuration } from "../../measurement/configuration.ts";
import type { Trial } from "../../measurement/trial.ts";
import type { Derived } from "../../results/derive.ts";
import type { Environment } from "../../results/schema.ts";
import { realTimeCapacity } from "./verdict.ts";
import { formatBytesWithUnit, formatCount, formatMeasured, formatPercent } from "../../ui/format.ts";

export interface HowMeasuredProps {
  readonly configuration: Configuration;
  readonly environment: Environment;
  readonly derived: Derived;
  readonly trials: readonly Trial[];
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className="grid grid-cols-1 gap-x-4 border-b py-2 last:border-b-0 sm:grid-cols-[180px_1fr]">
      <dt className="text-muted">{term}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}

function driftText({ drift }: Derived): string {
  switch (drift.state) {
    case "unknown":
      return "Too few trials of one agent alone to tell whether the machine kept its pace.";
    case "steady":
      return `One agent alone differed by ${formatPercent(drift.spread)} between start, middle and end, within the noise floor of ${formatPercent(drift.noiseFloor)}.`;
    case "drifted":
      return `One agent alone differed by ${formatPercent(drift.spread)} between start, middle and end, beyond the noise floor of ${formatPercent(drift.noiseFloor)}: the machine changed its pace during this run. Close other programs and run again.`;
  }
}

function memoryText({ processMemory }: Environment): string {
  if (processMemory.state === "unavailable") return `Unavailable. ${processMemory.reason}`;
  const { agents, workers, totalBytes, workersBytes } = processMemory;
  const each =
    workers === 1
      ? "1 worker"
      : `${formatCount(workers)} workers (${formatBytesWithUnit(workersBytes / workers)} each)`;
  return `${formatBytesWithUnit(workersBytes)} in ${each} with ${formatCount(agents)} agents alive; ${formatBytesWithUnit(totalBytes)} with the page itself.`;
}

const kindWords = { row: "agents", control: "agents, control", solo: "agent alone" } as const;

export function HowMeasured({ configuration, environment, derived, trials }: HowMeasuredProps) {
  const { parallelCapacity: capacity, engineMemory } = environment;
  const solos = trials.filter((trial) => trial.kind === "solo" && trial.state === "valid").length;
  const controls = trials.filter((trial) => trial.kind === "control" && trial.state === "valid").length;
  return (
    <section aria-labelledby="how-measured">
      <h2 id="how-measured" className="text-lg font-semibold">
        How this was measured
      </h2>
      <dl className="mt-2 rounded border bg-panel px-4 py-1">
        <Fact term="Environment">
          {environment.browser}, {environment.platform}; {formatCount(environment.hardwareConcurrency)} cores reported,{" "}
          {environment.isolated ? "isolated" : "not isolated"}; timer step {formatMeasured(environment.timerStepUs)} µs;
          engine {environment.engineVersion}, Headroom {environment.appVersion}
        </Fact>
        <Fact term="Parallel capacity C">
          {formatMeasured(capacity.cores)} cores ({formatMeasured(capacity.low)}–{formatMeasured(capacity.high)} over
          five windows of an independent kernel)
        </Fact>
        <Fact term="Workers and messages">
          {formatCount(environment.workers)} {environment.workers === 1 ? "worker" : "workers"} at most;{" "}
          {environment.transport === null
            ? "agents do not speak"
            : environment.transport === "shared-memory"
              ? "posteriors in shared memory, every one read by every other agent"
              : "posteriors as messages between workers, every one read by every other agent"}
        </Fact>
        <Fact term="Warm-up and order">
          {formatCount(derived.warmupBlocks)} warm-up blocks of 60 ms or more were discarded. Trials ran in an order
          shuffled with seed {configuration.seed}
          {solos === 0 ? "." : `, with one agent alone ${formatCount(solos)} times at start, middle and end`}
          {controls === 0 ? "" : ` and ${formatCount(controls)} controls without messages`}
          {solos === 0 ? "" : "."}
        </Fact>
        <Fact term="Steadiness">
          {derived.drift.state === "drifted" ? (
            <strong className="text-warn">▲ {driftText(derived)}</strong>
          ) : (
            driftText(derived)
          )}
        </Fact>
        {configuration.pacing === "paced" ? (
          <Fact term="Real-time capacity">
            {formatCount(realTimeCapacity(derived.rows))} agents: the most that hold at least 99% of their offered rate
            with p95 latency of at most 10 ms. The published document says “under 10 ms at 15–20 agents”, which its own
            mean inference time of 50 ms contradicts.
          </Fact>
        ) : null}
        <Fact term="Engine memory">
          {formatBytesWithUnit(engineMemory.perAgentBytes)} of typed arrays per agent, and{" "}
          {formatBytesWithUnit(engineMemory.sharedPerWorkerBytes)} of model and scratch space per worker
        </Fact>
        <Fact term="Process memory">{memoryText(environment)}</Fact>
        <Fact term="Cost of the view">
          {environment.mainThreadBusyShare === null
            ? "The main thread was not probed."
            : `The main thread was busy in ${formatPercent(environment.mainThreadBusyShare)} of probes; `}
          {environment.longTasks === null
            ? "this browser does not report long tasks."
            : `${formatCount(environment.longTasks)} ${environment.longTasks === 1 ? "task" : "tasks"} over 50 ms.`}
        </Fact>
        <Fact term="Does not count">
          {derived.rejected.length === 0 ? (
            "Every attempt counted."
          ) : (
            <ul data-testid="rejected-attempts">
              {derived.rejected.map((trial) => (
                <li key={`${trial.kind} ${trial.agents} ${trial.repeat} ${trial.attempt}`}>
                  ■ {formatCount(trial.agents)} {kindWords[trial.kind]}, repeat {trial.repeat + 1}, attempt{" "}
                  {trial.attempt + 1} {trial.state}: {trial.reason}
                </li>
              ))}
            </ul>
          )}
          {derived.missing === 0 ? null : (
            <p>
              {formatCount(derived.missing)} planned {derived.missing === 1 ? "trial has" : "trials have"} no figure.
            </p>
          )}
        </Fact>
      </dl>
    </section>
  );
}
