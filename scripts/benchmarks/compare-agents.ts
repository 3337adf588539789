// Holds agents that were made in several ways, from the same seeds, against each other: op by op, as long as each does the same.
import { divergenceOf } from "./divergence.ts";

/** Agents that step together, whatever steps them. */
export interface Agents {
  /** One op of all. */
  readonly step: () => void;
  /** What an agent did in its last op. */
  readonly actionOf: (agent: number) => number;
  /** Where it really is after it. */
  readonly stateOf: (agent: number) => number;
  /** Copies q of its last op. */
  readonly readPosterior: (agent: number, target: Float64Array) => void;
}

export interface Comparison {
  /** Ops that were compared. */
  readonly ops: number;
  /** Those of them that ended in another action or another state. Each is the first of its agent, and its last that is compared. */
  readonly others: number;
  /** The largest difference of one probability of a posterior; NaN where one is no number. */
  readonly difference: number;
  /** Of the reference's posteriors from those found, in nats, smallest first; empty unless asked for. */
  readonly divergences: Float64Array;
}

export interface Extent {
  readonly agents: number;
  /** Numbers in a posterior. */
  readonly states: number;
  /** At least so many ops of each subject are compared, unless all its agents have acted otherwise before. */
  readonly ops: number;
  readonly withDivergence: boolean;
}

/** What was compared of one subject so far. */
class Tally {
  ops = 0;
  difference = 0;
  readonly #divergences: number[] = [];
  /** An agent that acted otherwise is elsewhere from then on, so it is put aside. */
  readonly #apart = new Set<number>();
  readonly #subject: Agents;
  readonly #extent: Extent;
  readonly #found: Float64Array;

  constructor(subject: Agents, extent: Extent) {
    this.#subject = subject;
    this.#extent = extent;
    this.#found = new Float64Array(extent.states);
  }

  get isOver(): boolean {
    return this.ops >= this.#extent.ops || this.#apart.size === this.#extent.agents;
  }

  step(): void {
    this.#subject.step();
  }

  compare(agent: number, reference: Agents, wanted: Float64Array): void {
    if (this.#apart.has(agent)) return;
    const [subject, found] = [this.#subject, this.#found];
    this.ops += 1;
    subject.readPosterior(agent, found);
    for (let s = 0; s < found.length; s += 1) {
      // NaN stays where it was met.
      this.difference = Math.max(this.difference, Math.abs((found[s] ?? 0) - (wanted[s] ?? 0)));
    }
    if (this.#extent.withDivergence) this.#divergences.push(divergenceOf(wanted, found));
    const isSame =
      subject.actionOf(agent) === reference.actionOf(agent) && subject.stateOf(agent) === reference.stateOf(agent);
    if (!isSame) this.#apart.add(agent);
  }

  end(): Comparison {
    const divergences = Float64Array.from(this.#divergences).sort();
    return { ops: this.ops, others: this.#apart.size, difference: this.difference, divergences };
  }
}

/** Steps all, and compares each subject with the reference. */
export function compareAgents(reference: Agents, subjects: readonly Agents[], extent: Extent): readonly Comparison[] {
  const tallies = subjects.map((subject) => new Tally(subject, extent));
  const wanted = new Float64Array(extent.states);
  for (;;) {
    const open = tallies.filter(({ isOver }) => !isOver);
    if (open.length === 0) return tallies.map((tally) => tally.end());
    reference.step();
    for (const tally of open) tally.step();
    for (let agent = 0; agent < extent.agents; agent += 1) {
      reference.readPosterior(agent, wanted);
      for (const tally of open) tally.compare(agent, reference, wanted);
    }
  }
}
