// Autoscaling, by the autoscalers' own formula: the planned number at the demand, more above it, and one autoscaler alone.
import fc from "fast-check";
import { expect, test } from "vitest";
import { machinePresets } from "../../asked/machine-presets.ts";
import { demandedOpsPerSecond, processResources } from "../../deployment/process-resources.ts";
import { publishedConstants } from "../../memory/published.ts";
import { allocatableOf } from "../../plan/allocatable.ts";
import { request } from "../../plan/fixtures/requests.ts";
import { equalPlan } from "../../plan/planner.ts";
import { autoscalers, autoscalerNotes } from "./autoscaler.ts";
import type { DeploymentInput } from "../../deployment/deployment-input.ts";
import { equalInput, mixedInput } from "../fixtures/inputs.ts";
import { scaledObjectNotes, scaledObjects } from "./scaled-object.ts";
import { holdsTolerance, loadAtDemand } from "./scaling-bounds.ts";

function asking(opsPerSecond: number): DeploymentInput {
  return { ...equalInput, request: { ...equalInput.request, demand: { kind: "throughput", opsPerSecond } } };
}

test("the load at the demand is demand over planned throughput", () => {
  const planned = equalInput.plan.opsPerSecond;
  expect(loadAtDemand(asking(planned / 2))).toBe(0.5);
  expect(loadAtDemand(asking(planned))).toBe(1);
  // 31 agents at 9 op/s
  expect(loadAtDemand(mixedInput)).toBe((31 * 9) / mixedInput.plan.opsPerSecond);
});

test("by CPU: from the plan to twice the plan, at the load at the demand", () => {
  expect(autoscalers(asking(equalInput.plan.opsPerSecond * 0.495)).map(({ spec }) => spec)).toMatchObject([
    {
      scaleTargetRef: { kind: "Deployment", name: "fleet-n16" },
      minReplicas: 3,
      maxReplicas: 6,
      metrics: [{ resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 50 } } }],
    },
  ]);
});

test("by throughput: each size asks for the op/s of its own pods, against that of one of them at the demand", () => {
  const [first, second] = scaledObjects(mixedInput);
  expect(first!.spec.scaleTargetRef).toMatchObject({ kind: "StatefulSet", name: "fleet-n16" });
  const { threshold, ...others } = first!.spec.triggers[0]!.metadata;
  expect(others).toEqual({
    serverAddress: "http://prometheus-operated.monitoring.svc:9090",
    query: 'sum(rate(agent_ops_total{namespace="agents",pod=~"fleet-n(16)-.+"}[5m]))',
  });
  const carries = (agents: number) => mixedInput.request.throughput[agents]! * loadAtDemand(mixedInput);
  expect(Number(threshold) / carries(16) - 1).toBeLessThan(1e-3);
  expect(Number(threshold)).toBeGreaterThanOrEqual(carries(16));
  expect(Number(second!.spec.triggers[0]!.metadata["threshold"]) / carries(15) - 1).toBeLessThan(1e-3);
  expect(first!.spec.fallback).toEqual({ failureThreshold: 3, replicas: 1 });
});

test("the published example, 3×16 for 500 op/s, has the target 166.7, and 3 processes stay 3", () => {
  const asked = request();
  const outcome = equalPlan(asked);
  if (outcome.state !== "planned") throw new Error("no plan");
  const input = { ...equalInput, request: asked, plan: outcome.plan };
  expect(scaledObjects(input)[0]!.spec.triggers[0]!.metadata["threshold"]).toBe("166.7");
  expect(replicasAt(input, 1, 3)).toEqual([3]);
  expect(replicasAt(input, 1, 4)).toEqual([3]);
  expect(replicasAt(input, 1.05, 3)).toEqual([4]);
});

/** The autoscaler's own formula: the most that any metric asks, within the bounds. */
function settled(
  asks: readonly (readonly [total: number, target: number])[],
  least: number,
  most: number,
  from: number,
) {
  let replicas = from;
  for (let round = 0; round < 10; round += 1) {
    const now = replicas;
    const wanted = asks.map(([total, target]) => {
      const ratio = total / (target * now);
      return Math.abs(ratio - 1) <= 0.1 ? now : Math.ceil(total / target);
    });
    replicas = Math.min(most, Math.max(least, ...wanted));
  }
  return replicas;
}

