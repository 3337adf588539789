// How sure a plan is, as a share of resampled curves.
import { expect, test } from "vitest";
import { request, publishedThroughput } from "../plan/fixtures/requests.ts";
import { equalPlan } from "../plan/planner.ts";
import { surenessOf } from "./probability.ts";

const asked = request({ headroomShare: 0.1 });
const outcome = equalPlan(asked);
const plan = outcome.state === "planned" ? outcome.plan : null;

function scaled(factor: number) {
  return publishedThroughput().map((rate) => (rate === null ? null : rate * factor));
}

test("without repeats nothing is known", () => {
  expect(surenessOf(plan!, asked, [])).toEqual({ state: "not known", reason: "no repeats" });
});

test("the demand without headroom has to be met, so headroom makes a plan surer", () => {
  const samples = [1, 0.95, 0.92, 0.8].map(scaled);
  expect(surenessOf(plan!, asked, samples)).toEqual({ state: "known", share: 0.75, samples: 4 });
  const tight = request();
  const tightOutcome = equalPlan(tight);
  expect(surenessOf(tightOutcome.state === "planned" ? tightOutcome.plan : plan!, tight, samples)).toMatchObject({
    share: 0.25,
  });
});

test("agents at a rate need every process to reach it", () => {
  const demand = { kind: "agents", agents: 30, opsPerSecondPerAgent: 14 } as const;
  const byAgents = request({ demand });
  const found = equalPlan(byAgents);
  expect(found.state).toBe("planned");
  if (found.state !== "planned") return;
  expect(surenessOf(found.plan, byAgents, [1, 0.99, 0.5].map(scaled))).toMatchObject({ samples: 3 });
  expect(surenessOf(found.plan, byAgents, [scaled(0.1)])).toMatchObject({ share: 0 });
});
