// Peak, limit, knee and slope of given laws, checked against the published cases and against each other.
import fc from "fast-check";
import { expect, test } from "vitest";
import cases from "./fixtures/usl-cases.json";
import { kneeOf, limitOf, peakOf } from "./law-shape.ts";
import { type Law, marginalGain, throughputAt } from "./laws.ts";
import { anyLaw } from "./oracle/random-laws.ts";

function near(actual: number, expected: number): void {
  expect(Math.abs(actual / expected - 1)).toBeLessThan(1e-6);
}

test.each(cases.cases)("the estimate of $id has its known peak, limit and knee", ({ expected }) => {
  const law: Law = { kind: "usl", ...expected.estimate };
  const peak = peakOf(law);
  if (expected.peak.N === null) {
    expect(peak.state).toBe("none");
  } else {
    near(peak.state === "peak" ? peak.agents : 0, expected.peak.N);
    near(peak.state === "peak" ? peak.opsPerSecond : 0, expected.peak.X);
  }
  near(limitOf(law) ?? 0, expected.limit_amdahl_asymptote);
  near(kneeOf(law)?.agents ?? 0, expected.optimal.N);
  near(kneeOf(law)?.opsPerSecond ?? 0, expected.optimal.X);
});

test("the linear law has no peak, no limit and no knee", () => {
  const law: Law = { kind: "linear", lambda: 20, sigma: 0, kappa: 0 };
  expect(peakOf(law)).toEqual({ state: "none", limitOpsPerSecond: null });
  expect(limitOf(law)).toBeNull();
  expect(kneeOf(law)).toBeNull();
  expect(throughputAt(law, 7)).toBe(140);
  expect(marginalGain(law, 7)).toBe(20);
});

test("no agents do no ops, one agent does λ", () => {
  fc.assert(
    fc.property(anyLaw, (law) => {
      expect(throughputAt(law, 0)).toBe(0);
      expect(throughputAt(law, 1)).toBe(law.lambda);
    }),
  );
});

test("a law that falls from the first agent on peaks at one", () => {
  expect(peakOf({ kind: "usl", lambda: 5, sigma: 1, kappa: 0.5 })).toEqual({
    state: "peak",
    agents: 1,
    opsPerSecond: 5,
  });
});

test("nothing beats the peak, and the slope changes its sign there", () => {
  fc.assert(
    fc.property(anyLaw, fc.double({ min: 1, max: 1e6, noNaN: true }), (law, agents) => {
      const peak = peakOf(law);
      if (peak.state === "none") {
        expect(marginalGain(law, agents)).toBeGreaterThanOrEqual(0);
        expect(throughputAt(law, agents)).toBeLessThanOrEqual((peak.limitOpsPerSecond ?? Infinity) * (1 + 1e-12));
      } else {
        expect(throughputAt(law, agents)).toBeLessThanOrEqual(peak.opsPerSecond * (1 + 1e-12));
        expect(marginalGain(law, peak.agents * 1.001)).toBeLessThan(0);
        if (peak.agents > 1) expect(marginalGain(law, peak.agents * 0.999)).toBeGreaterThan(0);
      }
    }),
  );
});

test("the slope is the change of throughput by a small step", () => {
  fc.assert(
    fc.property(anyLaw, fc.double({ min: 1, max: 1_000, noNaN: true }), (law, agents) => {
      const step = agents * 1e-5;
      const change = (throughputAt(law, agents + step) - throughputAt(law, agents - step)) / (2 * step);
      expect(Math.abs(marginalGain(law, agents) - change)).toBeLessThan(1e-6 * law.lambda);
    }),
  );
});
