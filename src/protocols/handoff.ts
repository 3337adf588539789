// Handing a thing on: request, accept, transfer, acknowledge. Each handoff ends as done, refused or timed out, and no thing is lost or doubled.
import type { Message } from "./message.ts";
import type { PeerMaker } from "./peer-group.ts";
import type { Around, Peer } from "./peer.ts";

export interface HandoffSettings {
  readonly kind: "handoff";
  /** How long a giver waits for an answer before it gives up, ms. */
  readonly deadlineMs: number;
  /** After how long without acknowledgement a transfer is sent again, ms. */
  readonly retryMs: number;
}

const REQUEST = 1;
const ACCEPT = 2;
const REFUSE = 3;
const TRANSFER = 4;
const ACKNOWLEDGE = 5;

/** Who holds as many refuses more. */
const HOLDS_MOST = 2;

/** What a giver waits for. Until the transfer begins it may give up; after that only the acknowledgement ends it, since the thing may have arrived. */
interface Giving {
  readonly state: "requested" | "transferring";
  readonly to: number;
  readonly thing: number;
  readonly sinceMs: number;
  readonly nextMs: number;
}

/** Who has been promised a place. */
interface Reservation {
  readonly from: number;
  readonly sequence: number;
  readonly untilMs: number;
}

/**
 * An agent that gives and takes. What is written down, and so outlives a crash: the things, the transfer that has begun, the last number taken
 * from each giver. A request that nobody has answered, and a promise, are only in its head.
 */
class HandoffPeer implements Peer {
  readonly #around: Around;
  readonly #settings: HandoffSettings;
  readonly #things: number[];
  /** The number of the last transfer taken from each giver: what comes again is only acknowledged again. */
  readonly #taken = new Map<number, number>();
  #sequence = 0;
  #giving: Giving | null = null;
  #reserved: Reservation | null = null;
  #wakeAtMs = 0;

  constructor(around: Around, settings: HandoffSettings) {
    this.#around = around;
    this.#settings = settings;
    this.#things = [around.agent];
  }

  get wakeAtMs(): number {
    return this.#giving?.nextMs ?? this.#wakeAtMs;
  }

  get holds(): readonly number[] {
    return this.#things;
  }

  get transit(): readonly number[] {
    return this.#giving?.state === "transferring" ? [this.#giving.thing] : [];
  }

  get inFlight(): number {
    return this.#giving === null ? 0 : 1;
  }

  wake(): void {
    const giving = this.#giving;
    if (giving === null) this.#begin();
    else if (giving.state === "requested") this.#end("timed out");
    else this.#transfer(giving);
  }

  hear({ from, kind, sequence, value }: Message): void {
    switch (kind) {
      case REQUEST:
        this.#answer(from, sequence);
        return;
      case TRANSFER:
        this.#take(from, sequence, value);
        return;
    }
    const giving = this.#giving;
    // An answer to what has ended.
    if (giving === null || giving.to !== from || sequence !== this.#sequence) return;
    if (kind === REFUSE && giving.state === "requested") this.#end("refused");
    if (kind === ACCEPT && giving.state === "requested") {
      this.#things.splice(this.#things.indexOf(giving.thing), 1);
      const transferring: Giving = { ...giving, state: "transferring" };
      this.#giving = transferring;
      if (this.#around.crashes()) return;
      this.#transfer(transferring);
    }
    if (kind === ACKNOWLEDGE && giving.state === "transferring") {
      this.#around.tally.time("handoff", this.#around.now() - giving.sinceMs);
      this.#end("done");
    }
  }

  restart(): void {
    this.#reserved = null;
    if (this.#giving?.state === "requested") this.#end("timed out");
    this.#wakeAtMs = this.#around.now();
  }

  #begin(): void {
    const { agents, agent, random, now, send, tally, isOpen } = this.#around;
    const [thing] = this.#things;
    if (!isOpen() || thing === undefined || agents < 2) {
      this.#wakeAtMs = Number.POSITIVE_INFINITY;
      return;
    }
    const other = Math.floor(random() * (agents - 1));
    const to = other >= agent ? other + 1 : other;
    const sinceMs = now();
    this.#sequence += 1;
    this.#giving = { state: "requested", to, thing, sinceMs, nextMs: sinceMs + this.#settings.deadlineMs };
    tally.count("asked");
    send(to, REQUEST, this.#sequence);
  }

  #transfer(giving: Giving): void {
    this.#giving = { ...giving, nextMs: this.#around.now() + this.#settings.retryMs };
    this.#around.send(giving.to, TRANSFER, this.#sequence, giving.thing);
  }

  #end(how: "done" | "refused" | "timed out"): void {
    this.#around.tally.count(how);
    this.#giving = null;
    this.#wakeAtMs = this.#around.now();
  }

  #answer(from: number, sequence: number): void {
    const { now, send } = this.#around;
    // One that was overtaken by its own transfer.
    if (sequence <= (this.#taken.get(from) ?? 0)) return;
    const reserved = this.#reserved;
    const isPromised = reserved !== null && reserved.from !== from && now() < reserved.untilMs;
    if (isPromised || this.#things.length >= HOLDS_MOST) {
      send(from, REFUSE, sequence);
      return;
    }
    this.#reserved = { from, sequence, untilMs: now() + this.#settings.deadlineMs };
    send(from, ACCEPT, sequence);
  }

  #take(from: number, sequence: number, thing: number): void {
    const { work, crashes, send } = this.#around;
    if (sequence > (this.#taken.get(from) ?? 0)) {
      this.#taken.set(from, sequence);
      this.#things.push(thing);
      this.#wakeAtMs = this.#around.now();
      if (this.#reserved?.from === from) this.#reserved = null;
      work();
      if (crashes()) return;
    }
    send(from, ACKNOWLEDGE, sequence);
  }
}

export function handoffPeer(settings: HandoffSettings): PeerMaker {
  return (around) => new HandoffPeer(around, settings);
}
