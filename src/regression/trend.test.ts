// A trend without a change shows none, and a step of 15 % is found where it is; the rates are those that docs/methodology.md states.
import { expect, test } from "vitest";
import { seededRandom } from "../results/fixtures/realistic-result.ts";
import { LEAST_NOISE } from "./noise-floor.ts";
import { CHANGES_SESSIONS_LEAST, type TrendValue, trendOf } from "./trend.ts";

const SEEDS = Array.from({ length: 100 }, (_, seed) => seed);
const STEP = 0.85;

interface Made {
  readonly seed: number;
  readonly count: number;
  /** Of sessions, and of trials inside them, in logarithms. */
  readonly noise: number;
  readonly ofTrials?: number;
  /** The first session of the new level. */
  readonly stepAt?: number;
}

function made({ seed, count, noise, ofTrials = noise, stepAt = count }: Made): readonly TrendValue[] {
  const random = seededRandom(seed * 7_919 + count);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Array.from({ length: count }, (_, n) => ({
    value: 1_000 * Math.exp(noise * normal()) * (n >= stepAt ? STEP : 1),
    deviation: ofTrials,
  }));
}

function changesOf(sessions: readonly TrendValue[]): readonly number[] {
  return (trendOf(sessions)?.levels ?? []).slice(1).map(({ from }) => from);
}

test.each([
  [6, 0.04, 0.04],
  [20, 0.02, 0.02],
  [40, 0.04, 0.04],
  // Sessions stray four times as far as their trials tell.
  [10, 0.04, 0.01],
  [20, 0.04, 0.01],
])(
  "%i sessions without a change show none in at least 95 of 100 series (noise %d, trials %d)",
  (count, noise, ofTrials) => {
    const alarms = SEEDS.filter((seed) => changesOf(made({ seed, count, noise, ofTrials })).length > 0);
    expect(alarms.length).toBeLessThanOrEqual(5);
  },
);

test.each([
  [10, 0.02],
  [20, 0.02],
  [20, 0.03],
  [40, 0.04],
])("a step of 15 %% in the middle of %i sessions is found within one session (noise %d)", (count, noise) => {
  const stepAt = count / 2;
  const found = SEEDS.filter((seed) =>
    changesOf(made({ seed, count, noise, stepAt })).some((at) => Math.abs(at - stepAt) <= 1),
  );
  expect(found.length).toBeGreaterThanOrEqual(95);
});

test("a step is found two sessions after it came, and one session alone is none", () => {
  const after = (more: number) => changesOf(made({ seed: 3, count: 12 + more, noise: 0.01, stepAt: 12 }));
  expect(after(1)).toEqual([]);
  expect(after(2)).toEqual([12]);
});

test("a change that is smaller than any measurement is good for is none, however certain", () => {
  const sessions = Array.from({ length: 40 }, (_, n) => ({
    value: n < 20 ? 1_000 : 1_000 * Math.exp(LEAST_NOISE * 0.9),
    deviation: 0,
  }));
  expect(changesOf(sessions)).toEqual([]);
});

test("levels hold every session once, and each is the median of its own", () => {
  const levels = trendOf(made({ seed: 1, count: 20, noise: 0.02, stepAt: 10 }))?.levels ?? [];
  expect(levels.map(({ from, to }) => [from, to])).toEqual([
    [0, 10],
    [10, 20],
  ]);
  expect((levels[1]?.level ?? 0) / (levels[0]?.level ?? 1)).toBeCloseTo(STEP, 1);
});

test("of two sessions there is no trend, and under six no change is claimed", () => {
  expect(trendOf(made({ seed: 1, count: 2, noise: 0.02 }))).toBeNull();
  const few = made({ seed: 1, count: CHANGES_SESSIONS_LEAST - 1, noise: 0.01, stepAt: 2 });
  expect(trendOf(few)?.levels).toHaveLength(1);
});
