// Agents under a supervisor: it offers each its ops, notices by a deadline who does not answer, and brings that one back.
import type { Message } from "./message.ts";
import type { PeerMaker } from "./peer-group.ts";
import { type Around, type Peer, REVIVE } from "./peer.ts";

export interface SupervisionSettings {
  readonly kind: "supervision";
  /** Between two ops of an agent, ms. */
  readonly periodMs: number;
  /** How long an answer is waited for, ms. */
  readonly deadlineMs: number;
  /** Whether an agent that is brought back has the beliefs that it had. */
  readonly keepsBeliefs: boolean;
}

const OFFER = 1;
const DONE = 2;
/** A restarted agent says that it is there, and whether it still has its beliefs. */
const HELLO = 3;

/** What the supervisor knows of one agent. */
interface Charge {
  readonly agent: number;
  state: "free" | "working" | "reviving";
  sequence: number;
  sinceMs: number;
  /** When its next op is due by its own rhythm. */
  dueMs: number;
  /** When the supervisor looks at it next. */
  nextMs: number;
}

const SECOND_MS = 1_000;

class SupervisorPeer implements Peer {
  readonly #around: Around;
  readonly #settings: SupervisionSettings;
  readonly #charges: readonly Charge[];
  #offered = 0;
  #done = 0;
  #failed = 0;
  #accountAtMs: number;

  constructor(around: Around, settings: SupervisionSettings) {
    this.#around = around;
    this.#settings = settings;
    const beganMs = around.now();
    this.#accountAtMs = beganMs + SECOND_MS;
    const workers = around.agents - 1;
    // Spread over the period, as agents that nobody synchronises are.
    this.#charges = Array.from({ length: workers }, (_, agent) => {
      const dueMs = beganMs + (agent / workers) * settings.periodMs;
      return { agent, state: "free", sequence: 0, sinceMs: beganMs, dueMs, nextMs: dueMs };
    });
  }

  get wakeAtMs(): number {
    return this.#charges.reduce((least, { nextMs }) => Math.min(least, nextMs), this.#accountAtMs);
  }

  get inFlight(): number {
    return this.#charges.filter(({ state }) => state === "working").length;
  }

  wake(): void {
    const nowMs = this.#around.now();
    for (const charge of this.#charges) if (charge.nextMs <= nowMs) this.#attend(charge, nowMs);
    if (nowMs < this.#accountAtMs) return;
    this.#accountAtMs += SECOND_MS;
    this.#account();
  }

  hear({ from, kind, sequence, value }: Message): void {
    const charge = this.#charges[from];
    if (charge === undefined) return;
    const { now, tally } = this.#around;
    if (kind === HELLO && charge.state === "reviving") {
      tally.count(value === 1 ? "kept beliefs" : "lost beliefs");
      tally.time("recovered", now() - charge.sinceMs);
      this.#free(charge);
    }
    if (kind !== DONE) return;
    if (charge.state !== "working" || sequence !== charge.sequence) {
      tally.count("late answers");
      return;
    }
    this.#done += 1;
    tally.count("done");
    tally.time("op", now() - charge.sinceMs);
    this.#free(charge);
  }

  restart(): void {}

  /** Its next op is due by its own rhythm. Those that it missed are not made up for. */
  #free(charge: Charge): void {
    const { periodMs } = this.#settings;
    const behindMs = this.#around.now() - charge.dueMs;
    if (behindMs > 0) charge.dueMs += Math.ceil(behindMs / periodMs) * periodMs;
    charge.state = "free";
    charge.nextMs = charge.dueMs;
  }

  #attend(charge: Charge, nowMs: number): void {
    const { deadlineMs, keepsBeliefs } = this.#settings;
    const { isOpen, send, tally } = this.#around;
    switch (charge.state) {
      case "free":
        if (!isOpen()) {
          charge.nextMs = Number.POSITIVE_INFINITY;
          return;
        }
        charge.state = "working";
        charge.sequence += 1;
        charge.sinceMs = nowMs;
        charge.dueMs += this.#settings.periodMs;
        this.#offered += 1;
        tally.count("offered");
        send(charge.agent, OFFER, charge.sequence);
        break;
      case "working":
        charge.state = "reviving";
        charge.sinceMs = nowMs;
        this.#failed += 1;
        tally.count("failed");
        send(charge.agent, REVIVE, charge.sequence, keepsBeliefs ? 1 : 0);
        break;
      case "reviving":
        send(charge.agent, REVIVE, charge.sequence, keepsBeliefs ? 1 : 0);
        break;
    }
    charge.nextMs = nowMs + deadlineMs;
  }

  /** Counted from both sides: what was offered, and what became of each. */
  #account(): void {
    const { tally } = this.#around;
    tally.count("seconds");
    if (this.#done + this.#failed + this.inFlight !== this.#offered) tally.count("unbalanced seconds");
  }
}

class WorkerPeer implements Peer {
  readonly wakeAtMs = Number.POSITIVE_INFINITY;
  readonly #around: Around;

  constructor(around: Around) {
    this.#around = around;
  }

  wake(): void {}

  hear({ from, kind, sequence }: Message): void {
    if (kind !== OFFER) return;
    const { work, crashes, send } = this.#around;
    work();
    if (crashes()) return;
    send(from, DONE, sequence);
  }

  restart(keepsBeliefs: boolean): void {
    this.#around.send(this.#around.agents - 1, HELLO, 0, keepsBeliefs ? 1 : 0);
  }
}

/** The last agent supervises the others. */
export function supervisionPeer(settings: SupervisionSettings): PeerMaker {
  return (around) =>
    around.agent === around.agents - 1 ? new SupervisorPeer(around, settings) : new WorkerPeer(around);
}
