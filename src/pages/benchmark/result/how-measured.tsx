// How a result was measured: environment, warm-up, order, controls, noise, and every attempt that does not count.
import type { ReactNode } from "react";
import { isValid, type Sample } from "../../../measurement/run/sample.ts";
import { transports } from "../../../measurement/lane/transport.ts";
import { capacityRange } from "../../../results/capacity-text.ts";
import type { Derived } from "../../../results/derive.ts";
import { shownMemory } from "../../../results/memory-reason.ts";
import type { Environment } from "../../../results/format/result.ts";
import type { MeasuredOn } from "../../../scenarios/contract/rows.ts";
import type { Experiment } from "../../../scenarios/contract/experiment.ts";
import { listed } from "../../../words/listed.ts";
import { formatBytesWithUnit, formatCounted, formatMeasured, formatPercent } from "../../../words/format.ts";

export interface HowMeasuredProps {
  readonly experiment: Experiment;
  readonly environment: Environment;
  readonly derived: Derived;
  readonly samples: readonly Sample[];
  readonly on: MeasuredOn;
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className="grid grid-cols-1 gap-x-4 border-b py-2 last:border-b-0 sm:grid-cols-[180px_1fr]">
      <dt className="text-muted">{term}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}

/** Whether it changed its pace by more than the quality line forgives. */
function hasDrifted({ drift, quality }: Derived): boolean {
  return drift.state === "drifted" && quality !== "steady";
}

function driftText(derived: Derived): string {
  const { drift } = derived;
  switch (drift.state) {
    case "unknown":
      return "Judged by what other programs took: no agent was measured alone often enough to see its pace.";
    case "steady":
      return `One worker alone differed by ${formatPercent(drift.spread)} between start, middle and end, within the noise floor of ${formatPercent(drift.noiseFloor)}.`;
    case "drifted":
      return `One worker alone differed by ${formatPercent(drift.spread)} between start, middle and end, beyond the noise floor of ${formatPercent(drift.noiseFloor)}${hasDrifted(derived) ? ": the machine changed its pace during this run. Close other programs and run again." : ", by little."}`;
  }
}

/** A run whose rows differ in what carries their messages has no one transport. */
function carriedText(transport: Environment["transport"], samples: readonly Sample[]): string {
  if (transport !== null) return `agents speak by ${transports[transport].label}`;
  const speaks = samples.some((sample) => isValid(sample) && (sample.figures["messages"] ?? 0) > 0);
  return speaks ? "agents speak in several ways, as each row says" : "no messages between workers";
}

/** What a container was allowed, and how much it was held back; nothing where none counts it. */
function containerText(container: Environment["container"]): string {
  if (container === undefined) return "";
  const { node, quotaCores, throttledShare } = container;
  const limit = quotaCores === null ? "without a limit" : `of ${formatMeasured(quotaCores)} cores`;
  const where = node === null ? "" : ` on ${node}`;
  return ` Its container ${limit}${where} was kept from running for ${formatPercent(throttledShare)} of the run.`;
}

function memoryText(environment: Environment): string {
  const processMemory = shownMemory(environment.processMemory);
  if (processMemory.state === "unavailable") return `Unavailable. ${processMemory.reason}`;
  const { agents, workers, totalBytes, workersBytes } = processMemory;
  const each = workers === 1 ? "" : ` (${formatBytesWithUnit(workersBytes / workers)} each)`;
  return `${formatBytesWithUnit(workersBytes)} in ${formatCounted(workers, "worker")}${each} with ${formatCounted(agents, "agent")} alive; ${formatBytesWithUnit(totalBytes)} with the page itself.`;
}

function lateText(busyShare: number | null, longTasks: number | null): string {
  const late = busyShare === null ? "was not probed" : `came late in ${formatPercent(busyShare)} of probes`;
  const tasks =
    longTasks === null ? "this browser does not report long tasks" : `${formatCounted(longTasks, "task")} over 50 ms`;
  return `${late}; ${tasks}`;
}

/** Inside windows the page has nothing of its own to do, so lateness there is others' doing. */
function mainThreadText({ mainThreadBusyShare, longTasks, inWindows }: Environment): string {
  const whole = `Over the whole run it ${lateText(mainThreadBusyShare, longTasks)}.`;
  if (inWindows === undefined) return whole;
  return `${whole} Inside measured windows, where the page does nothing of its own, it ${lateText(inWindows.busyShare, inWindows.longTasks)}: that is workers and other programs holding the cores.`;
}

/** Whose count of cores a pool took. */
function poolText({ settings, points }: Experiment, { workers, hardwareConcurrency: reported }: Environment): string {
  if (settings["workers"] !== "auto" || settings["placement"] !== "pool" || Math.max(...points) < reported) return "";
  return workers < reported
    ? `, fewer than the ${formatCounted(reported, "reported core")}, as C was clearly lower (every run measures C again)`
    : ", one per reported core";
}

