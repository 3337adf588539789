// What cannot run is refused with its cost and a way out.
import { expect, test } from "vitest";
import { WORKER_PER_AGENT_MOST } from "../lane/placement.ts";
import { defaultConfiguration } from "./configuration.ts";
import { refusalOf } from "./refusal.ts";

test("a worker for each of more than 400 agents is refused, with the cost and the way out", () => {
  const refusal = refusalOf({ ...defaultConfiguration, placement: "worker-per-agent", agents: [1, 401] });
  expect(refusal).toContain("401 workers");
  expect(refusal).toContain("about 1003 MB");
  expect(refusal).toContain("400 or fewer");
  expect(refusal).toContain("pool");
});

test("the same many agents run on a pool, and 400 workers are still allowed", () => {
  expect(refusalOf({ ...defaultConfiguration, placement: "pool", agents: [2_000] })).toBeNull();
  expect(
    refusalOf({ ...defaultConfiguration, placement: "worker-per-agent", agents: [WORKER_PER_AGENT_MOST] }),
  ).toBeNull();
});
