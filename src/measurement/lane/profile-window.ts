// A profiled lane: blocks of rounds with and without probes and slices of repeated parts in turn, then a short window whose spans are noted.
import type { Group } from "../../workloads/group.ts";
import { repeatable } from "../../workloads/op-parts.ts";
import type { AgentBlock } from "../../workloads/hearing.ts";
import { type LaneClock, spinUntil, timerStepUs } from "./lane-clock.ts";
import { runSegment, type Segment, segmentsOf } from "./op-segments.ts";
import { ProbedTimes, stampCostMs } from "./probed-times.ts";
import type { OwnedBytes, ProbePair, ProfileOrder, ProfileReport } from "./profile-order.ts";
import { Repeater } from "./repetition.ts";
import type { RoundLink } from "./round-link.ts";
import { SpanLog } from "./span-log.ts";

export interface ProfiledLane {
  readonly order: ProfileOrder;
  readonly group: Group;
  /** Agents of the same workload whose parts are repeated. They may be the group itself, where it has enough. */
  readonly repeating: Group;
  readonly share: AgentBlock;
  /** Null where nobody hears anybody. */
  readonly link: RoundLink | null;
  readonly startAtMs: number;
  readonly clock: LaneClock;
  readonly bytes: OwnedBytes;
}

/** Nothing of an op: what rounds without probes call. */
const NO_SPANS = new SpanLog(0);

class Rounds {
  readonly segments: readonly (readonly Segment[])[];
  /** Those of the agents whose parts are repeated. */
  readonly repeating: readonly (readonly Segment[])[];
  readonly ofRound: readonly Segment[];
  readonly times: ProbedTimes;
  readonly #group: Group;
  readonly #link: RoundLink | null;
  readonly #clock: LaneClock;
  readonly #firstAgent: number;
  readonly #carry: readonly (() => void)[];

  constructor({ group, repeating, share, link, clock }: ProfiledLane) {
    this.#group = group;
    this.#link = link;
    this.#clock = clock;
    this.#firstAgent = share.firstAgent;
    const { messageLength, posteriors, agents } = group;
    this.#carry = Array.from({ length: link === null ? 0 : agents }, (_, agent) => {
      const row = posteriors.subarray(agent * messageLength, (agent + 1) * messageLength);
      const at = (share.firstAgent + agent) * messageLength;
      return () => link?.messages.set(row, at);
    });
    this.segments = this.#segmentsOf(group);
    this.repeating = repeating === group ? this.segments : this.#segmentsOf(repeating);
    const hear = (): void => void (link === null ? 0 : group.hear(link.messages));
    this.ofRound = link === null ? [] : [{ phase: "fuse", all: [hear], repeated: [hear] }];
    this.times = new ProbedTimes(this.segments[0] ?? [], link !== null);
  }

  #segmentsOf(of: Group): readonly (readonly Segment[])[] {
    return Array.from({ length: of.agents }, (_, agent) => {
      const parts = of.partsOf(agent);
      const carry = this.#carry[agent % Math.max(1, this.#carry.length)];
      if (parts.length === 0) throw new Error("These agents cannot be profiled: their op was never taken apart.");
      const publish = carry === undefined ? [] : [repeatable("publish", carry)];
      return segmentsOf([...parts, ...publish]);
    });
  }

  /** A round as it is without a profiler, but for looks around what it waits for: probes of others would make that longer. @param last whether it is the last, where this lane decides */
  async plain(last: boolean): Promise<void> {
    const group = this.#group;
    const link = this.#link;
    if (link === null) {
      group.step(0, group.agents);
      return;
    }
    for (let agent = 0; agent < group.agents; agent += 1) {
      group.step(agent, agent + 1);
      this.#carry[agent]?.();
    }
    const { times } = this;
    const clock = this.#clock;
    const acted = clock.now();
    const exchange = link.exchange();
    if (exchange !== undefined) await exchange;
    times.addWait(clock.now() - acted);
    group.hear(link.messages);
    const read = clock.now();
    const finish = link.finish(last);
    if (finish !== undefined) await finish;
    times.addWait(clock.now() - read);
  }

  /** The same with a look at the clock behind each segment. */
  async probed(last: boolean, spans: SpanLog): Promise<void> {
    const { times } = this;
    const clock = this.#clock;
    const group = this.#group;
    const link = this.#link;
    let before = clock.now();
    for (let agent = 0; agent < group.agents; agent += 1) {
      const segments = this.segments[agent] ?? [];
      const number = this.#firstAgent + agent;
      const op = spans.open(number, before, segments.length + 1);
      for (let at = 0; at < segments.length; at += 1) {
        const segment = segments[at];
        if (segment === undefined) continue;
        runSegment(segment);
        const now = clock.now();
        times.add(at, now - before);
        spans.add(segment.phase, number, before, now);
        before = now;
      }
      spans.close(op, before);
    }
    if (link === null) return;
    const exchange = link.exchange();
    if (exchange !== undefined) await exchange;
    const received = clock.now();
    spans.add("wait", -1, before, received);
    group.hear(link.messages);
    const read = clock.now();
    times.addFuse(read - received);
    spans.add("fuse", -1, received, read);
    const finish = link.finish(last);
    if (finish !== undefined) await finish;
    spans.add("wait", -1, read, clock.now());
  }
}

