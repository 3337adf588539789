// Constant memory over a day, figures of intervals apart from those of the whole run, and no spike lost in a drawing.
import fc from "fast-check";
import { expect, test } from "vitest";
import { drawn } from "./drawn.ts";
import { slotAt } from "./fixtures/slots.ts";
import { History, TIERS } from "./history.ts";
import { BUCKETS, sparseOf } from "./histogram.ts";
import { METRICS } from "./metrics.ts";
import type { Slot } from "./slot.ts";
import { intervalFigure, shownTime, sinceStart } from "./tile.ts";

const basis = { soloOpsPerSecond: 1_000, cores: 2 };
const DAY_SLOTS = 43_200;

function historyOf(slots: readonly Slot[]): History {
  const history = new History(basis);
  for (const slot of slots) history.push(slot);
  return history;
}

test("A3: a day takes the same bytes as its first slot, and they are what the tiers say", () => {
  const history = historyOf([slotAt(0)]);
  const before = history.bytes;
  for (let n = 1; n <= DAY_SLOTS; n += 1) history.push(slotAt(n));
  const slots = TIERS.reduce((sum, { capacity }) => sum + capacity, 0);
  expect(history.bytes).toBe(before);
  expect(before).toBe(slots * (16 + METRICS.length * 32 + BUCKETS * 4) + BUCKETS * 8);
  const all = history.spreads("throughput", 0, Infinity);
  expect(all[0]?.fromMs).toBeLessThanOrEqual(120_000);
  expect(all.at(-1)?.toMs).toBe((DAY_SLOTS + 1) * 2_000);
});

test("A4: a spike of one slot anywhere in a day is in the drawn points, at most two for each pixel", () => {
  const slots = DAY_SLOTS;
  const plain = Array.from({ length: slots }, (_, n) => slotAt(n));
  fc.assert(
    fc.property(
      fc.nat({ max: slots - 1 }),
      fc.integer({ min: 50, max: 1_500 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (at, width, zoom) => {
        const history = historyOf(plain.with(at, slotAt(at, { ops: 40_000 })));
        const end = slots * 2_000;
        const fromMs = zoom * at * 2_000 * 0.9;
        const line = drawn(history.spreads("throughput", fromMs, end), fromMs, end, width);
        expect(line.y).toContain(20_000);
        expect(line.y.length).toBeLessThanOrEqual(2 * width);
        expect([...line.x].every((x, n) => n === 0 || x >= (line.x[n - 1] ?? 0))).toBe(true);
      },
    ),
    { numRuns: 4 },
  );
}, 120_000);

test("A6: a pause is a gap in the line, and never zero", () => {
  const history = historyOf([slotAt(0), slotAt(1), slotAt(60), slotAt(61)]);
  const line = drawn(history.spreads("throughput", 0, 130_000), 0, 130_000, 400);
  expect(line.y.filter((value) => value === null)).toHaveLength(1);
  expect(line.y).not.toContain(0);
  expect(sinceStart(history, "throughput")).toBe(200);
});

test("A1: a tile says its window and age, and turns stale rather than 0 once its feed stops", () => {
  const history = historyOf([slotAt(0), slotAt(1)]);
  expect(intervalFigure(new History(basis), "throughput", 0)).toEqual({ state: "none" });
  expect(intervalFigure(history, "throughput", 4_500)).toEqual({
    state: "fresh",
    value: 200,
    windowMs: 2_000,
    ageMs: 500,
  });
  expect(intervalFigure(history, "throughput", 9_000)).toMatchObject({ state: "stale", value: 200 });
  expect(intervalFigure(history, "efficiency", 4_500)).toEqual({ state: "none" });
});

test("A1: the shown time stands at the end of the newest interval until its tiles are stale, and then goes on", () => {
  const history = historyOf([slotAt(0), slotAt(1)]);
  expect(shownTime(new History(basis), 700)).toBe(700);
  for (const nowMs of [4_000, 5_300, 8_000, 8_001, 12_000]) {
    const atMs = shownTime(history, nowMs);
    expect(atMs).toBe(nowMs <= 8_000 ? 4_000 : nowMs);
    expect(intervalFigure(history, "throughput", atMs).state).toBe(intervalFigure(history, "throughput", nowMs).state);
  }
});

test("A2: figures of an interval and since the start are apart, the latter from all ops", () => {
  const history = historyOf([slotAt(0, {}, [100]), slotAt(1, {}, [1_000])]);
  const last = intervalFigure(history, "p95", 4_000);
  expect(last.state === "none" ? null : last.value).toBe(1_007);
  expect(sinceStart(history, "p50")).toBe(101);
  expect(sinceStart(history, "late")).toBe(0.01);
});

test("memory that is read once a minute is as fresh as that, and lost ops are errors", () => {
  const history = historyOf([
    slotAt(0, { workerBytes: 5_000_000 }),
    slotAt(1),
    slotAt(2, { ops: 0, failed: 400, latency: [] }),
  ]);
  expect(intervalFigure(history, "memory-per-agent", 6_000)).toMatchObject({ state: "fresh", value: 500_000 });
  expect(history.last?.values.errors).toBe(1);
  expect(history.last?.values.p95).toBeNull();
});

test("coordination efficiency is of a load without a rate: throughput over what the cores could give", () => {
  const history = historyOf([slotAt(0, { offered: null, ops: 3_000 })]);
  expect(history.last?.values.efficiency).toBe(0.75);
});

const PERCENTS = [0.5, 0.9, 0.95, 0.99, 0.999, 1];

test("A2: percentiles of a stretch are those of all its ops, and of the whole run bit for bit those since the start", () => {
  const one = fc.record({
    us: fc.array(fc.integer({ min: 1, max: 5_000_000 }), { minLength: 1, maxLength: 3 }),
    gapMs: fc.integer({ min: 1, max: 40_000 }),
  });
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 900 }), fc.nat(899), (slots, at) => {
      const history = new History(basis);
      let atMs = 0;
      const starts: number[] = [];
      for (const { us, gapMs } of slots) {
        history.push(slotAt(0, { atMs, latency: sparseOf([us.flatMap((one) => [one, 1])]) }));
        starts.push(atMs);
        atMs += 2_000 + gapMs;
      }
      const whole = history.stretch(0, Infinity);
      expect(PERCENTS.map((share) => whole?.percentile(share))).toEqual(
        PERCENTS.map((share) => history.percentileSinceStart(share)),
      );
      const from = starts[at] ?? 0;
      const part = history.stretch(from, Infinity);
      if (part?.intervalMs !== 2_000) return;
      const own = slots.slice(starts.findIndex((start) => start >= part.fromMs)).flatMap(({ us }) => us);
      expect(part.ops).toBe(own.length);
    }),
    { numRuns: 30 },
  );
});

test("A2: a stretch of hours ago says how coarse its intervals are, and one without any is none", () => {
  const history = new History(basis);
  for (let n = 0; n < 8_000; n += 1) history.push(slotAt(n, {}, [n < 300 ? 5_000 : 100]));
  expect(history.stretch(0, 600_000)).toMatchObject({ fromMs: 0, toMs: 600_000, intervalMs: 120_000, ops: 120_000 });
  expect(history.stretch(0, 600_000)?.percentile(0.5)).toBeGreaterThanOrEqual(5_000);
  expect(history.stretch(600_000, 16_000_000)?.percentile(1)).toBe(101);
  expect(history.stretch(15_900_000, 16_000_000)).toMatchObject({ intervalMs: 2_000, ops: 20_000 });
  expect(history.stretch(17_000_000, 18_000_000)).toBeNull();
});
