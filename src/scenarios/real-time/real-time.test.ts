// The real-time scenario from its settings to its sentence, on scripted lanes.
import { expect, test } from "vitest";
import { FakeLanes, reportWith } from "../../measurement/fixtures/fake-lanes.ts";
import type { LaneAnswer, TrialSetup, WindowOrder, WindowReport } from "../../measurement/lane/lane-host.ts";
import { runOnLanes } from "../../measurement/fixtures/scripted-run.ts";
import type { Sample } from "../../measurement/run/sample.ts";
import type { Experiment } from "../contract/experiment.ts";
import type { Seen } from "../contract/seen.ts";
import { BYTES_MOST } from "../../measurement/lane/placement.ts";
import { mostByMemory } from "./course.ts";
import { realTimeExperiment } from "./experiment.ts";
import { realTime } from "./real-time.ts";

const WARM_BLOCK_MS = 60;

function experimentWith(settings: Readonly<Record<string, unknown>> = {}): Experiment {
  const reading = realTime.configure({ ...realTime.defaults, ...settings });
  if (reading.state === "refused") throw new Error(reading.message);
  return realTimeExperiment(reading.value);
}

interface Behaviour {
  /** The most agents whose ops are in time. */
  readonly most: number;
  /** What else a window shows. */
  readonly more?: (order: WindowOrder, agents: number) => Partial<WindowReport>;
}

/** Two lanes that hold so many agents: above, each op takes 30 ms instead of 0.2 ms. */
function lanesWith({ most, more = () => ({}) }: Behaviour): FakeLanes {
  return new FakeLanes({
    window(order: WindowOrder, setup: TrialSetup): LaneAnswer<readonly WindowReport[]> | null {
      const { durationMs, periodMs, limitsMs = [] } = order;
      if (durationMs === WARM_BLOCK_MS || periodMs === null) return null;
      const latencyMs = setup.totalAgents <= most ? 0.2 : 30;
      const reports = setup.shares.map(({ agents }) => {
        const ops = agents * Math.round(durationMs / periodMs);
        return reportWith({
          completedOps: ops,
          elapsedMs: durationMs,
          latencyCounts: Float64Array.of(latencyMs * 1_000, ops),
          serviceCounts: Float64Array.of(100, ops),
          overLimits: limitsMs.map((limit) => (latencyMs > limit ? ops : 0)),
          ...more(order, setup.totalAgents),
        });
      });
      return { state: "done", value: reports };
    },
  });
}

async function run(experiment: Experiment, lanes: FakeLanes): Promise<Seen> {
  const outcome = await runOnLanes(experiment, lanes);
  if (outcome.state === "broken" || outcome.facts === null) throw new Error("It should have ended.");
  const on = { ...outcome.facts.calibration, engineMemory: outcome.facts.engineMemory, processMemory: null };
  const { samples } = outcome;
  return { samples, on, rows: experiment.rowsOf(samples, on, false), quality: "steady" };
}

test("F9 the sentence states count, rate, limit, certainty, workload, machine and how long it was confirmed", async () => {
  const experiment = experimentWith();
  const seen = await run(experiment, lanesWith({ most: 343 }));
  expect(experiment.sentenceOf(seen)).toBe(
    "This machine holds about 340 agents at 20 op/s each (95% of ops within 10 ms). At 345 they begin to be late. 5 of 5 trials of 12 s held it, each with 99% certainty: explorer 10×10, length 2, pool, 2 cores.",
  );
  const confirmed = seen.samples.filter(({ series }) => series === "confirmation");
  expect(confirmed.length).toBeGreaterThanOrEqual(5);
});

test("F9 confirmations last 10 s or more each and a minute in all by default", () => {
  const { confirmMs } = realTime.defaults;
  expect(Number(confirmMs)).toBeGreaterThanOrEqual(10_000);
  expect(5 * Number(confirmMs)).toBeGreaterThanOrEqual(60_000);
});

test.each([
  [120, "You need 120: it holds 2.8 times that."],
  [680, "You need 680: it holds 50% of that."],
])("what is needed is held against the answer: %i", async (neededAgents, text) => {
  const experiment = experimentWith({ neededAgents });
  const seen = await run(experiment, lanesWith({ most: 343 }));
  expect(experiment.sentenceOf(seen)).toContain(text);
  expect(experiment.gaugeOf(seen)).toMatchObject({ unit: "agents", needed: neededAgents });
});

test("that not even one agent holds is an answer where some are needed", async () => {
  const needing = experimentWith({ neededAgents: 3 });
  const seen = await run(needing, lanesWith({ most: 0 }));
  expect(needing.gaugeOf(seen)).toEqual({ unit: "agents", value: 0, needed: 3 });
  expect(needing.gaugeOf({ ...seen, samples: [], rows: [] })).toBeNull();
  const idle = experimentWith();
  expect(idle.gaugeOf(await run(idle, lanesWith({ most: 0 })))).toBeNull();
});

test("F1 the reason of a fail is named", async () => {
  const experiment = experimentWith();
  const seen = await run(experiment, lanesWith({ most: 343 }));
  const why = experiment.notesOf(seen).find(({ term }) => term === "Why it failed")?.text;
  expect(why).toMatch(/^\d+ agents: [\d,]+ of [\d,]+ ops took over 10 ms, and at most [\d,]+ may\.$/);
});

