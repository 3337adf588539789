// A vote as the published document has it: agent 0 asks all, each says yes with a fixed probability, and enough votes with a majority of yes decide.
import type { Message } from "./message.ts";
import type { PeerMaker } from "./peer-group.ts";
import type { Around, Peer } from "./peer.ts";

export interface VoteSettings {
  readonly kind: "vote";
  /** Share of all agents whose votes must be seen. */
  readonly quorum: number;
  /** Probability of yes. */
  readonly yes: number;
  /** How long votes are waited for, ms. */
  readonly deadlineMs: number;
}

const ASK = 1;
const VOTE = 2;
const PROPOSER = 0;

/** Votes of one round so far. */
interface Round {
  readonly sinceMs: number;
  readonly voted: Set<number>;
  yes: number;
}

/** Rounding must not ask for a vote more: 0.8 · 5 is 4. */
export function votesNeeded(agents: number, quorum: number): number {
  return Math.ceil(agents * quorum - 1e-9);
}

/**
 * How a round ends with these votes, once nothing that may still come can change it; null until then.
 * @param left votes that may still come
 */
export function outcomeOf(
  { seen, yes, left }: { readonly seen: number; readonly yes: number; readonly left: number },
  needed: number,
): "passed" | "rejected" | "no quorum" | null {
  if (seen + left < needed) return "no quorum";
  if (seen < needed) return null;
  // Yes wins where more than half of what is seen in the end say so.
  if (yes * 2 > seen + left) return "passed";
  return (yes + left) * 2 > seen + left ? null : "rejected";
}

class ProposerPeer implements Peer {
  readonly #around: Around;
  readonly #settings: VoteSettings;
  readonly #needed: number;
  #number = 0;
  #round: Round | null = null;
  #wakeAtMs = 0;

  constructor(around: Around, settings: VoteSettings) {
    this.#around = around;
    this.#settings = settings;
    this.#needed = votesNeeded(around.agents, settings.quorum);
  }

  get wakeAtMs(): number {
    return this.#wakeAtMs;
  }

  get inFlight(): number {
    return this.#round === null ? 0 : 1;
  }

  wake(): void {
    const round = this.#round;
    if (round === null) this.#open();
    else this.#judge(round, 0);
  }

  hear({ from, kind, sequence, value }: Message): void {
    const round = this.#round;
    if (kind !== VOTE) return;
    if (round === null || sequence !== this.#number) {
      this.#around.tally.count("late votes");
      return;
    }
    if (round.voted.has(from)) return;
    round.voted.add(from);
    round.yes += value;
    this.#judge(round, this.#around.agents - round.voted.size);
  }

  restart(): void {
    if (this.#round !== null) this.#around.tally.count("abandoned");
    this.#round = null;
    this.#wakeAtMs = this.#around.now();
  }

  #open(): void {
    const { isOpen, now, agents, agent, random, send, work, crashes, tally } = this.#around;
    this.#wakeAtMs = Number.POSITIVE_INFINITY;
    if (!isOpen()) return;
    this.#number += 1;
    tally.count("asked");
    const sinceMs = now();
    this.#wakeAtMs = sinceMs + this.#settings.deadlineMs;
    const round: Round = { sinceMs, voted: new Set([agent]), yes: 0 };
    this.#round = round;
    work();
    if (crashes()) return;
    round.yes += random() < this.#settings.yes ? 1 : 0;
    for (let to = 0; to < agents; to += 1) if (to !== agent) send(to, ASK, this.#number);
    this.#judge(round, agents - 1);
  }

  #judge({ sinceMs, voted, yes }: Round, left: number): void {
    // What does not come in time does not come: then the votes that are there decide.
    const outcome = outcomeOf({ seen: voted.size, yes, left }, this.#needed);
    if (outcome === null) return;
    const { tally, now } = this.#around;
    tally.count(outcome);
    if (outcome !== "no quorum") tally.time("vote", now() - sinceMs);
    this.#round = null;
    this.#wakeAtMs = now();
  }
}

class VoterPeer implements Peer {
  readonly wakeAtMs = Number.POSITIVE_INFINITY;
  readonly #around: Around;
  readonly #settings: VoteSettings;

  constructor(around: Around, settings: VoteSettings) {
    this.#around = around;
    this.#settings = settings;
  }

  wake(): void {}

  hear({ from, kind, sequence }: Message): void {
    const { work, crashes, random, send } = this.#around;
    if (kind !== ASK) return;
    work();
    if (crashes()) return;
    send(from, VOTE, sequence, random() < this.#settings.yes ? 1 : 0);
  }

  restart(): void {}
}

export function votePeer(settings: VoteSettings): PeerMaker {
  return (around) => (around.agent === PROPOSER ? new ProposerPeer(around, settings) : new VoterPeer(around, settings));
}
