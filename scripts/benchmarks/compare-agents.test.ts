// Comparing agents op by op: what counts as another action, who is put aside, and where it ends.
import { expect, test } from "vitest";
import { type Agents, compareAgents } from "./compare-agents.ts";

interface Script {
  readonly action?: (agent: number, t: number) => number;
  readonly state?: (agent: number, t: number) => number;
  readonly posterior?: (agent: number, t: number) => readonly number[];
}

function agentsOf({ action = () => 0, state = () => 0, posterior = () => [0.5, 0.5] }: Script): Agents {
  let t = -1;
  return {
    step: () => void (t += 1),
    actionOf: (agent) => action(agent, t),
    stateOf: (agent) => state(agent, t),
    readPosterior: (agent, target) => target.set(posterior(agent, t)),
  };
}

const extent = { agents: 4, states: 2, ops: 40, withDivergence: true };

test("agents that do the same are compared to the end, and differ in nothing", () => {
  const moving: Script = { action: (agent, t) => agent + t, state: (agent, t) => agent * t };
  const [found] = compareAgents(agentsOf(moving), [agentsOf(moving)], extent);
  expect(found).toEqual({ ops: 40, others: 0, difference: 0, divergences: new Float64Array(40) });
});

test("another action counts once, and its agent is compared no more", () => {
  const posterior: Script["posterior"] = (agent, t) => (agent === 2 && t > 3 ? [1, 0] : [0.5, 0.5]);
  const other = agentsOf({ action: (agent, t) => (agent === 2 && t >= 3 ? 1 : 0), posterior });
  const [found] = compareAgents(agentsOf({}), [other], extent);
  // Four ops of four, then three at a time until there are forty.
  expect(found).toMatchObject({ ops: 40, others: 1, difference: 0 });
});

test("another state counts as well, also where the action is the same", () => {
  const [found] = compareAgents(agentsOf({}), [agentsOf({ state: (_, t) => (t === 5 ? 1 : 0) })], extent);
  expect(found).toMatchObject({ ops: 24, others: 4 });
});

test("it ends where all agents have acted otherwise, and says after how many ops", () => {
  const [same, other] = compareAgents(agentsOf({}), [agentsOf({}), agentsOf({ action: () => 1 })], extent);
  expect(other).toMatchObject({ ops: 4, others: 4 });
  expect(same).toMatchObject({ ops: 40, others: 0 });
});

test("the op of another action is the last whose posterior counts", () => {
  const posterior: Script["posterior"] = (_, t) => (t === 2 ? [0.25, 0.75] : [0.5, 0.5]);
  const [found] = compareAgents(agentsOf({}), [agentsOf({ action: (_, t) => (t === 2 ? 1 : 0), posterior })], extent);
  expect(found?.difference).toBe(0.25);
  expect(found?.divergences).toHaveLength(12);
  expect(found?.divergences.at(0)).toBe(0);
  expect(found?.divergences.at(-1)).toBeCloseTo(0.5 * Math.log(4 / 3), 14);
});

test("a posterior that is no number shows, and stays", () => {
  const posterior: Script["posterior"] = (_, t) => (t === 1 ? [Number.NaN, 0.5] : [0.5, 0.5]);
  const [found] = compareAgents(agentsOf({}), [agentsOf({ posterior })], { ...extent, withDivergence: false });
  expect(found?.difference).toBeNaN();
  expect(found?.divergences).toHaveLength(0);
});
