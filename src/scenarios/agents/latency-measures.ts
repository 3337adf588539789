// Latency and service time of single ops, as scenarios of real agents measure them.
import type { WindowReport, WindowOrder } from "../../measurement/lane/lane-host.ts";
import type { Figures } from "../../measurement/run/sample.ts";
import { percentileFigures } from "../../measurement/run/window-figures.ts";
import { measure, type Measure } from "../contract/measure.ts";

/** Below so many steps of the clock a latency is only a bound. */
const TIMER_STEPS_LEAST = 10;
/** A percentile is kept where ten ops lie beyond it. */
const OPS_FOR_P99 = 1_000;

/** What a latency counts from. */
export const LATENCY_FROM = {
  paced: "from the intended start of an op, so a late op is charged its waiting",
  lockStep: "from the opening of the round to the publication of the posterior",
  free: "from the agent's previous completion, so it grows with the agents that share its worker",
} as const;

function latency(id: string, share: string, from: string, own: Partial<Measure> = {}): Measure {
  return measure({
    id,
    label: `${id} latency`,
    heading: id,
    unit: "µs",
    better: "lower",
    floor: { timerSteps: TIMER_STEPS_LEAST },
    help: `Latency that ${share} of single ops stay under, ${from}. Median over trials. Below ten steps of the clock only a bound is known.`,
    ...own,
  });
}

/** p50, p95 and p99 of single ops. @param from one of LATENCY_FROM */
export function latencyMeasures(from: string): readonly [Measure, Measure, Measure] {
  const p99 = latency("p99", "99%", from, { floor: { timerSteps: TIMER_STEPS_LEAST, ops: OPS_FOR_P99 } });
  return [
    latency("p50", "half", from),
    latency("p95", "95%", from),
    { ...p99, help: `${p99.help} Hidden under 1,000 ops a trial.` },
  ];
}

const serviceHelp = "Time inside the op alone, without waiting for its turn";

function service(id: string, share: string, own: Partial<Measure> = {}): Measure {
  return measure({
    id: `service-${id}`,
    label: `service ${id}`,
    unit: "µs",
    floor: { timerSteps: TIMER_STEPS_LEAST },
    help: `${serviceHelp}, that ${share} of single ops stay under.`,
    place: "file",
    ...own,
  });
}

/** What paced windows have beside latency. */
export const pacedMeasures: readonly Measure[] = [
  service("p50", "half"),
  service("p95", "95%", { place: "table" }),
  service("p99", "99%", { floor: { timerSteps: TIMER_STEPS_LEAST, ops: OPS_FOR_P99 } }),
  measure({
    id: "late-ops",
    label: "late ops a trial",
    heading: "Late ops",
    unit: "count",
    help: "Ops that began a millisecond or more after their intended start. They are counted and charged their waiting, never dropped.",
  }),
];

/** The figures of latencyMeasures, and of pacedMeasures where the window was paced. */
export function latencyFigures(reports: readonly WindowReport[], { periodMs }: WindowOrder): Figures {
  const latencies = percentileFigures(reports, "latencyCounts", { p50: 0.5, p95: 0.95, p99: 0.99 });
  if (periodMs === null) return latencies;
  const service = percentileFigures(reports, "serviceCounts", {
    "service-p50": 0.5,
    "service-p95": 0.95,
    "service-p99": 0.99,
  });
  const lateOps = reports.reduce((sum, report) => sum + report.lateOps, 0);
  return { ...latencies, ...service, "late-ops": lateOps };
}
