// Agents that step as one: what a lane drives. Here they step one after another; one kernel over many can take their place.
import type { AgentBlock, Hearing } from "./hearing.ts";
import { readerFor, type RoundReader } from "./readers.ts";
import type { Participant, Workload } from "./workload.ts";

/** The agents of one lane, counted from 0 within the group. */
export interface Group {
  readonly agents: number;
  /** Numbers in one posterior. */
  readonly messageLength: number;
  /** Bytes of one agent's own typed arrays. */
  readonly perAgentBytes: number;
  /** What the agents publish: a row of messageLength numbers each. A step overwrites the rows of those that step. */
  readonly posteriors: Float64Array;
  /** One op of the agents `from … to − 1`, except publishing. */
  step(from: number, to: number): void;
  /**
   * Every agent reads the posteriors that it hears.
   * @param messages one row per agent of the trial, whatever lane it sits on
   * @returns how many posteriors were read
   */
  hear(messages: Float64Array): number;
}

/** What an AgentLoop is made of. */
export interface LoopParts {
  readonly participants: readonly Participant[];
  /** A row per participant, in the same order. */
  readonly posteriors: Float64Array;
  readonly messageLength: number;
  readonly read: RoundReader;
}

/** A group that steps its agents one after another. */
export class AgentLoop implements Group {
  readonly agents: number;
  readonly messageLength: number;
  readonly perAgentBytes: number;
  readonly posteriors: Float64Array;
  private readonly participants: readonly Participant[];
  private readonly occupancies: readonly Float64Array[];
  private readonly read: RoundReader;

  constructor({ participants, posteriors, messageLength, read }: LoopParts) {
    this.agents = participants.length;
    this.messageLength = messageLength;
    this.perAgentBytes = participants[0]?.bytes ?? 0;
    this.posteriors = posteriors;
    this.participants = participants;
    this.occupancies = participants.map(({ occupancy }) => occupancy);
    this.read = read;
  }

  step(from: number, to: number): void {
    const { participants } = this;
    for (let agent = from; agent < to; agent += 1) participants[agent]?.step();
  }

  hear(messages: Float64Array): number {
    return this.read(messages, this.occupancies);
  }
}

/** Distinct streams for agents whatever lane they sit on: the seed and the agent's number, spread by an odd constant. */
function agentSeed(seed: number, agent: number): number {
  return (seed + Math.imul(agent + 1, 0x9e3779b1)) | 0;
}

/** Which agents a group holds, out of how many, and whom they hear. */
export interface GroupSetup {
  readonly block: AgentBlock;
  readonly totalAgents: number;
  readonly seed: number;
  readonly hearing: Hearing;
}

/** A block of a workload's agents. An agent is the same whatever block it is in: its number and the seed make it. */
export function createGroup(workload: Workload, { block, totalAgents, seed, hearing }: GroupSetup): Group {
  const { messageLength } = workload;
  const posteriors = new Float64Array(block.agents * messageLength);
  const participants = Array.from({ length: block.agents }, (_, i) =>
    workload.createParticipant(
      agentSeed(seed, block.firstAgent + i),
      posteriors.subarray(i * messageLength, (i + 1) * messageLength),
    ),
  );
  const read = readerFor(hearing, { block, totalAgents, messageLength });
  return new AgentLoop({ participants, posteriors, messageLength, read });
}
