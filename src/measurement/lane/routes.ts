// Which posteriors each two lanes carry to each other in a round, so that nothing is sent that nobody hears.
import type { AgentBlock, Hearing } from "../../workloads/hearing.ts";

/** What a lane exchanges with one other lane each round. */
export interface Route {
  /** The other lane. */
  readonly lane: number;
  /** Own agents that agents of the other lane hear. */
  readonly sends: readonly AgentBlock[];
  /** Agents of the other lane that own agents hear. */
  readonly receives: readonly AgentBlock[];
}

export interface Routes {
  /** For each lane its routes, by the number of the other lane. Every lane has one to lane 0, which may carry no rows. */
  readonly byLane: readonly (readonly Route[])[];
  /** Whether rows go both ways between each two lanes. */
  readonly isComplete: boolean;
}

/** Marks the agents that somebody in the block hears. */
function heardBy(hearing: Hearing, block: AgentBlock, agents: number): Uint8Array {
  const heard = new Uint8Array(agents);
  let unheard = agents;
  for (let i = 0; i < block.agents && unheard > 0; i += 1) {
    for (const sender of hearing.sendersOf(block.firstAgent + i, agents)) {
      if (heard[sender] === 0) unheard -= 1;
      heard[sender] = 1;
    }
  }
  return heard;
}

/** The marked agents of a block, as blocks. */
function markedBlocks(marks: Uint8Array, { firstAgent, agents }: AgentBlock): AgentBlock[] {
  const blocks: AgentBlock[] = [];
  const end = firstAgent + agents;
  for (let agent = firstAgent; agent < end; agent += 1) {
    const first = agent;
    while (agent < end && marks[agent] === 1) agent += 1;
    if (agent > first) blocks.push({ firstAgent: first, agents: agent - first });
  }
  return blocks;
}

/** The routes between lanes with these agents. @param shares every agent of the trial, in order */
export function routesOf(hearing: Hearing, shares: readonly AgentBlock[]): Routes {
  const agents = shares.reduce((sum, share) => sum + share.agents, 0);
  const heard = shares.map((share) => heardBy(hearing, share, agents));
  let isComplete = true;
  const byLane = shares.map((own, lane) =>
    shares.flatMap((other, otherLane): Route[] => {
      const [heardHere, heardThere] = [heard[lane], heard[otherLane]];
      if (lane === otherLane || heardHere === undefined || heardThere === undefined) return [];
      const sends = markedBlocks(heardThere, own);
      const receives = markedBlocks(heardHere, other);
      if (sends.length === 0 || receives.length === 0) isComplete = false;
      const isNeeded = sends.length > 0 || receives.length > 0 || lane === 0 || otherLane === 0;
      return isNeeded ? [{ lane: otherLane, sends, receives }] : [];
    }),
  );
  return { byLane, isComplete };
}
