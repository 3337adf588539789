// A window in which the agents of all lanes follow a protocol: they talk, work, lose messages, crash and come back.
import { PeerGroup } from "../../protocols/peer-group.ts";
import type { Message } from "../../protocols/message.ts";
import type { Faults } from "../../protocols/peer.ts";
import { partiesOf, peerMaker, type ProtocolSettings } from "../../protocols/protocols.ts";
import type { ProtocolReport } from "../../protocols/tally.ts";
import type { Group } from "../../workloads/group.ts";
import type { AgentBlock } from "../../workloads/hearing.ts";
import { type LaneClock, spinUntil } from "./lane-clock.ts";
import { LatencyRecorder } from "./latency-recorder.ts";
import type { Mail } from "./mail.ts";
import type { TransportKind } from "./transport.ts";

/** One window, for all prepared lanes alike. */
export interface ProtocolOrder {
  readonly protocol: ProtocolSettings;
  readonly faults: Faults;
  readonly transport: TransportKind;
  /** Which faults happen, and what agents draw. */
  readonly seed: number;
  readonly durationMs: number;
  /** For how long after it no new rounds begin, and what has begun may end, ms. */
  readonly drainMs: number;
  /** When the last lane throws, ms after the start: what a worker that crashes does. Null where none is to. */
  readonly breaksLaneAtMs: number | null;
}

export interface ProtocolWindow {
  readonly order: ProtocolOrder;
  readonly lane: number;
  /** The agents of each lane. */
  readonly shares: readonly AgentBlock[];
  readonly group: Group;
  /** To the other lanes; null where there is one lane alone. */
  readonly mail: Mail | null;
  /** What agents share beside messages. */
  readonly shared: SharedArrayBuffer | ArrayBuffer | null;
  readonly startAtMs: number;
  readonly clock: LaneClock;
}

/** Numbers of the agents of one lane. Who takes part beside the agents sits on the first. */
function membersOf(shares: readonly AgentBlock[], lane: number, parties: number): number[] {
  const { firstAgent = 0, agents = 0 } = shares[lane] ?? {};
  const own = Array.from({ length: agents }, (_, at) => firstAgent + at);
  const total = shares.reduce((sum, share) => sum + share.agents, 0);
  const beside = Array.from({ length: parties - total }, (_, at) => total + at);
  return lane === 0 ? [...own, ...beside] : own;
}

/** Runs to the end of the order and its drain. */
export async function runProtocol(run: ProtocolWindow): Promise<ProtocolReport> {
  const { order, lane, shares, group, mail, shared, startAtMs, clock } = run;
  const { protocol, faults, seed, durationMs, drainMs, breaksLaneAtMs } = order;
  const total = shares.reduce((sum, { agents }) => sum + agents, 0);
  const parties = partiesOf(protocol, total);
  const firstAgent = shares[lane]?.firstAgent ?? 0;
  const laneOf = new Map(shares.flatMap((_, at) => membersOf(shares, at, parties).map((agent) => [agent, at])));
  const counts = new Map<string, number>();
  const times = new Map<string, LatencyRecorder>();
  let here: Message[] = [];
  spinUntil(clock, startAtMs);
  const make = peerMaker(protocol, parties, shared);
  const peers = new PeerGroup({
    members: membersOf(shares, lane, parties).map((agent) => ({ agent, make })),
    agents: parties,
    seed,
    faults,
    tally: {
      count: (name, by = 1) => counts.set(name, (counts.get(name) ?? 0) + by),
      time(name, ms) {
        const recorder = times.get(name) ?? new LatencyRecorder();
        times.set(name, recorder);
        recorder.record(ms);
      },
    },
    now: () => clock.now(),
    closesAtMs: () => startAtMs + durationMs,
    post(message) {
      const to = laneOf.get(message.to) ?? lane;
      if (to === lane) here.push(message);
      else mail?.post(to, message);
    },
    work: (agent) => group.step(agent - firstAgent, agent - firstAgent + 1),
    forget: (agent) => group.renew(agent - firstAgent),
  });
  const endMs = startAtMs + durationMs + drainMs;
  const breaksAtMs = lane === shares.length - 1 && breaksLaneAtMs !== null ? startAtMs + breaksLaneAtMs : Infinity;
  for (let nowMs = clock.now(); nowMs < endMs; nowMs = clock.now()) {
    if (nowMs >= breaksAtMs) throw new Error(BROKEN_ON_PURPOSE);
    mail?.take((message) => peers.deliver(message));
    const heard = here;
    here = [];
    for (const message of heard) peers.deliver(message);
    const dueMs = Math.min(peers.turn(), endMs, breaksAtMs);
    const untilMs = here.length > 0 ? nowMs : dueMs;
    const wait = mail === null ? clock.sleepUntil(untilMs) : mail.waitUntil(untilMs);
    if (wait !== undefined) await wait;
  }
  mail?.close();
  return {
    counts: Object.fromEntries(counts),
    times: Object.fromEntries([...times].map(([name, recorder]) => [name, recorder.take()])),
    standing: peers.standing(),
    elapsedMs: clock.now() - startAtMs,
  };
}

/** Why a lane ended that was to end. */
export const BROKEN_ON_PURPOSE = "It was ended in the middle of its window, on purpose.";
