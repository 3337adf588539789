// What an attempt works with: lanes that are prepared once for many attempts, warmed up, and asked for windows.
import type {
  EngineMemory,
  LaneAnswer,
  OwnedMemory,
  TrialSetup,
  WindowOrder,
  WindowReport,
} from "../lane/lane-host.ts";
import type { AbOrder, AbReport } from "../lane/ab-window.ts";
import type { ProtocolOrder } from "../lane/protocol-window.ts";
import type { ProtocolReport } from "../../protocols/tally.ts";
import type { LaneTask, TaskReport } from "../../workloads/built/tasks.ts";
import type { ProcessMemory } from "./process-memory.ts";
import type { LifecyclesOrder, LifecyclesReport } from "./lifecycles.ts";
import type { Distributions, Figures, Planned, Sample } from "./sample.ts";

/** What is known of the machine before anything is measured. */
export interface Machine {
  /** Measured C, or what is assumed of it. */
  readonly cores: number;
  /** How many workers a pool takes where nobody set it. */
  readonly poolWorkers: number;
  /** Whether lanes can share memory. */
  readonly canShareMemory: boolean;
}

/** An answer of the lanes, or that the page or the clock disturbed the window. */
export type Undisturbed<Report> =
  | LaneAnswer<readonly Report[]>
  | { readonly state: "invalid"; readonly reason: string };
export type WindowAnswer = Undisturbed<WindowReport>;

/** What a worker that dies costs, ms. */
export interface LaneLoss {
  /** From its death until it was known. */
  readonly noticedMs: number;
  /** From there until fresh lanes held all agents again. */
  readonly replacedMs: number;
}

export interface Bench {
  readonly machine: Machine;
  /** Gives the lanes their agents, unless they hold the same already. */
  prepare(setup: TrialSetup): Promise<LaneAnswer<OwnedMemory>>;
  /** Runs discarded blocks until they are stable. @returns how many were discarded */
  warmUp(rhythm: WindowOrder["rhythm"]): Promise<LaneAnswer<number>>;
  /** Runs one window while the page is watched. */
  window(order: WindowOrder): Promise<WindowAnswer>;
  /** Has the agents follow a protocol while the page is watched. */
  protocol(order: ProtocolOrder): Promise<Undisturbed<ProtocolReport>>;
  /** Measures the agents of one prepared lane beside the same agents under a variation, while the page is watched. */
  ab(order: AbOrder): Promise<Undisturbed<AbReport>>;
  /** Has the last lane die in the middle of a protocol, and puts fresh lanes in the place of all. @param breaksLaneAtMs after the start */
  loseLane(order: ProtocolOrder, breaksLaneAtMs: number, setup: TrialSetup): Promise<LaneAnswer<LaneLoss>>;
  /** Waits for the next garbage collection and reads what memory is left, while the lanes hold their agents. */
  readMemory(): Promise<LaneAnswer<ProcessMemory>>;
  /** Creates agents on fresh lanes, runs and ends them, again and again, and then reads memory. */
  lifecycles(order: LifecyclesOrder): Promise<LaneAnswer<LifecyclesReport>>;
  /** Has each task carried out by a lane of its own; what they answer does not depend on time. */
  tasks(tasks: readonly LaneTask[]): Promise<LaneAnswer<readonly TaskReport[]>>;
}

/** What comes of an attempt. */
export type Taken =
  | { readonly state: "done"; readonly figures: Figures; readonly distributions?: Distributions }
  | Exclude<Undisturbed<never>, { readonly state: "done" }>;

/** What planning needs of a point before it is measured: how long it takes, and whether lanes must be prepared again. */
export interface Cost {
  readonly lanes: number;
  /** Points with the same key share prepared lanes. */
  readonly key: string;
  readonly windowMs: number;
}

/** Chooses points one by one, each from what the earlier ones said. */
export interface Search {
  /** About the points that it takes on a machine that is not steady, from which the most time is estimated. */
  readonly longest: readonly Planned[];
  /** @param samples attempts so far, in their order @returns the next point, or null where the search has ended */
  next(samples: readonly Sample[], known: { readonly engineMemory: EngineMemory | null }): Planned | null;
}

/** What a run measures: its points, and how one of them is attempted. */
export interface Measurable {
  /** All points in order. Of a search: those that one typically takes, from which its time is estimated. */
  readonly plan: readonly Planned[];
  /** Null where the plan is all that is measured. */
  readonly search: Search | null;
  costOf(planned: Planned, cores: number): Cost;
  attempt(planned: Planned, bench: Bench): Promise<Taken>;
}