/** @param alone "one agent", or of how many agents the batch was that ran by itself */
function orderText(seed: unknown, solos: number, alone: string, controls: number): string {
  const order = typeof seed === "number" ? `Trials ran in an order that seed ${seed} gives` : "Trials ran in turn";
  const withOthers = [
    ...(solos === 0 ? [] : [`${alone} alone ${formatCounted(solos, "time")} at start, middle and end`]),
    ...(controls === 0 ? [] : [formatCounted(controls, "control without messages", "controls without messages")]),
  ];
  return withOthers.length === 0 ? `${order}.` : `${order}, with ${listed(withOthers)}.`;
}

export function HowMeasured({ experiment, environment, derived, samples, on }: HowMeasuredProps) {
  const { parallelCapacity: capacity, engineMemory } = environment;
  const { scenario, settings } = experiment;
  const countOf = (series: string) => samples.filter((sample) => sample.series === series && isValid(sample)).length;
  const [solos, controls] = [countOf("solo"), countOf("control")];
  const soloAgents = samples.find(({ series }) => series === "solo")?.at ?? 1;
  const alone = soloAgents === 1 ? "one agent" : formatCounted(soloAgents, "agent");
  const seed = settings["seed"];
  return (
    <section aria-labelledby="how-measured">
      <h2 id="how-measured">How this was measured</h2>
      <dl className="mt-2 rounded border bg-panel px-4 py-1">
        <Fact term="Environment">
          {environment.browser}, {environment.platform}; {formatCounted(environment.hardwareConcurrency, "core")}{" "}
          reported, {environment.isolated ? "isolated" : "not isolated"}; timer step{" "}
          {formatMeasured(environment.timerStepUs)} µs; engine {environment.engineVersion}, Headroom{" "}
          {environment.appVersion}
        </Fact>
        <Fact term="Parallel capacity C">
          {formatMeasured(capacity.cores)} {capacity.cores === 1 ? "core" : "cores"} (
          {capacityRange(capacity) ?? "its windows differ too much for an interval"}, by an independent kernel).{" "}
          {environment.stolenShare === undefined
            ? "What other programs took was not measured."
            : `Other programs had the cores for ${formatPercent(environment.stolenShare)} of the time while a worker was asked to work on each.`}
          {containerText(environment.container)}
        </Fact>
        <Fact term="Workers and messages">
          {formatCounted(environment.workers, "worker")} at most{poolText(experiment, environment)};{" "}
          {carriedText(environment.transport, samples)}
        </Fact>
        {/* A scenario that has no such blocks says in its notes how it begins. */}
        {experiment.measures.some(({ id }) => id === "warmup-blocks") ? (
          <Fact term="Warm-up and order">
            {formatCounted(derived.warmupBlocks, "warm-up block")} of 60 ms or more{" "}
            {derived.warmupBlocks === 1 ? "was" : "were"} discarded. {orderText(seed, solos, alone, controls)}
          </Fact>
        ) : null}
        <Fact term="Steadiness">
          {hasDrifted(derived) ? <strong className="text-warn">▲ {driftText(derived)}</strong> : driftText(derived)}
        </Fact>
        {experiment.notesOf({ ...derived, samples, on }).map(({ term, text }) => (
          <Fact key={term} term={term}>
            {text}
          </Fact>
        ))}
        <Fact term="Engine memory">
          {formatBytesWithUnit(engineMemory.perAgentBytes)} of typed arrays per agent, and{" "}
          {formatBytesWithUnit(engineMemory.sharedPerWorkerBytes)} of model and scratch space per worker
        </Fact>
        <Fact term="Process memory">{memoryText(environment)}</Fact>
        <Fact term="Main thread">{mainThreadText(environment)}</Fact>
        <Fact term="Does not count">
          {derived.rejected.length === 0 ? (
            "Every attempt counted."
          ) : (
            <ul data-testid="rejected-attempts">
              {derived.rejected.map((sample) => (
                <li key={`${sample.series} ${sample.at} ${sample.repeat} ${sample.attempt}`}>
                  ■ {scenario.pointName(sample)}, repeat {sample.repeat + 1}, attempt {sample.attempt + 1}{" "}
                  {sample.state}: {sample.reason}
                </li>
              ))}
            </ul>
          )}
          {derived.missing === 0 ? null : (
            <p>
              {formatCounted(derived.missing, "planned trial")} {derived.missing === 1 ? "has" : "have"} no figure.
            </p>
          )}
        </Fact>
      </dl>
    </section>
  );
}