/** Blocks of each kind that are discarded, so that compiling falls into none that counts. Every lane runs as many. */
const WARM_PAIRS = 8;
/** Looks at the clock in a round without probes, where there is somebody to wait for. */
const PLAIN_LOOKS = 4;
const WARM_SPANS = 10_000;

async function warm({ order: { blockRounds } }: ProfiledLane, rounds: Rounds): Promise<void> {
  const spans = new SpanLog(WARM_SPANS);
  for (let round = 0; round < WARM_PAIRS * blockRounds; round += 1) {
    await rounds.plain(false);
    await rounds.probed(false, round % 2 === 0 ? NO_SPANS : spans);
  }
  rounds.times.endBlock(false);
}

/** Blocks in turn, plain first and probed first in turn, and a slice of repetition behind each two, until the time is over; linked lanes end together. */
async function runPairs(
  { order, group, link, clock, startAtMs }: ProfiledLane,
  rounds: Rounds,
  repeater: Repeater,
): Promise<ProbePair[]> {
  const { blockRounds, durationMs, sliceMs } = order;
  const pairs: ProbePair[] = [];
  const ops = blockRounds * group.agents;
  const block = async (isProbed: boolean, endsPairs: boolean): Promise<number> => {
    const began = clock.now();
    for (let round = 1; round <= blockRounds; round += 1) {
      const last = endsPairs && round === blockRounds && clock.now() >= startAtMs + durationMs;
      if (isProbed) await rounds.probed(last, NO_SPANS);
      else await rounds.plain(last);
    }
    const ms = clock.now() - began;
    // What is waited for is timed in blocks without probes, all else in the others.
    rounds.times.endBlock(true);
    return ms;
  };
  for (;;) {
    const isPlainFirst = pairs.length % 2 === 0;
    const first = await block(!isPlainFirst, false);
    const second = await block(isPlainFirst, !isPlainFirst);
    const [plainMs, probedMs] = isPlainFirst ? [first, second] : [second, first];
    pairs.push({ plainOps: ops, plainMs, probedOps: ops, probedMs });
    const isOver = link === null ? !isPlainFirst && clock.now() >= startAtMs + durationMs : link.isLast;
    if (isOver) return pairs;
    repeater.slice(sliceMs);
    // Slices end when they end: linked lanes meet again before the next block begins.
    if (link !== null) await rounds.plain(false);
    rounds.times.endBlock(false);
  }
}

/** Rounds of which one of so many is noted, whole; the others run without probes. */
async function runTrace({ order, clock }: ProfiledLane, rounds: Rounds, spans: SpanLog): Promise<number> {
  const began = clock.now();
  for (let round = 0; round < order.traceRounds; round += 1) {
    const last = round === order.traceRounds - 1;
    if (round % order.traceEvery === 0) await rounds.probed(last, spans);
    else await rounds.plain(last);
  }
  return clock.now() - began;
}

/** Profiles the agents of one lane. Throws where they have no parts. */
export async function runProfile(lane: ProfiledLane): Promise<ProfileReport> {
  const { order, group, link, clock, startAtMs, bytes } = lane;
  const rounds = new Rounds(lane);
  const step = timerStepUs(clock);
  const stampMs = stampCostMs(clock);
  spinUntil(clock, startAtMs);
  await warm(lane, rounds);
  const { repeating: agents, ofRound } = rounds;
  const repeater = new Repeater({ agents, ofRound, timerStepUs: step, clock });
  const pairs = await runPairs(lane, rounds, repeater);
  const repeated = repeater.results;
  const { stamped } = rounds.times;
  const spans = new SpanLog(order.spansMost);
  const traceStartMs = clock.now();
  const traceMs = await runTrace(lane, rounds, spans);
  return {
    elapsedMs: clock.now() - startAtMs,
    agents: group.agents,
    pairs,
    segments: stamped.map((one, at) => {
      const { ms = null, batch = 0 } = one.phase === "wait" ? {} : (repeated[at] ?? {});
      return { ...one, repeatedMs: ms, batch };
    }),
    stampMs,
    plainLooks: link === null ? 0 : PLAIN_LOOKS / group.agents,
    timerStepUs: step,
    spans: spans.take(),
    traceStartMs,
    traceMs,
    bytes,
  };
}