/** The processes of each size that KEDA settles on at a multiple of the demand. */
function replicasAt(input: DeploymentInput, multiple: number, from: number | null): number[] {
  const demanded = demandedOpsPerSecond(input);
  return scaledObjects(input).map(({ spec }, at) => {
    const { agents, processes } = input.plan.groups[at]!;
    const asked = (multiple * demanded * processes * input.request.throughput[agents]!) / input.plan.opsPerSecond;
    const asks = spec.triggers.map(({ metadata }) => {
      const beyond = /> bool ([\d.]+)\) \* (\d+)$/.exec(metadata["query"] ?? "");
      const total = beyond === null ? asked : asked > Number(beyond[1]) ? Number(beyond[2]) : 0;
      return [total, Number(metadata["threshold"])] as const;
    });
    return settled(asks, spec.minReplicaCount ?? 0, spec.maxReplicaCount ?? 0, from ?? processes);
  });
}

const plans = fc
  .record({
    contention: fc.double({ min: 0, max: 0.2, noNaN: true }),
    rate: fc.double({ min: 0.5, max: 5_000, noNaN: true }),
    times: fc.double({ min: 0.2, max: 30, noNaN: true }),
    headroomShare: fc.constantFrom(0, 0, 0.1, 0.3),
    spare: fc.constantFrom(0 as const, 0 as const, 1 as const),
    kind: fc.constantFrom("throughput", "agents"),
    bufferShare: fc.constantFrom(0, 0.5),
    vcpuPerProcess: fc.constantFrom(0.3333, 1, 1.5),
    machines: fc.constantFrom(...Object.values(machinePresets)),
  })
  .map(({ contention, rate, times, kind, bufferShare, ...rest }): DeploymentInput | null => {
    const throughput = Array.from({ length: 41 }, (_, n) => (n === 0 ? null : (rate * n) / (1 + contention * (n - 1))));
    const asked = request({
      ...rest,
      throughput,
      constants: { ...publishedConstants, bufferShare },
      demand:
        kind === "throughput"
          ? { kind: "throughput", opsPerSecond: rate * times }
          : { kind: "agents", agents: Math.ceil(times), opsPerSecondPerAgent: rate * 0.4 },
    });
    const outcome = equalPlan(asked);
    return outcome.state === "planned" ? { ...equalInput, request: asked, plan: outcome.plan } : null;
  })
  .filter((input) => input !== null);

test("of 200 random plans KEDA's processes hold what is asked, and are those of the plan at the demand", () => {
  fc.assert(
    fc.property(plans, (input) => {
      const planned = input.plan.groups.map(({ processes }) => processes);
      for (const multiple of [0.5, 0.9, 1, 1.05, 1.2]) {
        const replicas = replicasAt(input, multiple, null);
        if (multiple <= 1) expect(replicas).toEqual(planned);
        const held = replicas.reduce(
          (sum, count, at) => sum + count * input.request.throughput[input.plan.groups[at]!.agents]!,
          0,
        );
        // To the four digits that a threshold has.
        expect(held).toBeGreaterThanOrEqual(multiple * demandedOpsPerSecond(input) * (1 - 1e-3));
      }
    }),
    { numRuns: 200, seed: 27 },
  );
});

test("of 200 random plans the HPA keeps the planned number at the demand, and holds more wherever CPU can show it", () => {
  fc.assert(
    fc.property(plans, (input) => {
      const spec = autoscalers(input)[0]!.spec!;
      const target = spec.metrics![0]!.resource!.target.averageUtilization! / 100;
      const { processes } = input.plan.groups[0]!;
      for (const multiple of [0.5, 0.9, 1, 1.05, 1.2]) {
        const busy = multiple * loadAtDemand(input) * processes;
        const replicas = settled([[busy, target]], spec.minReplicas!, spec.maxReplicas, processes);
        if (multiple <= 1) expect(replicas).toBe(processes);
        if (holdsTolerance(input)) expect(replicas + 0.01 * processes).toBeGreaterThanOrEqual(busy);
      }
    }),
    { numRuns: 200, seed: 28 },
  );
});

test("of 200 random plans the pods of every node fit what it has left", () => {
  fc.assert(
    fc.property(plans, (input) => {
      const { machine, placement } = input.plan.machines!;
      const left = allocatableOf(machine);
      const bySize = new Map(processResources(input).map((size) => [size.agents, size]));
      for (const held of placement) {
        const pods = held.map((agents) => bySize.get(agents)!);
        const memoryMB = pods.reduce((sum, { requestMi }) => sum + (requestMi * 2 ** 20) / 1e6, 0);
        expect(memoryMB).toBeLessThanOrEqual(left.memoryMB);
        expect(pods.reduce((sum, { millicores }) => sum + millicores, 0)).toBeLessThanOrEqual(left.millicores);
        expect(pods.length).toBeLessThanOrEqual(left.pods);
      }
    }),
    { numRuns: 200, seed: 29 },
  );
});

test("each autoscaler says not to use it with the other", () => {
  expect(autoscalerNotes.join(" ")).toContain("ScaledObject");
  expect(scaledObjectNotes.join(" ")).toContain("HorizontalPodAutoscaler");
});
