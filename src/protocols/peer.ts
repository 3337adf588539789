// What an agent does in a protocol, and what it is given for that: it knows no threads, no clock of its own and no network.
import type { Random } from "../inference/act.ts";
import type { Message } from "./message.ts";
import type { Tally } from "./tally.ts";

/** Brings a crashed agent back: whoever holds the agent hears it, since the agent itself cannot. Its value is 1 where beliefs are kept. */
export const REVIVE = 0;

/** What an agent is given. */
export interface Around {
  readonly agent: number;
  /** How many agents take part. */
  readonly agents: number;
  /** Everything random about this agent follows from it. */
  readonly random: Random;
  readonly tally: Tally;
  /** Milliseconds, the same for all agents. */
  readonly now: () => number;
  /** Until when new rounds begin, ms. */
  readonly closesAtMs: () => number;
  /** Whether new rounds may still begin. */
  readonly isOpen: () => boolean;
  /** A message may be lost, and a crashed agent says nothing. */
  readonly send: (to: number, kind: number, sequence: number, value?: number) => void;
  /** One op of this agent: it observes, infers, acts. */
  readonly work: () => void;
  /** Whether the agent crashes here, in the middle of what it does. It must return at once: nothing that it would still do happens. */
  readonly crashes: () => boolean;
}

/** An agent in a protocol. */
export interface Peer {
  /** When it wants to be woken, ms; Infinity where it only waits for mail. */
  readonly wakeAtMs: number;
  wake(): void;
  hear(message: Message): void;
  /** Comes back after a crash. What it wrote down is there, what was only in its head is not. @param keepsBeliefs whether its beliefs are among what is there */
  restart(keepsBeliefs: boolean): void;
  /** Things that it holds now, by number. No thing may be held twice among all agents. */
  readonly holds?: readonly number[];
  /** Things that it gave and that may not have arrived yet. What nobody holds must be among them. */
  readonly transit?: readonly number[];
  /** Requests of its own that have not ended. */
  readonly inFlight?: number;
}

/** What goes wrong, as shares from 0 to 1. */
export interface Faults {
  /** Of messages, each by itself. */
  readonly loss: number;
  /** Of the moments at which an agent may crash. */
  readonly crash: number;
  /** How long a crashed agent is away, ms; null where somebody else must notice and bring it back. */
  readonly downMs: number | null;
}

export const NO_FAULTS: Faults = { loss: 0, crash: 0, downMs: null };
