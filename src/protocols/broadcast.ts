// A broadcast that everybody gets: agent 0 sends to all, each acknowledges, and what is not acknowledged is sent again until a deadline.
import type { Message } from "./message.ts";
import type { PeerMaker } from "./peer-group.ts";
import type { Around, Peer } from "./peer.ts";

export interface BroadcastSettings {
  readonly kind: "broadcast";
  /** After how long without acknowledgement the news is sent again, ms. */
  readonly retryMs: number;
  /** When it is given up, ms. */
  readonly deadlineMs: number;
}

const NEWS = 1;
const ACKNOWLEDGE = 2;
const SPEAKER = 0;

interface Round {
  readonly sinceMs: number;
  readonly missing: Set<number>;
}

class SpeakerPeer implements Peer {
  readonly #around: Around;
  readonly #settings: BroadcastSettings;
  #number = 0;
  #round: Round | null = null;
  #wakeAtMs = 0;

  constructor(around: Around, settings: BroadcastSettings) {
    this.#around = around;
    this.#settings = settings;
  }

  get wakeAtMs(): number {
    return this.#wakeAtMs;
  }

  get inFlight(): number {
    return this.#round === null ? 0 : 1;
  }

  wake(): void {
    const round = this.#round;
    const { now, tally } = this.#around;
    if (round === null) {
      this.#open();
    } else if (now() - round.sinceMs >= this.#settings.deadlineMs) {
      tally.count("incomplete");
      tally.count("unreached", round.missing.size);
      this.#close();
    } else {
      this.#speak(round);
    }
  }

  hear({ from, kind, sequence }: Message): void {
    const round = this.#round;
    if (kind !== ACKNOWLEDGE || round === null || sequence !== this.#number || !round.missing.delete(from)) return;
    if (round.missing.size > 0) return;
    const { now, tally } = this.#around;
    tally.count("complete");
    tally.time("broadcast", now() - round.sinceMs);
    this.#close();
  }

  restart(): void {
    if (this.#round !== null) this.#around.tally.count("abandoned");
    this.#close();
  }

  #open(): void {
    const { isOpen, now, agents, agent, work, crashes, tally } = this.#around;
    this.#wakeAtMs = Number.POSITIVE_INFINITY;
    if (!isOpen() || agents < 2) return;
    this.#number += 1;
    tally.count("asked");
    const others = Array.from({ length: agents }, (_, other) => other).filter((other) => other !== agent);
    const round: Round = { sinceMs: now(), missing: new Set(others) };
    this.#round = round;
    work();
    if (crashes()) return;
    this.#speak(round);
  }

  #speak({ sinceMs, missing }: Round): void {
    for (const to of missing) this.#around.send(to, NEWS, this.#number);
    const { retryMs, deadlineMs } = this.#settings;
    this.#wakeAtMs = Math.min(this.#around.now() + retryMs, sinceMs + deadlineMs);
  }

  #close(): void {
    this.#round = null;
    this.#wakeAtMs = this.#around.now();
  }
}

class ListenerPeer implements Peer {
  readonly wakeAtMs = Number.POSITIVE_INFINITY;
  readonly #around: Around;
  /** The last news that it read, which outlives a crash: what comes again is only acknowledged again. */
  #read = 0;

  constructor(around: Around) {
    this.#around = around;
  }

  wake(): void {}

  hear({ from, kind, sequence }: Message): void {
    const { work, crashes, send, tally } = this.#around;
    if (kind !== NEWS) return;
    if (sequence > this.#read) {
      this.#read = sequence;
      tally.count("read");
      work();
      if (crashes()) return;
    } else {
      tally.count("read again");
    }
    send(from, ACKNOWLEDGE, sequence);
  }

  restart(): void {}
}

export function broadcastPeer(settings: BroadcastSettings): PeerMaker {
  return (around) => (around.agent === SPEAKER ? new SpeakerPeer(around, settings) : new ListenerPeer(around));
}
