// Sessions of one configuration become a trend: what counts, what is offered, and where the level changed and with what.
import { expect, test } from "vitest";
import { realisticResult } from "../../results/fixtures/realistic-result.ts";
import { timeScaled } from "../../results/fixtures/time-scaled.ts";
import type { Result } from "../../results/format/result.ts";
import { configurationOf, figureTrend, trendChoices, type TrendSession, trendSession } from "./sessions.ts";
import { changeText, trendSentence } from "./trend-words.ts";

const base = realisticResult({ seed: 5, repeats: 5 });

interface About {
  readonly n: number;
  readonly by?: number;
  readonly browser?: string;
}

function result({ n, by = 1, browser = "Chromium 156" }: About): Result {
  const samples = base.samples.map((sample) => timeScaled(sample, by));
  const createdAt = `2026-11-${String(n + 1).padStart(2, "0")}T08:00:00.000Z`;
  return { ...base, id: `s${n}`, createdAt, samples, environment: { ...base.environment, browser } };
}

/** Twelve sessions, the last four 20 % slower and in another browser. */
const sessions = Array.from({ length: 12 }, (_, n) =>
  trendSession(result(n < 8 ? { n } : { n, by: 1.25, browser: "Chromium 157" })),
);

function main(of: readonly TrendSession[] = sessions) {
  const [choice] = trendChoices(of);
  const trend = choice === undefined ? null : figureTrend(of, choice);
  return trend ?? expect.fail("there is no trend");
}

test("the first figure offered is the throughput at the last point", () => {
  const [first, ...others] = trendChoices(sessions);
  expect(first?.label).toMatch(/^throughput, \d+ agents$/);
  expect(others.length).toBeGreaterThan(5);
  expect(new Set(others.map(({ label }) => label)).size).toBe(others.length);
});

test("a change is told with its size, its session and the browser that came with it", () => {
  const trend = main();
  expect(trend.changes).toMatchObject([{ at: 8, along: "Chromium 156 → Chromium 157" }]);
  const [change] = trend.changes;
  expect(change?.change).toBeCloseTo(-0.2, 2);
  expect(change === undefined ? "" : changeText(trend, change)).toMatch(/^−20\.0% from the session of 9 Nov 2026/);
  expect(trendSentence(trend)).toContain("1 change over 12 sessions");
});

test("a useless session is left out, and the others keep their places", () => {
  const disturbed = sessions.map((session, n) => (n === 2 ? { ...session, quality: "useless" as const } : session));
  const trend = main(disturbed);
  expect(trend.points[2]).toMatchObject({ value: null, leftOut: "the machine was useless" });
  expect(trend.changes.map(({ at }) => at)).toEqual([8]);
});

test("few sessions say from how many on changes are told", () => {
  expect(trendSentence(main(sessions.slice(0, 4)))).toContain("4 sessions: changes are told from 6 on.");
  expect(trendChoices(sessions.slice(0, 2))).toEqual([]);
});

test("browser and engine may differ between sessions of a configuration, settings and cores not", () => {
  const configuration = configurationOf(result({ n: 1 }));
  expect(configurationOf(result({ n: 2, browser: "Firefox 153" }))).toBe(configuration);
  const other = { ...base, environment: { ...base.environment, hardwareConcurrency: 64 } };
  expect(configurationOf(other)).not.toBe(configuration);
  expect(configurationOf({ ...base, settings: { ...base.settings, topology: "none" } })).not.toBe(configuration);
});
