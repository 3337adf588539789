// The sentence on top says what the rows say.
import { expect, test } from "vitest";
import { type Configuration, defaultConfiguration } from "../../../measurement/run/configuration.ts";
import type { Trial } from "../../../measurement/run/trial.ts";
import { derive } from "../../../results/derive.ts";
import { realTimeCapacity, verdictOf } from "./verdict.ts";

type Valid = Extract<Trial, { readonly state: "valid" }>;

function trial(part: Pick<Valid, "kind" | "agents" | "opsPerSecond"> & Partial<Valid>): Trial {
  const latency = { p50Us: 100, p95Us: 200, p99Us: null };
  return {
    repeat: 0,
    attempt: 0,
    state: "valid",
    latency,
    service: null,
    lateOps: null,
    loss: null,
    warmupBlocks: 2,
    ...part,
  };
}

const saturated: Configuration = { ...defaultConfiguration, agents: [1, 10], repeats: 1 };
const solo = trial({ kind: "solo", agents: 1, opsPerSecond: 1_000 });

test("saturated: throughput against what the cores can give", () => {
  const derived = derive(saturated, [solo, trial({ kind: "row", agents: 10, opsPerSecond: 1_800 })], 2);
  expect(verdictOf(saturated, derived, 2)).toBe("10 agents reach 1,800 op/s: 90% of what 2 cores can give.");
});

test("lock-step: what hearing each other costs, split", () => {
  const loss = { fuse: 0.03, transport: 0.01, wait: 0.05 };
  const trials = [
    solo,
    trial({ kind: "row", agents: 10, opsPerSecond: 1_800, loss }),
    trial({ kind: "control", agents: 10, opsPerSecond: 2_000 }),
  ];
  expect(verdictOf(saturated, derive(saturated, trials, 2), 2)).toContain(
    "Hearing each other costs them 10% of that (fuse 3.0%, transport 1.0%, wait 5.0%).",
  );
});

test("a single agent reaches, of one core", () => {
  const derived = derive(saturated, [solo, trial({ kind: "row", agents: 1, opsPerSecond: 950 })], 2);
  expect(verdictOf(saturated, derived, 2)).toBe("1 agent reaches 950 op/s: 95% of what one core can give.");
});

test("without X(1) nothing is said of cores, without rows nothing at all", () => {
  const derived = derive(saturated, [trial({ kind: "row", agents: 10, opsPerSecond: 1_800 })], 2);
  expect(verdictOf(saturated, derived, 2)).toBe("10 agents reach 1,800 op/s.");
  expect(verdictOf(saturated, derive(saturated, [], 2), 2)).toBeNull();
});

const paced: Configuration = { ...saturated, pacing: "paced", opsPerSecondPerAgent: 20 };

test("paced: the most agents that hold their rate in time", () => {
  const slow = { p50Us: 9_000, p95Us: 10_001, p99Us: null };
  const rows = [
    trial({ kind: "row", agents: 1, opsPerSecond: 20 }),
    trial({ kind: "row", agents: 10, opsPerSecond: 198 }),
    trial({ kind: "row", agents: 15, opsPerSecond: 300, latency: slow }),
    trial({ kind: "row", agents: 20, opsPerSecond: 390 }),
  ];
  const derived = derive(paced, rows, 2);
  expect(realTimeCapacity(derived.rows)).toBe(10);
  expect(verdictOf(paced, derived, 2)).toBe(
    "10 agents hold 20 op/s each with p95 latency of at most 10 ms: 200 op/s in all.",
  );
});

test("paced: it is said where no count holds, and where the most tried do", () => {
  const none = derive(paced, [trial({ kind: "row", agents: 10, opsPerSecond: 100 })], 2);
  expect(verdictOf(paced, none, 2)).toContain("No measured count of agents holds 20 op/s each");
  const all = derive(paced, [trial({ kind: "row", agents: 10, opsPerSecond: 200 })], 2);
  expect(verdictOf(paced, all, 2)).toContain("10 agents, the most that were tried, hold");
  const one = derive(paced, [trial({ kind: "row", agents: 1, opsPerSecond: 20 })], 2);
  expect(verdictOf(paced, one, 2)).toBe(
    "1 agent, the most that was tried, holds 20 op/s with p95 latency of at most 10 ms: 20 op/s in all.",
  );
});
