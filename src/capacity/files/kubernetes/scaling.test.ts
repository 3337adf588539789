// Autoscaling: never fewer processes than planned, a target that leaves the plan's slack, and a warning to use one autoscaler.
import { expect, test } from "vitest";
import { autoscalers, autoscalerNotes } from "./autoscaler.ts";
import type { DeploymentInput } from "../../deployment/deployment-input.ts";
import { equalInput, mixedInput } from "../fixtures/inputs.ts";
import { scaledObjectNotes, scaledObjects } from "./scaled-object.ts";
import { loadAtDemand } from "./scaling-bounds.ts";

function asking(opsPerSecond: number): DeploymentInput {
  return { ...equalInput, request: { ...equalInput.request, demand: { kind: "throughput", opsPerSecond } } };
}

test("the load at the demand is demand over planned throughput, within 10 and 90 percent", () => {
  const planned = equalInput.plan.opsPerSecond;
  expect(loadAtDemand(asking(planned / 2))).toBe(0.5);
  expect(loadAtDemand(asking(planned * 0.689))).toBe(0.68);
  expect(loadAtDemand(asking(planned))).toBe(0.9);
  expect(loadAtDemand(asking(planned / 1_000))).toBe(0.1);
  // 31 agents at 9 op/s
  expect(loadAtDemand(mixedInput)).toBe(Math.floor((31 * 9 * 100) / mixedInput.plan.opsPerSecond) / 100);
});

test("by CPU: from the plan to twice the plan, at the load at the demand", () => {
  expect(autoscalers(asking(equalInput.plan.opsPerSecond / 2)).map(({ spec }) => spec)).toMatchObject([
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
  const carries = (agents: number) =>
    String(Number((mixedInput.request.throughput[agents]! * loadAtDemand(mixedInput)).toPrecision(3)));
  expect(first!.spec.scaleTargetRef).toMatchObject({ kind: "StatefulSet", name: "fleet-n16" });
  expect(first!.spec.triggers[0]!.metadata).toEqual({
    serverAddress: "http://prometheus-operated.monitoring.svc:9090",
    query: 'sum(rate(agent_ops_total{namespace="agents",pod=~"fleet-n(16)-.+"}[5m]))',
    threshold: carries(16),
  });
  expect(second!.spec.triggers[0]!.metadata["threshold"]).toBe(carries(15));
  expect(first!.spec.fallback).toEqual({ failureThreshold: 3, replicas: 1 });
});

test("when the demand is just met, KEDA asks for the planned processes and no more", () => {
  for (const input of [equalInput, mixedInput, asking(equalInput.plan.opsPerSecond * 0.85)]) {
    const load = loadAtDemand(input);
    scaledObjects(input).forEach(({ spec }, at) => {
      const { agents, processes } = input.plan.groups[at]!;
      const asked = processes * input.request.throughput[agents]! * load;
      const replicas = asked / Number(spec.triggers[0]!.metadata["threshold"]);
      // The autoscaler leaves ratios within 10 % of 1 alone.
      expect(replicas / processes).toBeCloseTo(1, 2);
    });
  }
});

test("each autoscaler says not to use it with the other", () => {
  expect(autoscalerNotes.join(" ")).toContain("ScaledObject");
  expect(scaledObjectNotes.join(" ")).toContain("HorizontalPodAutoscaler");
});
