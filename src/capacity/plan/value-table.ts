// The dynamic program behind mixed plans: the most value that k processes with A agents in total can have.

/** A size of process: its agents, and what it contributes to the demand. */
export interface Item {
  readonly agents: number;
  readonly value: number;
}

/**
 * A table of the most value of exactly k processes with exactly A agents in total, for k and A up to the limits. Items
 * are added one at a time, and the table is always right for those added so far: a knapsack by item. Cells that no
 * combination reaches are −Infinity.
 */
export class ValueTable {
  readonly processesMost: number;
  readonly agentsMost: number;
  readonly #cells: Float64Array;
  readonly #items: Item[] = [];

  constructor(processesMost: number, agentsMost: number) {
    this.processesMost = processesMost;
    this.agentsMost = agentsMost;
    this.#cells = new Float64Array((processesMost + 1) * (agentsMost + 1)).fill(Number.NEGATIVE_INFINITY);
    this.#cells[0] = 0;
  }

  /** Allows this size for any number of processes. Takes k · A steps. */
  add(item: Item): void {
    const { agents: step, value } = item;
    const cells = this.#cells;
    const width = this.agentsMost + 1;
    this.#items.push(item);
    for (let k = 1; k <= this.processesMost; k += 1) {
      const row = k * width;
      // Every process has at least one agent, so the other k − 1 have at least k − 1.
      const from = row + step + k - 1;
      for (let at = from; at < row + width; at += 1) {
        const reached = (cells[at - width - step] ?? Number.NEGATIVE_INFINITY) + value;
        if (reached > (cells[at] ?? Number.NEGATIVE_INFINITY)) cells[at] = reached;
      }
    }
  }

  at(processes: number, agents: number): number {
    return this.#cells[processes * (this.agentsMost + 1) + agents] ?? Number.NEGATIVE_INFINITY;
  }

  /** The fewest agents, from `agentsLeast` up to `agentsMost`, with which this many processes reach the value; null where none do. */
  fewestAgents(processes: number, agentsMost: number, value: number, agentsLeast = 0): number | null {
    const row = processes * (this.agentsMost + 1);
    const last = Math.min(agentsMost, this.agentsMost);
    for (let agents = Math.max(processes, agentsLeast); agents <= last; agents += 1) {
      if ((this.#cells[row + agents] ?? Number.NEGATIVE_INFINITY) >= value) return agents;
    }
    return null;
  }

  /** The agents, up to `agentsMost`, with which this many processes have the most value; null where nothing is reached. */
  bestAgents(processes: number, agentsMost: number): { readonly agents: number; readonly value: number } | null {
    const row = processes * (this.agentsMost + 1);
    const last = Math.min(agentsMost, this.agentsMost);
    let best = Number.NEGATIVE_INFINITY;
    let found = 0;
    for (let agents = processes; agents <= last; agents += 1) {
      const value = this.#cells[row + agents] ?? Number.NEGATIVE_INFINITY;
      if (value > best) {
        best = value;
        found = agents;
      }
    }
    return best === Number.NEGATIVE_INFINITY ? null : { agents: found, value: best };
  }

  /** Sizes, in agents, that together have the value of a cell: one for each process. The cell must be reached. */
  sizesAt(processes: number, agents: number): readonly number[] {
    const sizes: number[] = [];
    let left = agents;
    for (let k = processes; k > 0; k -= 1) {
      let chosen = 0;
      let most = Number.NEGATIVE_INFINITY;
      for (const item of this.#items) {
        if (item.agents > left) continue;
        const reached = this.at(k - 1, left - item.agents) + item.value;
        if (reached > most) {
          most = reached;
          chosen = item.agents;
        }
      }
      sizes.push(chosen);
      left -= chosen;
    }
    return sizes;
  }
}
