// What lanes reported becomes a record: each phase by the method that the clock allows, without what its probes cost.
import { expect, test } from "vitest";
import type { ProfileReport, SegmentReport } from "../measurement/lane/profile-order.ts";
import { profileOrder, profileSetup } from "./asked.ts";
import { profileDefaults, shownFields, profileRefusal } from "./profile-fields.ts";
import { measuredOf } from "./record-of.ts";
import { SPANS_MOST, spansOf } from "./spans.ts";

const bytes = { model: 10, scratch: 20, beliefs: 30, published: 40, cache: 50, links: 60 };

function reportWith(segments: readonly SegmentReport[], over: Partial<ProfileReport> = {}): ProfileReport {
  const pairs = Array.from({ length: 8 }, () => ({ plainOps: 100, plainMs: 20, probedOps: 100, probedMs: 22 }));
  return {
    elapsedMs: 400,
    agents: 5,
    pairs,
    segments,
    stampMs: 0.001,
    plainLooks: 0,
    timerStepUs: 5,
    spans: new Float64Array(),
    traceStartMs: 1_000,
    traceMs: 10,
    bytes,
    ...over,
  };
}

/** A segment of each of the 800 probed ops. */
function segment(phase: SegmentReport["phase"], eachMs: number, repeatedMs: number | null): SegmentReport {
  return {
    phase,
    blockMs: Array.from({ length: 8 }, () => eachMs),
    stamps: 800,
    repeatedMs,
    batch: repeatedMs === null ? 0 : 64,
  };
}

test("E4: a phase of ten timer steps or more is taken from single looks, a shorter one from batches", () => {
  const { phases, opUs } = measuredOf([
    reportWith([segment("infer-policies", 0.151, 0.2), segment("act", 0.004, 0.002), segment("cache", 0.003, null)]),
  ]);
  expect(opUs).toBeCloseTo(200, 9);
  const by = new Map(phases.map((phase) => [phase.phase, phase]));
  // Of single looks the look itself is taken off.
  expect(by.get("infer-policies")).toMatchObject({ method: "stamps", batch: 0 });
  expect(by.get("infer-policies")?.perOpUs).toBeCloseTo(150, 6);
  expect(by.get("act")).toMatchObject({ method: "repetition", batch: 64 });
  expect(by.get("act")?.perOpUs).toBeCloseTo(2, 6);
  expect(by.get("cache")?.method).toBe("coarse");
  expect(by.get("act")?.probeUs).toBeCloseTo(1, 6);
});

test("E4: parts of one phase in two places are put together, and what of them is repeated is said", () => {
  const { phases } = measuredOf([
    reportWith([segment("cache", 0.004, 0.002), segment("act", 0.1, null), segment("cache", 0.101, null)]),
  ]);
  const cache = phases.find(({ phase }) => phase === "cache");
  expect(cache).toMatchObject({ method: "both", batch: 64 });
  expect(cache?.perOpUs).toBeCloseTo(102, 6);
});

test("E4: the cost of probes is the median over pairs, with its interval", () => {
  const { probes } = measuredOf([reportWith([segment("act", 0.1, null)])]);
  expect(probes.pairs).toBe(8);
  expect(probes.change).toBeCloseTo(0.1, 9);
  expect(probes.interval?.kind).toBe("confidence");
});

test("E4: the few looks that blocks without probes have are taken off the whole", () => {
  expect(measuredOf([reportWith([], { plainLooks: 4 })]).opUs).toBeCloseTo(196, 9);
});

test("a part of a round is spread over the ops of the round, and workers count by their ops", () => {
  const wait = { phase: "wait", blockMs: [0.501, 0.501, 9], stamps: 160, repeatedMs: null, batch: 0 } as const;
  const { phases, workers, bytes: sum } = measuredOf([reportWith([wait]), reportWith([wait])]);
  expect(phases[0]?.perOpUs).toBeCloseTo((500 * 160) / 800, 6);
  expect(workers).toEqual([
    { agents: 5, ops: 800 },
    { agents: 5, ops: 800 },
  ]);
  expect(sum.links).toBe(120);
});

test("E3: so many rounds are noted that the spans of all workers stay under their limit, whole rounds at a time", () => {
  const machine = { cores: 2, poolWorkers: 2, canShareMemory: true };
  for (const agents of [1, 10, 200]) {
    const settings = { ...profileDefaults, component: "coordination", agents } as const;
    const order = profileOrder(settings, profileSetup(settings, machine), 2_000_000, machine);
    const rounds = Math.ceil(order.traceRounds / order.traceEvery);
    expect(rounds * agents * 9).toBeLessThanOrEqual(SPANS_MOST);
    expect(order.spansMost * Math.min(2, agents)).toBeLessThanOrEqual(SPANS_MOST);
    expect(order.traceEvery).toBeGreaterThan(1);
  }
  expect(
    profileOrder(profileDefaults, { shares: [{ firstAgent: 0, agents: 10 }] }, 20_000, { canShareMemory: false })
      .traceEvery,
  ).toBe(1);
});

test("E2: spans are whole nanoseconds from the first window on, and what touches still touches", () => {
  const spans = Float64Array.of(8, 3, 1_002.5, 0.1, 2, 3, 1_002.5, 0.04, 3, 3, 1_002.54, 0.06);
  const [first, second] = spansOf([reportWith([], { spans }), reportWith([], { spans, traceStartMs: 1_001 })]);
  expect(first?.spans[0]).toEqual({ kind: "op", agent: 3, startNs: 2_500_000, durationNs: 100_000 });
  const [, states, policies] = first?.spans ?? [];
  expect((states?.startNs ?? 0) + (states?.durationNs ?? 0)).toBe(policies?.startNs);
  expect(second?.spans[0]?.startNs).toBe(2_500_000);
});

test("the form shows what changes something, and too many workers are refused with the way out", () => {
  expect(shownFields(profileDefaults)).not.toContain("topology");
  expect(shownFields({ ...profileDefaults, component: "coordination", workload: "t-maze" })).toEqual(
    expect.arrayContaining(["topology", "transport"]),
  );
  expect(shownFields({ ...profileDefaults, workload: "t-maze", placement: "single-lane" })).not.toContain("gridSize");
  expect(profileRefusal({ placement: "worker-per-agent", agents: 500 })).toContain("choose the placement pool");
  expect(profileRefusal(profileDefaults)).toBeNull();
});
