// What a session is given to measure: arms with lanes of their own, and how what they measured becomes results.
import type { MainThreadCost } from "../page/main-thread-probe.ts";

/** Lanes as the session sees them: it only ever ends them. */
export interface Lanes {
  readonly reset: () => void;
}

/** What an arm has measured so far. The session never looks into a sample or into the facts. */
interface Measured<Sample, Facts> {
  readonly samples: readonly Sample[];
  /** What is known of the lanes. */
  readonly facts: Facts;
}

/** How far a result goes: `interrupted` is how it stands if the tab is closed now. */
export type ResultEnding =
  | { readonly state: "interrupted" }
  | { readonly state: "finished" | "stopped"; readonly cost: MainThreadCost };

/** Something to run on lanes of its own. */
export interface SessionArm<Sample, Facts, Result> {
  /** The id that its result has from the beginning. */
  readonly id: string;
  readonly lanes: Lanes;
  /** @returns null where what was measured is not worth keeping */
  readonly resultOf: (measured: Measured<Sample, Facts>, ending: ResultEnding) => Result | null;
}

/** What a run tells the session. `arm` counts from 0. */
export type SessionEvent<Sample, Facts> =
  /** The machine is known; what follows is measured. */
  | { readonly type: "calibrated" }
  | { readonly type: "prepared"; readonly arm: number; readonly facts: Facts }
  /** `done` of `total` planned points have ended. */
  | { readonly type: "attempt-started"; readonly done: number; readonly total: number }
  | { readonly type: "attempt-ended"; readonly arm: number; readonly sample: Sample };

/** What a run is given by the session. */
export interface SessionAround<Sample, Facts> {
  /** Resolves once a window may begin: the page is visible, what was measured is kept, and what is new is drawn. */
  readonly untilMeasurable: () => Promise<void>;
  readonly isStopped: () => boolean;
  readonly report: (event: SessionEvent<Sample, Facts>) => void;
}

/** How a run ended; the samples are those it reported. */
export type RunEnd<Facts> =
  | { readonly state: "finished" | "stopped"; readonly arms: readonly { readonly facts: Facts }[] }
  /** Nothing could be measured at all. */
  | { readonly state: "broken"; readonly reason: string };
