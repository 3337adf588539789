// A badge keeps its size and stays text, whatever the trend is called.
import fc from "fast-check";
import { expect, test } from "vitest";
import { BADGE_SIZE, trendBadge } from "./badge.ts";
import type { FigureTrend, TrendSession } from "./sessions.ts";

function session(n: number): TrendSession {
  const createdAt = new Date(Date.UTC(2026, 10, n + 1)).toISOString();
  return { id: `s${n}`, createdAt, browser: "Chromium 156", quality: "steady", figures: new Map() };
}

function trend(
  values: readonly (number | null)[],
  label = "throughput, 20 agents",
  change: number | null = -0.15,
): FigureTrend {
  const metric = { id: "throughput", label: "throughput", unit: "op/s", better: "higher" } as const;
  return {
    choice: { key: "k", label, metric },
    points: values.map((value, n) => ({
      session: session(n),
      value,
      leftOut: value === null ? "it is useless" : null,
    })),
    levels: [{ from: 0, to: values.length, level: 18_234 }],
    floor: 0.05,
    changes: change === null ? [] : [{ at: 1, change, along: null }],
  };
}

test("it says the figure, its level and what changed last, with a mark beside the colour", () => {
  const svg = trendBadge(trend([20_000, 17_000, null, 17_100]));
  expect(svg).toContain(">throughput, 20 agents<");
  expect(svg).toContain(">18,200 op/s<");
  expect(svg).toContain(">▼ −15.0% since 2026-11-02<");
  expect(trendBadge(trend([1, 2, 3], "x", null))).toContain("● no change over 3 sessions");
});

test("text stays text, and everything lies inside, whatever the label and the values", () => {
  const value = fc.option(fc.double({ min: 1e-9, max: 1e12, noNaN: true }));
  const label = fc.oneof(fc.string({ unit: "binary" }), fc.constant('"><script>alert(1)</script>'));
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), label, (values, name) => {
      const svg = trendBadge(trend(values, name));
      expect(
        svg.match(/<[a-z/]+/g)?.filter((tag) => !/^<\/?(?:svg|title|rect|text|line|polyline)?$/.test(tag)),
      ).toEqual([]);
      expect(svg.length).toBeLessThan(4_000);
      for (const [, points = ""] of svg.matchAll(/points="([^"]*)"/g)) {
        for (const pair of points.split(" ").filter(Boolean)) {
          const [x = -1, y = -1] = pair.split(",").map(Number);
          expect(x >= 0 && x <= BADGE_SIZE.width && y >= 0 && y <= BADGE_SIZE.height).toBe(true);
        }
      }
    }),
  );
});
