// The agents of one lane in a protocol: delivers what they hear, loses and crashes what is to go wrong, and brings agents back.
import type { Random } from "../inference/act.ts";
import { seededRandom } from "../workloads/chance.ts";
import type { Message } from "./message.ts";
import { type Around, type Faults, type Peer, REVIVE } from "./peer.ts";
import type { Standing, Tally } from "./tally.ts";

/** Makes one agent of a protocol. */
export type PeerMaker = (around: Around) => Peer;

export interface PeerGroupSetup {
  /** The agents of this lane, by number. */
  readonly members: readonly { readonly agent: number; readonly make: PeerMaker }[];
  readonly agents: number;
  readonly seed: number;
  readonly faults: Faults;
  readonly tally: Tally;
  /** Milliseconds, the same on all lanes. */
  readonly now: () => number;
  readonly closesAtMs: () => number;
  /** Carries a message to the lane of its receiver. */
  readonly post: (message: Message) => void;
  /** One op of an agent. */
  readonly work: (agent: number) => void;
  /** Takes an agent's beliefs from it. */
  readonly forget: (agent: number) => void;
}

/** Spreads neighbouring agents and seeds apart. */
function streamOf(seed: number, agent: number, stream: number): Random {
  return seededRandom((Math.imul(seed + 1, 0x85ebca6b) + Math.imul(agent + 1, 0x9e3779b1) + stream) | 0);
}

class Member {
  readonly peer: Peer;
  readonly #setup: PeerGroupSetup;
  readonly #agent: number;
  readonly #faults: Random;
  #downSinceMs: number | null = null;

  constructor(setup: PeerGroupSetup, agent: number, make: PeerMaker) {
    this.#setup = setup;
    this.#agent = agent;
    this.#faults = streamOf(setup.seed, agent, 1);
    this.peer = make(this.#around());
  }

  /** When it must be looked after, ms. */
  get dueMs(): number {
    if (this.#downSinceMs === null) return this.peer.wakeAtMs;
    const { downMs } = this.#setup.faults;
    return downMs === null ? Number.POSITIVE_INFINITY : this.#downSinceMs + downMs;
  }

  attend(): void {
    if (this.#downSinceMs === null) this.peer.wake();
    else this.#comeBack(true);
  }

  hear(message: Message): void {
    if (message.kind === REVIVE) this.#revive(message.value === 1);
    else if (this.#downSinceMs === null) this.peer.hear(message);
    else this.#setup.tally.count("unheard");
  }

  #revive(keepsBeliefs: boolean): void {
    const { tally, now } = this.#setup;
    if (this.#downSinceMs === null) tally.count("revived alive");
    else tally.time("noticed", now() - this.#downSinceMs);
    this.#comeBack(keepsBeliefs);
  }

  #comeBack(keepsBeliefs: boolean): void {
    this.#downSinceMs = null;
    this.#setup.tally.count("restarts");
    if (!keepsBeliefs) this.#setup.forget(this.#agent);
    this.peer.restart(keepsBeliefs);
  }

  #crashes(): boolean {
    const { faults, tally, now } = this.#setup;
    if (faults.crash === 0 || this.#faults() >= faults.crash) return false;
    this.#downSinceMs = now();
    tally.count("crashes");
    return true;
  }

  #around(): Around {
    const { agents, seed, tally, faults, now, closesAtMs, post, work } = this.#setup;
    const agent = this.#agent;
    return {
      agent,
      agents,
      random: streamOf(seed, agent, 0),
      tally,
      now,
      closesAtMs,
      isOpen: () => now() < closesAtMs(),
      send: (to, kind, sequence, value = 0) => {
        if (this.#downSinceMs !== null) return;
        tally.count("sent");
        if (faults.loss > 0 && this.#faults() < faults.loss) tally.count("lost");
        else post({ from: agent, to, kind, sequence, value });
      },
      work: () => {
        tally.count("ops");
        work(agent);
      },
      crashes: () => this.#crashes(),
    };
  }
}

export class PeerGroup {
  readonly #members: ReadonlyMap<number, Member>;
  readonly #now: () => number;

  constructor(setup: PeerGroupSetup) {
    this.#now = setup.now;
    this.#members = new Map(setup.members.map(({ agent, make }) => [agent, new Member(setup, agent, make)]));
  }

  /** Hands a message to its receiver. @returns false where the receiver is not of this group */
  deliver(message: Message): boolean {
    const member = this.#members.get(message.to);
    member?.hear(message);
    return member !== undefined;
  }

  /** Wakes whoever is due. @returns when the next one will be, ms; Infinity where all only wait for mail */
  turn(): number {
    let nextMs = Number.POSITIVE_INFINITY;
    for (const member of this.#members.values()) {
      if (member.dueMs <= this.#now()) member.attend();
      nextMs = Math.min(nextMs, member.dueMs);
    }
    return nextMs;
  }

  /** What the agents of this group have in hand now: things, and requests that have not ended. */
  standing(): Standing {
    const peers = [...this.#members.values()].map(({ peer }) => peer);
    return {
      holds: peers.flatMap(({ holds = [] }) => holds),
      transit: peers.flatMap(({ transit = [] }) => transit),
      inFlight: peers.reduce((sum, { inFlight = 0 }) => sum + inFlight, 0),
    };
  }
}
