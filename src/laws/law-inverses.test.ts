// The inverses by round trip, and their results where there is no answer.
import fc from "fast-check";
import { expect, test } from "vitest";
import { anyLaw } from "./oracle/random-laws.ts";
import { agentsForEfficiency, agentsForLatency, agentsForThroughput, latencyAt } from "./law-inverses.ts";
import { peakOf } from "./law-shape.ts";
import { type Law, throughputAt } from "./laws.ts";

const retrograde: Law = { kind: "usl", lambda: 20, sigma: 0.0344, kappa: 0.00152 };
const saturating: Law = { kind: "amdahl", lambda: 20, sigma: 0.05, kappa: 0 };
const linear: Law = { kind: "linear", lambda: 20, sigma: 0, kappa: 0 };
const someAgents = fc.double({ min: 1, max: 1e5, noNaN: true });

test("throughput there and back: N, then X(N), then the same N on the rising side", () => {
  fc.assert(
    fc.property(anyLaw, someAgents, (law, agents) => {
      const peak = peakOf(law);
      const rising = peak.state === "peak" ? Math.min(agents, peak.agents) : agents;
      const opsPerSecond = throughputAt(law, rising);
      const back = agentsForThroughput(law, opsPerSecond);
      const most = peak.state === "peak" ? peak.opsPerSecond : (peak.limitOpsPerSecond ?? Infinity);
      // Within rounding of the maximum any answer is right.
      if (opsPerSecond > most * (1 - 1e-9)) return;
      expect(back.state).toBe("reached");
      if (back.state !== "reached") return;
      expect(Math.abs(throughputAt(law, back.agents) / opsPerSecond - 1)).toBeLessThan(1e-9);
      expect(Math.abs(back.agents / rising - 1)).toBeLessThan(1e-4);
    }),
    { numRuns: 1_000 },
  );
});

test("whole agents, rounded up, give at least what was asked", () => {
  fc.assert(
    fc.property(anyLaw, fc.double({ min: 0.01, max: 0.9, noNaN: true }), (law, share) => {
      const peak = peakOf(law);
      const most = peak.state === "peak" ? peak.opsPerSecond : (peak.limitOpsPerSecond ?? 1e6 * law.lambda);
      const asked = most * share;
      const answer = agentsForThroughput(law, asked);
      expect(answer.state).toBe("reached");
      const whole = answer.state === "reached" ? Math.ceil(answer.agents * (1 - 1e-12)) : 0;
      expect(whole).toBeGreaterThanOrEqual(1);
      // Between the two whole counts around the peak the curve may be higher than at either of them.
      if (peak.state === "none" || whole <= peak.agents) {
        expect(throughputAt(law, whole)).toBeGreaterThanOrEqual(asked * (1 - 1e-9));
      }
    }),
  );
});

test("more than the peak gives is infeasible, and the answer holds the most", () => {
  const answer = agentsForThroughput(retrograde, 200);
  const peak = peakOf(retrograde);
  expect(answer.state).toBe("infeasible");
  expect(answer.state === "infeasible" && peak.state === "peak" ? answer.mostOpsPerSecond : 0).toBeCloseTo(
    peak.state === "peak" ? peak.opsPerSecond : 1,
    10,
  );
});

test("the limit itself is never reached, and anything below it is", () => {
  expect(agentsForThroughput(saturating, 400)).toEqual({ state: "infeasible", mostOpsPerSecond: 400 });
  expect(agentsForThroughput(saturating, 399)).toMatchObject({ state: "reached" });
});

test("the linear law gives any throughput and keeps its latency with any number of agents", () => {
  expect(agentsForThroughput(linear, 1e9)).toEqual({ state: "reached", agents: 5e7 });
  expect(agentsForLatency(linear, 50)).toEqual({ state: "unlimited" });
  expect(agentsForEfficiency(linear, 1)).toEqual({ state: "unlimited" });
});

test("a throughput below that of one agent takes a fraction of an agent", () => {
  expect(agentsForThroughput(linear, 10)).toEqual({ state: "reached", agents: 0.5 });
});

test("where a second agent adds nothing, the answer is one agent", () => {
  const stuck: Law = { kind: "usl", lambda: 20, sigma: 1, kappa: 0.1 };
  expect(agentsForThroughput(stuck, 15)).toEqual({ state: "reached", agents: 1 });
  expect(agentsForThroughput(stuck, 21)).toEqual({ state: "infeasible", mostOpsPerSecond: 20 });
  const falling: Law = { kind: "usl", lambda: 20, sigma: 0.9, kappa: 0.5 };
  expect(agentsForThroughput(falling, 20)).toEqual({ state: "reached", agents: 1 });
});

test("latency there and back", () => {
  fc.assert(
    fc.property(anyLaw, someAgents, (law, agents) => {
      const back = agentsForLatency(law, latencyAt(law, agents));
      expect(back.state).toBe(law.sigma === 0 && law.kappa === 0 ? "unlimited" : "reached");
      if (back.state !== "reached") return;
      expect(Math.abs(latencyAt(law, back.agents) / latencyAt(law, agents) - 1)).toBeLessThan(1e-9);
    }),
  );
});

test("a latency shorter than that of one agent alone is infeasible", () => {
  expect(agentsForLatency(retrograde, 49)).toEqual({ state: "infeasible", atOneAgent: 50 });
  expect(agentsForLatency(retrograde, 50)).toEqual({ state: "reached", agents: 1 });
});

test("efficiency there and back, and above 100 % is infeasible", () => {
  fc.assert(
    fc.property(anyLaw, fc.double({ min: 0.001, max: 1, noNaN: true }), (law, share) => {
      const answer = agentsForEfficiency(law, share);
      if (answer.state !== "reached") expect(answer.state).toBe("unlimited");
      else {
        const back = throughputAt(law, answer.agents) / (answer.agents * law.lambda);
        expect(Math.abs(back / share - 1)).toBeLessThan(1e-9);
      }
    }),
  );
  expect(agentsForEfficiency(retrograde, 1.01)).toEqual({ state: "infeasible", atOneAgent: 1 });
  expect(agentsForEfficiency(retrograde, 0)).toEqual({ state: "unlimited" });
});

test("what is not a number is infeasible", () => {
  expect(agentsForThroughput(retrograde, Number.NaN).state).toBe("infeasible");
  expect(agentsForLatency(retrograde, Number.NaN).state).toBe("infeasible");
  expect(agentsForThroughput(linear, Number.POSITIVE_INFINITY).state).toBe("infeasible");
});
