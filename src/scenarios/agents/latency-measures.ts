// Latency and service time of single ops, as scenarios of real agents measure them.
import type { WindowReport, WindowOrder } from "../../measurement/lane/lane-host.ts";
import type { Figures } from "../../measurement/run/sample.ts";
import { opsForPercentile, percentileFigures, type PercentileIds } from "../../measurement/run/window-figures.ts";
import { measure, type Measure } from "../contract/measure.ts";

/** Below so many steps of the clock a latency is only a bound. */
const TIMER_STEPS_LEAST = 10;

/** A share of single ops, and the figure that they stay under. */
export interface Percentile {
  readonly id: string;
  readonly share: number;
  /** The share in words. */
  readonly words: string;
}

/** Each percentile once: what a scenario declares and what its samples hold both follow from it. */
const PERCENTILES: readonly Percentile[] = [
  { id: "p50", share: 0.5, words: "half" },
  { id: "p95", share: 0.95, words: "95%" },
  { id: "p99", share: 0.99, words: "99%" },
];

/** When a percentile is withheld. */
function floorOf({ share }: Percentile): Measure["floor"] {
  const ops = opsForPercentile(share);
  return { timerSteps: TIMER_STEPS_LEAST, ...(ops === null ? {} : { ops }) };
}

/** What a latency counts from. */
export const LATENCY_FROM = {
  paced: "from the intended start of an op, so a late op is charged its waiting",
  lockStep: "from the opening of the round to the publication of the posterior",
  batched: "from the batch's previous completion to that of its last agent",
  free: "from the agent's previous completion, so it grows with the agents that share its worker",
} as const;

function latency(percentile: Percentile, from: string): Measure {
  const { id, words } = percentile;
  const floor = floorOf(percentile);
  const hidden = floor?.ops === undefined ? "" : ` Hidden under ${floor.ops.toLocaleString("en-US")} ops a trial.`;
  return measure({
    id,
    label: `${id} latency`,
    heading: id,
    unit: "µs",
    better: "lower",
    floor,
    help: `Latency that ${words} of single ops stay under, ${from}. Median over trials. Below ten steps of the clock only a bound is known.${hidden}`,
  });
}

/** Percentiles of single ops. @param from one of LATENCY_FROM @param further those that a scenario has beside the usual ones */
export function latencyMeasures(from: string, further: readonly Percentile[] = []): readonly Measure[] {
  return [...PERCENTILES, ...further].map((percentile) => latency(percentile, from));
}

function service(percentile: Percentile): Measure {
  const { id, words } = percentile;
  return measure({
    id: `service-${id}`,
    label: `service ${id}`,
    unit: "µs",
    floor: floorOf(percentile),
    help: `Time inside the op alone, without waiting for its turn, that ${words} of single ops stay under.`,
    // The table has room for one.
    place: id === "p95" ? "table" : "file",
  });
}

/** What paced windows have beside latency. */
export const pacedMeasures: readonly Measure[] = [
  ...PERCENTILES.map(service),
  measure({
    id: "late-ops",
    label: "late ops a trial",
    heading: "Late ops",
    unit: "count",
    help: "Ops that began a millisecond or more after their intended start. They are counted and charged their waiting, never dropped.",
  }),
];

function idsOf(percentiles: readonly Percentile[], prefix = ""): PercentileIds {
  return Object.fromEntries(percentiles.map(({ id, share }) => [`${prefix}${id}`, share]));
}

/** The figures of latencyMeasures, and of pacedMeasures where the window was paced. */
export function latencyFigures(
  reports: readonly WindowReport[],
  { periodMs }: WindowOrder,
  further: readonly Percentile[] = [],
): Figures {
  const latencies = percentileFigures(reports, "latencyCounts", idsOf([...PERCENTILES, ...further]));
  if (periodMs === null) return latencies;
  const service = percentileFigures(reports, "serviceCounts", idsOf(PERCENTILES, "service-"));
  const lateOps = reports.reduce((sum, report) => sum + report.lateOps, 0);
  return { ...latencies, ...service, "late-ops": lateOps };
}
