// Agents that contend for few resources: each thinks, asks for one, holds it, gives it back.
import type { FairResources } from "./fair-resources.ts";
import type { Message } from "./message.ts";
import type { PeerMaker } from "./peer-group.ts";
import type { Around, Peer } from "./peer.ts";

export interface ContentionSettings {
  readonly kind: "contention";
  /** Mean time between giving one back and asking again, ms, exponential. */
  readonly thinkMs: number;
  /** Mean time for which one is held, ms, exponential. */
  readonly holdMs: number;
}

/** Says to the next in line that it is its turn; the sequence is its ticket. */
const TURN = 1;

/** As the published test has it: one resource for five agents, one at least. */
export function resourcesFor(agents: number): number {
  return Math.max(1, Math.floor(agents / 5));
}

type Doing =
  | { readonly state: "thinking" }
  | { readonly state: "waiting"; readonly ticket: number; readonly sinceMs: number }
  | { readonly state: "holding"; readonly resource: number; readonly sinceMs: number };

class ContenderPeer implements Peer {
  readonly #around: Around;
  readonly #settings: ContentionSettings;
  readonly #resources: FairResources;
  #doing: Doing = { state: "thinking" };
  #thinkingSinceMs: number;
  #wakeAtMs: number;

  constructor(around: Around, settings: ContentionSettings, resources: FairResources) {
    this.#around = around;
    this.#settings = settings;
    this.#resources = resources;
    this.#thinkingSinceMs = around.now();
    this.#wakeAtMs = this.#thinkingSinceMs + this.#drawn(settings.thinkMs);
  }

  get wakeAtMs(): number {
    return this.#wakeAtMs;
  }

  get inFlight(): number {
    return this.#doing.state === "thinking" ? 0 : 1;
  }

  wake(): void {
    const doing = this.#doing;
    switch (doing.state) {
      case "thinking":
        this.#ask();
        return;
      case "holding":
        this.#giveBack(doing.resource, doing.sinceMs);
        return;
      case "waiting":
    }
  }

  hear({ kind, sequence }: Message): void {
    const doing = this.#doing;
    if (kind !== TURN || doing.state !== "waiting" || doing.ticket !== sequence) return;
    this.#enter(doing.sinceMs);
  }

  restart(): void {}

  /** Exponential with this mean, ms. */
  #drawn(meanMs: number): number {
    return -Math.log(1 - this.#around.random()) * meanMs;
  }

  #ask(): void {
    const { now, tally, agent, isOpen } = this.#around;
    this.#wakeAtMs = Number.POSITIVE_INFINITY;
    if (!isOpen()) return;
    const sinceMs = now();
    tally.count("asked");
    tally.time("think", sinceMs - this.#thinkingSinceMs);
    const ticket = this.#resources.ask(agent);
    this.#doing = { state: "waiting", ticket, sinceMs };
    if (this.#resources.isTurn(ticket)) this.#enter(sinceMs);
  }

  #enter(askedMs: number): void {
    const { now, tally, agent } = this.#around;
    const resource = this.#resources.enter(agent);
    const sinceMs = now();
    tally.time("wait", sinceMs - askedMs);
    this.#doing = { state: "holding", resource, sinceMs };
    this.#wakeAtMs = sinceMs + this.#drawn(this.#settings.holdMs);
  }

  #giveBack(resource: number, sinceMs: number): void {
    const { now, tally, agent, send, closesAtMs } = this.#around;
    const next = this.#resources.release(agent, resource);
    tally.count("two holders", this.#resources.takeFaults());
    if (next !== null) send(next.agent, TURN, next.ticket);
    const nowMs = now();
    tally.count("done");
    tally.time("hold", nowMs - sinceMs);
    tally.count("held ms", Math.max(0, Math.min(nowMs, closesAtMs()) - sinceMs));
    this.#doing = { state: "thinking" };
    this.#thinkingSinceMs = nowMs;
    this.#wakeAtMs = nowMs + this.#drawn(this.#settings.thinkMs);
  }
}

/** @param resources the same for all agents, over one shared buffer */
export function contentionPeer(settings: ContentionSettings, resources: FairResources): PeerMaker {
  return (around) => new ContenderPeer(around, settings, resources);
}