test("F1 a worker that fails in every attempt is a trial that did not hold", () => {
  const experiment = experimentWith();
  const place = { series: "row", at: 5, repeat: 0 };
  const failed = [0, 1, 2].map((attempt): Sample => ({
    ...place,
    attempt,
    state: "failed",
    reason: "Worker 1 threw: no",
  }));
  const known = { engineMemory: null };
  expect(experiment.search?.next([], known)).toEqual(place);
  expect(experiment.search?.next(failed, known)).toEqual({ ...place, repeat: 1 });
});

test("F5 one ladder of limits comes from the same trials, each with the last that held and the first that failed", async () => {
  const experiment = experimentWith();
  const seen = await run(experiment, lanesWith({ most: 343 }));
  const [ladder] = experiment.tablesOf(seen);
  expect(ladder?.rows.map(([limit]) => Number(limit))).toEqual([1, 5, 10, 25, 50, 100]);
  const at = (limit: number) => ladder?.rows.find(([text]) => Number(text) === limit);
  expect(Number(at(10)?.[1])).toBeLessThanOrEqual(343);
  expect(Number(at(10)?.[2])).toBeGreaterThan(343);
  // 30 ms are within 50 ms and 100 ms, at every count that was tried.
  expect(at(50)?.[2]).toBe("none");
  expect(Number(at(50)?.[1])).toBeGreaterThan(343);
});

test("F6 a stall of 200 ms fails a limit of 10 ms although most ops are in time", async () => {
  const stalled = lanesWith({ most: 10_000, more: (_, agents) => (agents >= 100 ? { lagMs: 200 } : {}) });
  const experiment = experimentWith();
  const seen = await run(experiment, stalled);
  expect(experiment.sentenceOf(seen)).toContain("This machine holds 98 agents");
  expect(experiment.notesOf(seen).find(({ term }) => term === "Why it failed")?.text).toContain(
    "200 ms after it was due",
  );
});

test.each([
  ["the cores", 1_000, "the cores bind"],
  ["whatever delays idle workers", 100, "timers, garbage collection or other programs"],
])("F7 what binds is told: %s", async (_, serviceUs, text) => {
  const busy = lanesWith({
    most: 343,
    more: (order, agents) => {
      const ops = (agents / 2) * Math.round(order.durationMs / (order.periodMs ?? 1));
      const us = serviceUs * (serviceUs > 500 ? 0.28 : 1);
      return { serviceCounts: Float64Array.of(us, ops), busyMs: (us * ops) / 1_000 };
    },
  });
  const experiment = experimentWith();
  const seen = await run(experiment, busy);
  expect(experiment.notesOf(seen).find(({ term }) => term === "What binds")?.text).toContain(text);
});

test("F8 the memory of the next count is computed before it is tried, and ends the search", async () => {
  const perAgentBytes = 4_000_000;
  expect(mostByMemory({ perAgentBytes, sharedPerWorkerBytes: 0 }, 1)).toBe(BYTES_MOST / perAgentBytes);
  const lanes = lanesWith({ most: 10_000 });
  const heavy = Object.assign(lanes, {
    prepare: async (setup: TrialSetup) => {
      await FakeLanes.prototype.prepare.call(lanes, setup);
      return { state: "done", value: { perAgentBytes, sharedPerWorkerBytes: 0 } } as const;
    },
  });
  const experiment = experimentWith();
  const seen = await run(experiment, heavy);
  expect(Math.max(...lanes.setups.map(({ totalAgents }) => totalAgents))).toBe(250);
  expect(experiment.sentenceOf(seen)).toContain("holds about 250 agents");
  expect(experiment.sentenceOf(seen)).toContain("More were not tried.");
});

test("no agents at all, and a search that was stopped, are said", async () => {
  const experiment = experimentWith();
  const none = await run(experiment, lanesWith({ most: 0 }));
  expect(experiment.sentenceOf(none)).toContain("This machine does not hold even one agent at 20 op/s each");
  const disturbed = experiment.sentenceOf({ ...none, quality: "useless" });
  expect(disturbed).toMatch(/^This machine was disturbed by other programs, so that .* could not be measured\./);
  const whole = await run(experiment, lanesWith({ most: 343 }));
  const cut = { ...whole, samples: whole.samples.slice(0, 9) };
  expect(experiment.sentenceOf(cut)).toMatch(
    /^So far 320 agents hold .* and 640 agents do not\. It is not confirmed yet\.$/,
  );
  expect(experiment.sentenceOf({ ...whole, samples: [] })).toBeNull();
});

test("few agents are measured longer, until there are enough ops to tell", () => {
  const experiment = experimentWith({ opsPerSecondPerAgent: 1 });
  const { windowMs } = experiment.costOf({ series: "row", at: 13, repeat: 0 }, 2);
  expect(windowMs).toBeGreaterThan(9_000);
  expect(experiment.costOf({ series: "row", at: 1_000, repeat: 0 }, 2).windowMs).toBeLessThan(2_100);
});
