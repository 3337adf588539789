// How failures are measured: agents under a supervisor for a window, at each share of crashes; and workers that are made to die.
import type { ProtocolOrder } from "../../measurement/lane/protocol-window.ts";
import { usableTransport } from "../../measurement/lane/transport.ts";
import type { Bench, Cost, Machine, Measurable, Taken } from "../../measurement/run/bench.ts";
import type { Planned } from "../../measurement/run/sample.ts";
import { shuffled } from "../../measurement/run/schedule.ts";
import { keyOf } from "../../measurement/run/windowed.ts";
import { asked, same } from "../../regression/fact.ts";
import { seatedSetup } from "../agents/agent-setup.ts";
import { trialSeed } from "../agents/trial-seed.ts";
import { defineExperiment } from "../contract/define-experiment.ts";
import { failureFields, type FailureSettings } from "./fields.ts";
import { failureFigures, noticedDistribution, workerFigures } from "./figures.ts";
import { failureMeasures } from "./measures.ts";
import { failureRows, ROW, WORKER } from "./rows.ts";
import { failureSentence } from "./sentence.ts";
import { deathsTable } from "./tables.ts";

const WORKLOAD = { workload: "explorer", gridSize: 5, policyLength: 1 } as const;

/** When a worker dies, ms after the start of its window. */
const DIES_AT_MS = 200;

function setupOf({ placement, workers, transport, seed, agents }: FailureSettings, machine: Machine) {
  return seatedSetup({ ...WORKLOAD, seed, placement, workers, topology: "none", transport }, agents, machine);
}

/** Workers die before anything else, so that fresh ones measure the rest. */
function planOf({ crashPercents, repeats, seed, workerDeaths }: FailureSettings): Planned[] {
  const [first = 0] = crashPercents;
  const deaths = Array.from({ length: workerDeaths }, (_, repeat): Planned => ({ series: WORKER, at: first, repeat }));
  const points = crashPercents.flatMap((at) =>
    Array.from({ length: repeats }, (_, repeat): Planned => ({ series: ROW, at, repeat })),
  );
  return [...deaths, ...shuffled(points, seed)];
}

/** What is under way when the window ends can still end, and be brought back. */
function drainMsOf({ deadlineMs }: FailureSettings): number {
  return 2 * deadlineMs + 50;
}

function orderOf(settings: FailureSettings, planned: Planned, canShareMemory: boolean): ProtocolOrder {
  const { opsPerSecond, deadlineMs, restart, lossPercent, transport, seed, windowMs } = settings;
  return {
    protocol: {
      kind: "supervision",
      periodMs: 1_000 / opsPerSecond,
      deadlineMs,
      keepsBeliefs: restart === "with-beliefs",
    },
    faults: { loss: lossPercent / 100, crash: planned.at / 100, downMs: null },
    transport: usableTransport(transport, canShareMemory),
    seed: trialSeed(seed, planned),
    durationMs: windowMs,
    drainMs: drainMsOf(settings),
    breaksLaneAtMs: null,
  };
}

async function take(settings: FailureSettings, planned: Planned, bench: Bench): Promise<Taken> {
  const setup = setupOf(settings, bench.machine);
  const prepared = await bench.prepare(setup);
  if (prepared.state !== "done") return prepared;
  const order = orderOf(settings, planned, bench.machine.canShareMemory);
  if (planned.series === WORKER) {
    const lost = await bench.loseLane(order, DIES_AT_MS, setup);
    return lost.state === "done" ? { state: "done", figures: workerFigures(lost.value) } : lost;
  }
  const warm = await bench.warmUp("free");
  if (warm.state !== "done") return warm;
  const answer = await bench.protocol(order);
  if (answer.state !== "done") return answer;
  const figures = failureFigures(answer.value, settings.windowMs);
  return figures === null
    ? { state: "invalid", reason: "No op ended inside the window. Choose a longer window or a higher rate." }
    : {
        state: "done",
        figures: { ...figures, "warmup-blocks": warm.value },
        distributions: noticedDistribution(answer.value),
      };
}

function measurableOf(settings: FailureSettings): Measurable {
  return {
    plan: planOf(settings),
    search: null,
    costOf({ series }, cores): Cost {
      const setup = setupOf(settings, { cores, poolWorkers: cores, canShareMemory: true });
      const windowMs = series === WORKER ? DIES_AT_MS : settings.windowMs + drainMsOf(settings);
      return { lanes: setup.shares.length, key: keyOf(setup), windowMs };
    },
    attempt: (planned, bench) => take(settings, planned, bench),
  };
}

/** The experiment of a failures configuration. */
export const failuresExperiment = defineExperiment(failureFields, {
  scenarioMeasures: failureMeasures,
  targets: [],
  breakdown: null,
  bind: (settings) => ({
    ...measurableOf(settings),
    measures: failureMeasures,
    panels: [
      [
        {
          kind: "distribution",
          of: "noticed",
          title: "From crash to notice",
          unit: "share of crashes",
          marked: ["noticed-p95"],
        },
      ],
      [{ kind: "curve", measure: "throughput", title: "Ops done a second", limit: null }],
    ],
    statusHelp: null,
    fullestSetup: (machine) => setupOf(settings, machine),
    points: settings.crashPercents.toSorted((a, b) => a - b),
    fingerprint: [
      asked("agents", String(settings.agents)),
      asked("placement", settings.placement),
      asked("lost messages", `${settings.lossPercent}%`),
      same("rate", `${settings.opsPerSecond} op/s`),
      same("deadline", `${settings.deadlineMs} ms`),
      asked("restart", settings.restart),
    ],
    rowsOf: (samples) => failureRows(settings, samples),
    paceOf: () => [],
    sentenceOf: ({ rows, on }) => failureSentence(settings, rows, on.timerStepUs),
    gaugeOf: () => null,
    tablesOf: ({ samples, on }) => [deathsTable(samples, on.timerStepUs)],
    watch: null,
    notesOf: () => [],
  }),
});
