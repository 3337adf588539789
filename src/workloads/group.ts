// Agents that step as one: what a lane drives. Here they step one after another; one kernel over many can take their place.
import type { AgentBlock, Hearing } from "./hearing.ts";
import type { OpPart } from "./op-parts.ts";
import type { Participant, RoundReader, Workload } from "./workload.ts";

/** The engine, one agent after the other, or a kernel of so many bits, with relaxed SIMD or without. */
export type SteppedBy = "engine" | "f64 plain" | "f64 relaxed" | "f32 plain" | "f32 relaxed";

/** The agents of one lane, counted from 0 within the group. */
export interface Group {
  readonly agents: number;
  /** How many step for about the price of one, when they step together; 1 where they take turns. */
  readonly together: number;
  /** What steps them. */
  readonly steppedBy: SteppedBy;
  /** Numbers in one posterior. */
  readonly messageLength: number;
  /** Bytes of one agent's own typed arrays. */
  readonly perAgentBytes: number;
  /** What the agents publish: a row of messageLength numbers each. A step overwrites the rows of those that step. */
  readonly posteriors: Float64Array;
  /** One op of the agents `from … to − 1`, except publishing. */
  step(from: number, to: number): void;
  /** The op of one agent in its parts, which do what its step does; none where it has no parts. */
  partsOf(agent: number): readonly OpPart[];
  /** Puts a fresh agent in the place of one, with the same seed: what that one believed is gone. */
  renew(agent: number): void;
  /**
   * Every agent reads the posteriors that it hears.
   * @param messages one row per agent of the trial, whatever lane it sits on
   * @returns how many posteriors were read
   */
  hear(messages: Float64Array): number;
}

/** What an AgentLoop is made of. */
export interface LoopParts {
  readonly agents: number;
  /** Makes the agent with this number within the group. */
  readonly create: (agent: number) => Participant;
  /** A row per agent, in the same order. */
  readonly posteriors: Float64Array;
  readonly messageLength: number;
  readonly read: RoundReader;
}

/** A group that steps its agents one after another. */
export class AgentLoop implements Group {
  readonly together = 1;
  readonly steppedBy = "engine";
  readonly agents: number;
  readonly messageLength: number;
  readonly perAgentBytes: number;
  readonly posteriors: Float64Array;
  private readonly create: LoopParts["create"];
  private readonly participants: Participant[];
  private readonly heard: Float64Array[];
  private readonly read: RoundReader;

  constructor({ agents, create, posteriors, messageLength, read }: LoopParts) {
    const participants = Array.from({ length: agents }, (_, agent) => create(agent));
    this.agents = agents;
    this.create = create;
    this.messageLength = messageLength;
    this.perAgentBytes = participants[0]?.bytes ?? 0;
    this.posteriors = posteriors;
    this.participants = participants;
    this.heard = participants.map(({ heard }) => heard);
    this.read = read;
  }

  step(from: number, to: number): void {
    const { participants } = this;
    for (let agent = from; agent < to; agent += 1) participants[agent]?.step();
  }

  partsOf(agent: number): readonly OpPart[] {
    return this.participants[agent]?.parts?.() ?? [];
  }

  renew(agent: number): void {
    const fresh = this.create(agent);
    this.participants[agent] = fresh;
    this.heard[agent] = fresh.heard;
  }

  hear(messages: Float64Array): number {
    return this.read(messages, this.heard);
  }
}

/** Distinct streams for agents whatever lane they sit on: the seed and the agent's number, spread by an odd constant. */
export function agentSeed(seed: number, agent: number): number {
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
  const create = (i: number): Participant =>
    workload.createParticipant({
      seed: agentSeed(seed, block.firstAgent + i),
      teamSeed: seed,
      agent: block.firstAgent + i,
      agents: totalAgents,
      posterior: posteriors.subarray(i * messageLength, (i + 1) * messageLength),
    });
  const read = workload.readerFor(hearing, { block, totalAgents, messageLength });
  return new AgentLoop({ agents: block.agents, create, posteriors, messageLength, read });
}
