// Measures the planner: fits, equal and mixed plans, and the whole answer, as medians beside their limits.
import { machinePresets } from "../../src/capacity/asked/machine-presets.ts";
import { answerOf } from "../../src/capacity/answer/plan-answer.ts";
import type { Objective, PlanRequest, Spare } from "../../src/capacity/plan/plan.ts";
import { cheapestPlan, equalPlan } from "../../src/capacity/plan/planner.ts";
import { defaultTexts } from "../../src/capacity/asked/planner-settings.ts";
import { publishedConstants } from "../../src/capacity/memory/published.ts";
import { fitLaw } from "../../src/laws/fit/fit.ts";
import { throughputAt } from "../../src/laws/laws.ts";
import { median } from "../../src/statistics/summary.ts";

const PROCESSES = 64;
const AGENTS = 200;
const machines = [...machinePresets.gke, ...machinePresets.eks];

/** A curve with a ripple, so that it is not concave and mixed sizes pay. */
const law = { kind: "usl", lambda: 20, sigma: 0.01, kappa: 0.000_02 } as const;
const throughput = [
  null,
  ...Array.from({ length: AGENTS }, (_, n) => throughputAt(law, n + 1) * (1 + 0.05 * Math.sin(n * 12.9898))),
];

function request(opsPerSecond: number, spare: Spare, objective: Objective): PlanRequest {
  return {
    throughput,
    demand: { kind: "throughput", opsPerSecond },
    headroomShare: 0,
    spare,
    latencyMsMost: null,
    efficiencyLeast: null,
    memoryMBMost: null,
    processesMost: PROCESSES,
    constants: publishedConstants,
    reading: "compounding",
    vcpuPerProcess: 1,
    machines,
    currency: "USD",
    objective,
  };
}

function medianMs(work: () => void, times: number): number {
  for (let n = 0; n < Math.max(2, times / 4); n += 1) work();
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return median(taken) ?? 0;
}

function line(what: string, ms: number, limitMs: number, note: string): void {
  const verdict = ms <= limitMs ? "within" : "OVER";
  console.log(
    `${what.padEnd(58)} ${ms.toFixed(ms < 10 ? 2 : 0).padStart(7)} ms  ${(ms / limitMs).toFixed(3).padStart(6)} of ${limitMs} ms, ${verdict}; ${note}`,
  );
}

/** Prints each median and its ratio to the limit. */
export function runPlannerBenchmark(): void {
  const rows = [1, 2, 4, 8, 12, 16, 20, 24, 32, 48, 64].map((agents) => ({
    agents,
    opsPerSecond: throughputAt({ ...law, sigma: 0.05, kappa: 0.0008 }, agents) * (1 + 0.03 * Math.sin(agents)),
  }));
  const seven = [1, 5, 10, 15, 20, 30, 50].map((agents, n) => ({
    agents,
    opsPerSecond: [20, 85, 140, 165, 180, 210, 284][n] ?? 0,
  }));
  line(
    "USL fit, 7 published rows (κ at its bound)",
    medianMs(() => fitLaw("usl", seven), 60),
    5,
    "7 points",
  );
  line(
    "USL fit, 11 rows",
    medianMs(() => fitLaw("usl", rows), 60),
    5,
    "11 points",
  );
  const grid = `${(PROCESSES * AGENTS * machines.length).toLocaleString("en-US")} candidates: ${PROCESSES} × ${AGENTS} × ${machines.length} machine types`;
  for (const objective of ["memory", "price"] as const) {
    const asked = request(20_000, 1, objective);
    line(
      `equal plan of 20,000 op/s, N+1, least ${objective}`,
      medianMs(() => equalPlan(asked), 40),
      16,
      grid,
    );
  }
  for (const demand of [20_000, 50_000]) {
    for (const spare of [0, 2] as const) {
      for (const objective of ["memory", "machines", "price"] as const) {
        const asked = request(demand, spare, objective);
        const name = `mixed plan of ${demand.toLocaleString("en-US")} op/s, N+${spare}, least ${objective}`;
        line(
          name,
          medianMs(() => cheapestPlan(asked, "mixed"), 5),
          1_000,
          `every multiset of up to ${PROCESSES} of ${AGENTS} sizes`,
        );
      }
    }
  }
  const texts = {
    ...defaultTexts,
    curve: "rows",
    source: "measured-here",
    rows: seven
      .map(({ agents, opsPerSecond: x }) => `${agents}:${x}/${(x * 0.97).toFixed(3)}/${(x * 1.02).toFixed(3)}`)
      .join(","),
    split: "mixed",
    model: "usl",
    growth: "compound",
    scenarios: "belief:30-40:component;cache:35-40:5",
  };
  line(
    "whole answer: mixed plan, probability, why, growth",
    medianMs(() => answerOf(texts, 20_000), 5),
    1_000,
    "500 curves resampled and refitted",
  );
}
