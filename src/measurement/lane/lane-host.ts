// What a run asks of its workers ("lanes"), whoever provides them: Web Workers, or fakes in a test.
import type { AgentBlock, TopologyKind } from "../../workloads/hearing.ts";
import type { Precision } from "../../inference/kernel/precision.ts";
import type { SteppedBy } from "../../workloads/group.ts";
import type { ProtocolReport } from "../../protocols/tally.ts";
import type { LaneTask, TaskReport } from "../../workloads/built/tasks.ts";
import type { CacheCounts } from "../../workloads/variants/cached-models.ts";
import type { CacheVariation } from "../../workloads/variants/variation.ts";
import type { LaneWorkload } from "../../workloads/workload.ts";
import type { AbOrder, AbReport } from "./ab-window.ts";
import type { ProfileOrder, ProfileReport } from "./profile-order.ts";
import type { ProtocolOrder } from "./protocol-window.ts";
import type { TransportKind } from "./transport.ts";

/** What the lanes need before they run windows at one agent count. */
export interface TrialSetup {
  readonly workload: LaneWorkload;
  readonly totalAgents: number;
  /** One entry per lane. */
  readonly shares: readonly AgentBlock[];
  readonly seed: number;
  /** Who hears whom in lock-step windows. */
  readonly topology: TopologyKind;
  /** How messages travel; `none` where agents do not speak. */
  readonly transport: "none" | TransportKind;
  /** Whether lanes go on without waiting for each other's rows, which takes shared memory; they wait where it is left out. */
  readonly isAsynchronous?: true;
  /** Agents are to be stepped together by a kernel of this precision, where one takes them; left out where they are not. */
  readonly batch?: Precision;
  /** What agents infer is kept, and found again; left out where it is not. */
  readonly cache?: CacheVariation;
  /** How often a lane looks for the others at a barrier before it sleeps; 0 where lanes outnumber cores. */
  readonly barrierSpins: number;
}

/** Exact bytes of the engine's typed arrays. */
export interface EngineMemory {
  readonly perAgentBytes: number;
  readonly sharedPerWorkerBytes: number;
}

/** The same with whose bytes they are. */
export interface OwnedMemory extends EngineMemory {
  /** Of an agent's bytes: the row that it publishes. */
  readonly publishedBytes: number;
  /** Of what a worker shares: scratch; the rest is the model. */
  readonly scratchBytes: number;
}

/** One window, measured or discarded, for all prepared lanes alike. */
export interface WindowOrder {
  /** `free`: every agent on its own; `lock-step`: rounds with messages. */
  readonly rhythm: "free" | "lock-step";
  readonly durationMs: number;
  /** Milliseconds between intended starts of an agent's ops; null when saturated. */
  readonly periodMs: number | null;
  /** Latencies over which ops are counted exactly, ms, ascending. */
  readonly limitsMs?: readonly number[];
}

/** What one lane saw in one window. */
export interface WindowReport {
  readonly completedOps: number;
  /** From the common start to the last completion that counts; at least the ordered duration unless rounds are saturated. */
  readonly elapsedMs: number;
  /** Single-op latencies in whole µs as [value, count, …]. */
  readonly latencyCounts: Float64Array;
  /** Time inside the op alone, or inside its batch, likewise; empty unless paced. */
  readonly serviceCounts: Float64Array;
  /** Ops that began a millisecond or more after their intended start. */
  readonly lateOps: number;
  /** The longest that an op began after its intended start, ms; 0 unless paced. */
  readonly lagMs: number;
  /** Time of the lane that was spent inside ops, ms; 0 unless paced. */
  readonly busyMs: number;
  /** Ops whose latency was over each limit of the order, exactly. */
  readonly overLimits: readonly number[];
  readonly fuseMs: number;
  readonly transportMs: number;
  readonly waitMs: number;
  /** Lock-step rounds, the same on every lane; 0 where agents ran free. */
  readonly rounds: number;
  /** What stepped the agents. */
  readonly steppedBy: SteppedBy;
  /** Posteriors that this lane's agents read, all rounds together. */
  readonly messagesRead: number;
  /** Bytes of those, whether they came from another lane or not. */
  readonly bytesRead: number;
  /** Bytes of posteriors that this lane carried to others, all rounds together. */
  readonly bytesCarried: number;
  /** What was asked of the caches of this lane's agents in this window; left out where they have none. */
  readonly cache?: CacheCounts;
}

/** Iterations of the independent kernel per second, over all lanes of a window, and the lanes' timer step. */
export interface CalibrationReport {
  readonly iterationsPerSecond: number;
  readonly timerStepUs: number;
  /** Share of the lanes' time in which something else had their core, 0 to 1. */
  readonly stolenShare: number;
}

/** An answer of all lanes together, or why there is none. */
export type LaneAnswer<Value> =
  | { readonly state: "done"; readonly value: Value }
  /** A worker threw, died, or was silent past its deadline. */
  | { readonly state: "failed"; readonly reason: string }
  /** The run was stopped meanwhile. */
  | { readonly state: "stopped" };

/** Lanes stay alive, and so warm, between calls. No call throws or rejects. */
export interface LaneHost {
  /** Runs the independent kernel on so many lanes at once. */
  calibrate(lanes: number, durationMs: number): Promise<LaneAnswer<CalibrationReport>>;
  /** Gives each lane its agents, and links the lanes. */
  prepare(setup: TrialSetup): Promise<LaneAnswer<OwnedMemory>>;
  /** Runs one window on the lanes that were last prepared; one report per lane. */
  window(order: WindowOrder): Promise<LaneAnswer<readonly WindowReport[]>>;
  /** Has the agents of the lanes that were last prepared follow a protocol; one report per lane. */
  protocol(order: ProtocolOrder): Promise<LaneAnswer<readonly ProtocolReport[]>>;
  /** Measures the agents of the one lane that was last prepared beside the same agents under a variation. */
  ab(order: AbOrder): Promise<LaneAnswer<readonly AbReport[]>>;
  /** Profiles the agents of the lanes that were last prepared; one report per lane. */
  profile(order: ProfileOrder): Promise<LaneAnswer<readonly ProfileReport[]>>;
  /** Has each task carried out by a lane of its own, as many at once as there are tasks, outside windows. */
  tasks(tasks: readonly LaneTask[]): Promise<LaneAnswer<readonly TaskReport[]>>;
  /** Ends every lane; the next call starts fresh ones. */
  reset(): void;
}
