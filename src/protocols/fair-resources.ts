// Resources that agents on several threads share: who asks first is served first, and what is released goes to the next in line.

/** Words before the tables: tickets taken, releases done, holders inside now. */
const HEADER_WORDS = 3;
const TICKETS = 0;
const RELEASES = 1;
const INSIDE = 2;

const FREE = 0;

/** Bytes of the shared buffer for so many agents and resources. */
export function resourcesBytes(agents: number, resources: number): number {
  return (HEADER_WORDS + agents + resources) * Int32Array.BYTES_PER_ELEMENT;
}

/**
 * A ticket lock for several resources at once: ticket t may enter once t − R + 1 releases are done, R being the number of resources.
 * It is fair, since tickets are served in their order, and it cannot deadlock, since nobody holds one resource and waits for another.
 * An agent has at most one ticket. All operations are sequentially consistent.
 */
export class FairResources {
  readonly #words: Int32Array;
  readonly #agents: number;
  readonly #resources: number;
  #faults = 0;

  /** @param buffer resourcesBytes of it, zeroed, the same for all threads */
  constructor(buffer: SharedArrayBuffer | ArrayBuffer, agents: number, resources: number) {
    this.#words = new Int32Array(buffer, 0, HEADER_WORDS + agents + resources);
    this.#agents = agents;
    this.#resources = resources;
  }

  /** Takes a ticket. Its owner may be called from now on. */
  ask(agent: number): number {
    const ticket = Atomics.add(this.#words, TICKETS, 1);
    Atomics.store(this.#words, this.#ownerAt(ticket), agent);
    return ticket;
  }

  /** Whether it is this ticket's turn. */
  isTurn(ticket: number): boolean {
    return ticket - Atomics.load(this.#words, RELEASES) < this.#resources;
  }

  /** Takes a free resource. It must be the turn of the agent's ticket. @returns the resource */
  enter(agent: number): number {
    if (Atomics.add(this.#words, INSIDE, 1) >= this.#resources) this.#faults += 1;
    for (;;) {
      for (let resource = 0; resource < this.#resources; resource += 1) {
        const at = this.#holderAt(resource);
        if (Atomics.compareExchange(this.#words, at, FREE, agent + 1) === FREE) return resource;
      }
    }
  }

  /** Gives a resource back. @returns whose turn it is now, by agent and ticket; null where nobody waits */
  release(agent: number, resource: number): { readonly agent: number; readonly ticket: number } | null {
    if (Atomics.exchange(this.#words, this.#holderAt(resource), FREE) !== agent + 1) this.#faults += 1;
    Atomics.sub(this.#words, INSIDE, 1);
    const ticket = Atomics.add(this.#words, RELEASES, 1) + this.#resources;
    if (ticket >= Atomics.load(this.#words, TICKETS)) return null;
    // The owner may not be written yet: then another is called, whose ticket is not this one, and the owner finds its turn itself.
    return { agent: Atomics.load(this.#words, this.#ownerAt(ticket)), ticket };
  }

  /** @returns how often this thread saw a resource with two holders, or more inside than there are resources, since it was last asked. It must be 0. */
  takeFaults(): number {
    const taken = this.#faults;
    this.#faults = 0;
    return taken;
  }

  #ownerAt(ticket: number): number {
    return HEADER_WORDS + (ticket % this.#agents);
  }

  #holderAt(resource: number): number {
    return HEADER_WORDS + this.#agents + resource;
  }
}
