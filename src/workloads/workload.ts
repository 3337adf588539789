// What every workload offers to the benchmark, and the list of those there are.
import type { AgentBlock, Hearing } from "./hearing.ts";
import type { OpPart } from "./op-parts.ts";
import type { PoolingRule } from "./pooling-rules.ts";

/** Every workload by name. A name without settings here, a definition and a builder does not compile. */
export const WORKLOADS = ["explorer", "t-maze", "search", "custom"] as const;
export type WorkloadKind = (typeof WORKLOADS)[number];

/** Everything that can be chosen about workloads. Each workload takes some of it. */
export interface WorkloadSettings {
  /** Cells on a side of the grid. */
  readonly gridSize: 5 | 10;
  /** Steps that an agent plans ahead. */
  readonly policyLength: 1 | 2 | 3;
  /** With which weights agents fuse what they share; Metropolis unless said otherwise. */
  readonly pooling?: PoolingRule;
  /** Which model an agent of `custom` has, as model-reference.ts reads it. */
  readonly model?: string;
  /** That model itself, put in before lanes are prepared, since settings only refer to it. */
  readonly modelText?: string;
}

/** The names of the settings that each workload takes. */
interface SettingsOf {
  readonly explorer: "gridSize" | "policyLength";
  readonly "t-maze": never;
  readonly search: "gridSize" | "policyLength" | "pooling";
  readonly custom: "model" | "modelText";
}

/** Which model and environment to run, and at what size. */
export type WorkloadConfig<Kind extends WorkloadKind = WorkloadKind> = {
  readonly [Each in Kind]: { readonly kind: Each } & Pick<WorkloadSettings, SettingsOf[Each]>;
}[Kind];

/** Messages of this length, in numbers, for their own sake: what carrying alone costs. Nobody chooses it. */
interface CourierConfig {
  readonly kind: "courier";
  readonly messageLength: number;
  /** What they think between messages; null where they do nothing. */
  readonly thinks: WorkloadConfig | null;
}

/** What a lane can be asked to run. */
export type LaneWorkload = WorkloadConfig | CourierConfig;

/** One running agent with its own environment. */
export interface Participant {
  /** One op except publishing: observe, infer states, infer policies, sample action, act on the environment. */
  step(): void;
  /** The same op in its parts, in their order; missing where it has none. */
  parts?(): readonly OpPart[];
  /** What the agent publishes: its factors' marginals, concatenated. Overwritten by each step. */
  readonly posterior: Float64Array;
  /** What the reader of a round writes for this agent: what it makes of the messages that it hears. */
  readonly heard: Float64Array;
  /** Bytes of this agent's own typed arrays. */
  readonly bytes: number;
}

/** Who an agent is, among how many. */
export interface ParticipantSetup {
  /** Everything random about it and its own environment follows from this. */
  readonly seed: number;
  /** The same for all agents of a trial: what they meet together follows from it. */
  readonly teamSeed: number;
  /** Its number among all agents of the trial. */
  readonly agent: number;
  readonly agents: number;
  /** Where it keeps what it publishes: messageLength numbers, its own unless given. */
  readonly posterior?: Float64Array;
}

/** Who reads a round: the agents of a block among so many. */
export interface Readers {
  readonly block: AgentBlock;
  readonly totalAgents: number;
  readonly messageLength: number;
}

/**
 * Reads one round for the agents of a block.
 * @param messages one row per agent of the trial
 * @param heard one array per agent of the block, overwritten
 * @returns how many messages were read
 */
export type RoundReader = (messages: Float64Array, heard: readonly Float64Array[]) => number;

/** A compiled workload: its models and scratch memory, shared by all participants of a worker. */
export interface Workload {
  /** Numbers in one published posterior. */
  readonly messageLength: number;
  /** Bytes of the models and the scratch memory. */
  readonly sharedBytes: number;
  /** What of them is scratch memory. */
  readonly scratchBytes: number;
  createParticipant(setup: ParticipantSetup): Participant;
  /** How agents make something of what they hear. It allocates here, and nothing in a round. */
  readerFor(hearing: Hearing, readers: Readers): RoundReader;
}
