// Makes a result comparable: its environment as facts, and every row and metric with the values of its trials.
import type { ValidTrial } from "../../measurement/run/trial.ts";
import type { Cell, Figures } from "../../regression/cell.ts";
import type { MeasuredResult } from "../../regression/comparison.ts";
import type { Fact } from "../../regression/fingerprint.ts";
import { type Metric, METRICS } from "../../regression/metrics.ts";
import { logDeviation } from "../../regression/noise-floor.ts";
import { median } from "../../statistics/summary.ts";
import { rowName } from "../../words/row-name.ts";
import { same } from "./measured-input.ts";
import type { Result } from "../../results/format/schema.ts";

/** Below so many steps of the clock a latency is only a bound. */
const TIMER_STEPS_LEAST = 10;
/** Largest and smallest of the five windows behind C lie so many standard deviations apart, on average. */
const DEVIATIONS_PER_RANGE = 2.33;

function workloadText({ configuration }: Result): string {
  const { workload, gridSize, policyLength } = configuration;
  return workload === "explorer" ? `explorer ${gridSize}×${gridSize}, policy length ${policyLength}` : workload;
}

/** What must agree before figures are compared. */
function fingerprintOf(result: Result): Fact[] {
  const { configuration, environment } = result;
  const { cores, low, high } = environment.parallelCapacity;
  const paced = configuration.pacing === "paced" ? ` at ${configuration.opsPerSecondPerAgent} op/s per agent` : "";
  return [
    same("measured by", "Headroom"),
    same("workload", workloadText(result)),
    same("engine version", environment.engineVersion),
    same("browser", environment.browser),
    same("platform", environment.platform),
    same("isolated", environment.isolated ? "yes" : "no"),
    same("placement", configuration.placement),
    same("workers", String(environment.workers)),
    same("topology", configuration.topology),
    same("transport", environment.transport ?? "none"),
    same("pacing", `${configuration.pacing}${paced}`),
    { kind: "interval", name: "parallel capacity C", value: cores, low, high },
  ];
}

function latencies(values: readonly (number | null)[], timerStepUs: number): Figures {
  const known = values.flatMap((value) => value ?? []);
  if (known.length < values.length) return { kind: "withheld", reason: "under 1,000 ops in a trial" };
  const floorUs = TIMER_STEPS_LEAST * timerStepUs;
  if ((median(known) ?? 0) < floorUs || known.some((value) => value <= 0)) {
    return { kind: "withheld", reason: `below ten steps of the clock (${Number(floorUs.toPrecision(3))} µs)` };
  }
  return { kind: "trials", values: known, yardstickDeviation: 0 };
}

function rowCells(result: Result, agents: number, trials: readonly ValidTrial[], solos: readonly number[]): Cell[] {
  const { configuration, environment } = result;
  const row = rowName(agents);
  const throughputs = trials.map(({ opsPerSecond }) => opsPerSecond);
  const scaled = (metric: Metric, by: number, yardstickDeviation: number): Cell => ({
    row,
    metric,
    figures: { kind: "trials", values: throughputs.map((value) => value / by), yardstickDeviation },
  });
  const latency = (metric: Metric, pick: (trial: ValidTrial) => number | null): Cell => ({
    row,
    metric,
    figures: latencies(trials.map(pick), environment.timerStepUs),
  });
  const cells = [scaled(METRICS.throughput, 1, 0)];
  const solo = median(solos);
  if (configuration.pacing === "paced") {
    cells.push(scaled(METRICS.efficiency, agents * configuration.opsPerSecondPerAgent, 0));
  } else if (solo !== null) {
    const { cores, low, high } = environment.parallelCapacity;
    const soloDeviation = logDeviation(solos) ?? 0;
    const coresDeviation = agents > cores ? Math.log(high / low) / DEVIATIONS_PER_RANGE : 0;
    cells.push(scaled(METRICS.efficiency, agents * solo, soloDeviation));
    cells.push(
      scaled(METRICS.coreNormalised, Math.min(agents, cores) * solo, Math.hypot(soloDeviation, coresDeviation)),
    );
  }
  cells.push(
    latency(METRICS.p50, (trial) => trial.latency.p50Us),
    latency(METRICS.p95, (trial) => trial.latency.p95Us),
    latency(METRICS.p99, (trial) => trial.latency.p99Us),
  );
  return cells;
}

/** Rows by agent count with every metric; attempts that do not count are left out. No cells where nothing was measured. */
export function measuredOf(result: Result): MeasuredResult {
  const valid = result.trials.filter((trial) => trial.state === "valid");
  const rows = valid.filter(({ kind }) => kind === "row");
  const solos = valid.filter(({ kind }) => kind === "solo").map(({ opsPerSecond }) => opsPerSecond);
  const counts = [...new Set(rows.map(({ agents }) => agents))].sort((a, b) => a - b);
  const cells = counts.flatMap((agents) =>
    rowCells(
      result,
      agents,
      rows.filter((trial) => trial.agents === agents),
      solos,
    ),
  );
  const { perAgentBytes } = result.environment.engineMemory;
  if (cells.length > 0 && perAgentBytes > 0) {
    cells.push({ row: "any agent", metric: METRICS.memory, figures: { kind: "exact", value: perAgentBytes } });
  }
  return { fingerprint: fingerprintOf(result), cells };
}
