// The answer in one sentence: what binds a plan, in words.
import { expect, test } from "vitest";
import { boundText, demandText } from "./plan-text.ts";

test("where nothing binds the factor is told, and never more than the plan carries", () => {
  expect(boundText({ state: "nothing", times: 24.54 })).toBe("nothing binds: this plan carries 24 times what is asked");
  expect(boundText({ state: "nothing", times: 1.99 })).toBe("nothing binds: this plan carries 1.9 times what is asked");
});

test("a machine that lacks a little is named with what it lacks, rounded up", () => {
  const machine = {
    name: "e2-standard-4",
    platform: "gke",
    memoryGiB: 16,
    vcpu: 4,
    podsMost: 110,
    pricePerHour: null,
  } as const;
  const near = { machine, count: 1, lacks: 0.08 };
  expect(boundText({ state: "limit", limit: "machine cores", near })).toBe(
    "one e2-standard-4 would be enough if it had 0.08 vCPU more",
  );
  expect(boundText({ state: "limit", limit: "machine memory", near: { ...near, count: 2, lacks: 11.2 } })).toBe(
    "2 e2-standard-4 would be enough if each had 12 MB more",
  );
  const own = { ...machine, name: "machine 1", platform: "whole" } as const;
  expect(boundText({ state: "limit", limit: "machine memory", near: { machine: own, count: 1, lacks: 5 } })).toBe(
    "one of your machines (machine 1) would be enough if it had 5 MB more",
  );
  expect(boundText({ state: "limit", limit: "throughput", near: null })).toBe("throughput binds");
});

test("agents beside op/s are part of the demand in words", () => {
  expect(demandText({ kind: "throughput", opsPerSecond: 500, agentsLeast: 50 })).toBe(
    "500 op/s with at least 50 agents",
  );
  expect(demandText({ kind: "throughput", opsPerSecond: 500 })).toBe("500 op/s");
});
