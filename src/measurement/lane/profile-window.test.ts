// A profiled lane on a clock that only work moves: what each phase took, what probes cost, and which spans are noted.
import { expect, test } from "vitest";
import { once, type OpPart, repeatable } from "../../workloads/op-parts.ts";
import type { Participant } from "../../workloads/workload.ts";
import { FakeClock, fakeGroup, fakeLink, fakeParticipant } from "../fixtures/fake-clock.ts";
import { SPAN_KINDS, SPAN_NUMBERS } from "./profile-phases.ts";
import type { ProfileOrder } from "./profile-order.ts";
import { runProfile } from "./profile-window.ts";

/** Each look at the clock takes this long, so that its step is so large too. */
const LOOK_MS = 0.01;
const TIMES = { observe: 0.002, states: 0.4, policies: 1.5, act: 0.05, move: 0.001 } as const;

const order: ProfileOrder = {
  durationMs: 600,
  blockRounds: 2,
  sliceMs: 20,
  repeatAgents: 1,
  traceRounds: 6,
  traceEvery: 2,
  spansMost: 100,
  cache: null,
};
const bytes = { model: 1, scratch: 2, beliefs: 3, published: 4, cache: 5, links: 6 };

function agentOn(clock: FakeClock): Participant {
  const parts: readonly OpPart[] = [
    once("observe", () => clock.pass(TIMES.move)),
    repeatable("observe", () => clock.pass(TIMES.observe)),
    repeatable("infer-states", () => clock.pass(TIMES.states)),
    repeatable("infer-policies", () => clock.pass(TIMES.policies)),
    repeatable("act", () => clock.pass(TIMES.act)),
  ];
  return {
    posterior: new Float64Array([0.25, 0.75]),
    heard: new Float64Array(2),
    bytes: 32,
    step: () => parts.forEach(({ run }) => run()),
    parts: () => parts,
  };
}

function profiled(agents: number, over: Partial<ProfileOrder> = {}, isLinked = false) {
  const clock = new FakeClock(LOOK_MS);
  const group = fakeGroup(Array.from({ length: agents }, () => agentOn(clock)));
  const link = isLinked ? fakeLink(clock, agents, { exchangeMs: 3, carryMs: 0, finishMs: 2 }) : null;
  const share = { firstAgent: 0, agents };
  return runProfile({ order: { ...order, ...over }, group, repeating: group, share, link, startAtMs: 1, clock, bytes });
}

test("E4: blocks with and without probes take turns in one run, and probed ones cost their looks at the clock", async () => {
  const { pairs, stampMs } = await profiled(3);
  expect(stampMs).toBeCloseTo(LOOK_MS, 6);
  expect(pairs.length % 2).toBe(0);
  const opMs = Object.values(TIMES).reduce((sum, ms) => sum + ms, 0);
  for (const { plainOps, plainMs, probedOps, probedMs } of pairs) {
    expect([plainOps, probedOps]).toEqual([6, 6]);
    // The looks that end a block, and that a round of probes begins with, come to the looks of its ops.
    expect(plainMs / plainOps).toBeCloseTo(opMs, 1);
    expect((probedMs - plainMs) / probedOps).toBeGreaterThan(4 * LOOK_MS - 1e-6);
    expect((probedMs - plainMs) / probedOps).toBeLessThan(5 * LOOK_MS);
  }
});

test("E4: what is shorter than ten steps of the clock is repeated until a batch is as long, and then known exactly", async () => {
  const { segments, timerStepUs } = await profiled(2);
  expect(timerStepUs).toBe(10);
  const by = new Map(segments.map((segment) => [segment.phase, segment]));
  const observe = by.get("observe") ?? expect.fail("no observe");
  expect(observe.batch).toBeGreaterThanOrEqual(32);
  // A look at the clock ends the batch, and is spread over it.
  expect(observe.repeatedMs).toBeCloseTo(TIMES.observe, 3);
  expect(by.get("infer-policies")?.batch).toBe(2);
  const states = by.get("infer-states") ?? expect.fail("no infer-states");
  expect(states.blockMs[0]).toBeCloseTo(TIMES.states + LOOK_MS, 6);
});

test("E2: an op's span comes before its phases, which fill it to the last step of the clock", async () => {
  const { spans } = await profiled(2);
  const rows = Array.from({ length: spans.length / SPAN_NUMBERS }, (_, at) => {
    const [kind = 0, agent = 0, start = 0, ms = 0] = spans.subarray(at * SPAN_NUMBERS, (at + 1) * SPAN_NUMBERS);
    return { kind: SPAN_KINDS[kind], agent, start, ms };
  });
  const ops = rows.flatMap((row, at) => (row.kind === "op" ? [at] : []));
  // Three of six rounds, two agents each.
  expect(ops).toHaveLength(6);
  for (const at of ops) {
    const phases = rows.slice(at + 1, at + 5);
    expect(phases.map(({ kind }) => kind)).toEqual(["observe", "infer-states", "infer-policies", "act"]);
    expect(phases[0]?.start).toBe(rows[at]?.start);
    expect(phases.reduce((sum, { ms }) => sum + ms, 0)).toBeCloseTo(rows[at]?.ms ?? 0, 9);
  }
});

test("E3: an op for which there is no room is left out whole", async () => {
  const { spans } = await profiled(2, { spansMost: 12 });
  expect(spans.length / SPAN_NUMBERS).toBe(10);
});

test("E5: in rounds waiting is told from working, and reading what others sent is a phase of its own", async () => {
  const { segments, spans } = await profiled(2, { durationMs: 60 }, true);
  const by = new Map(segments.map((segment) => [segment.phase, segment]));
  expect(segments.map(({ phase }) => phase)).toEqual([
    "observe",
    "infer-states",
    "infer-policies",
    "act",
    "publish",
    "fuse",
    "wait",
  ]);
  const wait = by.get("wait") ?? expect.fail("no wait");
  expect(2 * (wait.blockMs[0] ?? 0)).toBeCloseTo(5 + 2 * LOOK_MS, 6);
  expect(wait.repeatedMs).toBeNull();
  const kinds = Array.from(
    { length: spans.length / SPAN_NUMBERS },
    (_, at) => SPAN_KINDS[spans[at * SPAN_NUMBERS] ?? 0],
  );
  expect(kinds.slice(-3)).toEqual(["wait", "fuse", "wait"]);
});

test("agents whose op was never taken apart are refused", async () => {
  const clock = new FakeClock(LOOK_MS);
  const whole = fakeParticipant(clock, () => 1);
  const group = fakeGroup([whole]);
  const lane = { order, group, repeating: group, share: { firstAgent: 0, agents: 1 }, link: null, clock, bytes };
  await expect(runProfile({ ...lane, startAtMs: 1 })).rejects.toThrow("never taken apart");
});
