// One measuring session: it holds the machine, runs what it is given, draws between windows, and loses nothing that was measured.
import { beginSession, type CurrentSession, endSession } from "./current-session.ts";
import { type ArmSoFar, type DraftKeeper, draftsOf, forgetDraft } from "./drafts.ts";
import { type DrawingPage, drawingSeldom } from "./drawing.ts";
import type { Hold } from "../page/exclusive.ts";
import { reasonOf } from "./failure-words.ts";
import { endLingering, letLinger } from "./lingering-lanes.ts";
import { type MainThreadCost, NOT_PROBED } from "../page/main-thread-probe.ts";
import type { ResultEnding, RunEnd, SessionArm, SessionAround, SessionEvent } from "./session-arm.ts";
import { secondsLeft } from "./time-left.ts";

/** What a session needs of its page. */
export interface SessionPage extends DrawingPage {
  /** Takes the right to measure across tabs, and keeps the screen awake. */
  readonly hold: () => Promise<Hold>;
  /** Begins to measure what the page itself costs. */
  readonly probe: () => () => MainThreadCost;
  /** Resolves once the tab is visible, or once nobody waits any more. */
  readonly untilVisible: (isStopped: () => boolean) => Promise<void>;
}

export interface SessionProgress {
  readonly done: number;
  /** 0 until the plan is known. */
  readonly total: number;
  /** Null until a trial has ended. */
  readonly secondsLeft: number | null;
}

export interface SessionAsked<Sample, Facts, Result> {
  /** Who measures, as a sentence begins: "A run on the Benchmark page". */
  readonly who: string;
  readonly arms: readonly SessionArm<Sample, Facts, Result>[];
  readonly run: (around: SessionAround<Sample, Facts>) => Promise<RunEnd<Facts>>;
  /** The machine is held. @param endedOthers whether lanes of an earlier session were ended for it */
  readonly begun: (endedOthers: boolean) => void;
  /** Shows what is new; called at most every 500 ms, and only between windows. */
  readonly draw: (progress: SessionProgress) => void;
  /** Whether the lanes stay alive when it has finished; whoever asks for it takes them back. */
  readonly lingers: boolean;
}

export type SessionEnd<Result> =
  /** Something else measures now, so nothing was begun. */
  | { readonly state: "busy"; readonly who: string }
  /** Nothing was measured. */
  | { readonly state: "broken"; readonly reason: string }
  | {
      readonly state: "finished" | "stopped";
      /** One per arm; null where it has nothing worth keeping. */
      readonly results: readonly (Result | null)[];
      /** Why it broke off in the middle; null where it did not. */
      readonly problem: string | null;
    };

function costOf(endProbe: () => MainThreadCost): MainThreadCost {
  try {
    return endProbe();
  } catch {
    return NOT_PROBED;
  }
}

/** Measures, if nothing else does now. Never throws; what was measured when something fails is in the end's results. */
export async function measure<Sample, Facts, Result>(
  asked: SessionAsked<Sample, Facts, Result>,
  page: SessionPage,
  keeper: DraftKeeper<Result>,
): Promise<SessionEnd<Result>> {
  let stopped = false;
  const endLanes = (): void => {
    for (const { lanes } of asked.arms) lanes.reset();
  };
  const stop = (): void => {
    stopped = true;
    endLanes();
  };
  const mine: CurrentSession = { who: asked.who, stop };
  const earlier = beginSession(mine);
  if (earlier !== null) return { state: "busy", who: earlier.who };
  let stayAlive = false;
  try {
    const hold = await page.hold();
    if (hold.state === "busy") return { state: "busy", who: "Another tab of Headroom" };
    try {
      asked.begun(endLingering());
      const end = await measureHeld(asked, page, keeper, () => stopped);
      stayAlive = asked.lingers && end.state === "finished";
      if (stayAlive) letLinger(asked.arms.map(({ lanes }) => lanes));
      return end;
    } finally {
      hold.release();
    }
  } catch (error) {
    return { state: "broken", reason: reasonOf(error) };
  } finally {
    if (!stayAlive) endLanes();
    endSession(mine);
  }
}

async function measureHeld<Sample, Facts, Result>(
  asked: SessionAsked<Sample, Facts, Result>,
  page: SessionPage,
  keeper: DraftKeeper<Result>,
  isStopped: () => boolean,
): Promise<SessionEnd<Result>> {
  const arms = asked.arms.map((arm): ArmSoFar<Sample, Facts, Result> => ({ arm, samples: [], facts: null }));
  let progress: SessionProgress = { done: 0, total: 0, secondsLeft: null };
  let beganMs = page.nowMs();
  const drawNews = drawingSeldom(page, () => asked.draw(progress));
  const keepNews = draftsOf(arms, keeper);
  const report = (event: SessionEvent<Sample, Facts>): void => {
    switch (event.type) {
      case "calibrated":
        beganMs = page.nowMs();
        return;
      case "prepared": {
        const arm = arms[event.arm];
        if (arm !== undefined) arm.facts = event.facts;
        return;
      }
      case "attempt-started": {
        const { done, total } = event;
        progress = { done, total, secondsLeft: secondsLeft(done, total, page.nowMs() - beganMs) };
        return;
      }
      case "attempt-ended":
        arms[event.arm]?.samples.push(event.sample);
    }
  };
  const untilMeasurable = async (): Promise<void> => {
    await page.untilVisible(isStopped);
    await keepNews();
    if (!isStopped()) await drawNews();
  };

  const endProbe = page.probe();
  const { end, problem } = await ended(asked, { untilMeasurable, isStopped, report });
  const cost = costOf(endProbe);
  if (end.state === "broken") return end;
  if (problem !== null && arms.every(({ samples }) => samples.length === 0))
    return { state: "broken", reason: problem };

  const made = arms.map((soFar, at) => madeOf(soFar, end.arms[at]?.facts ?? null, { state: end.state, cost }));
  for (const [at, { result, problem: unmade }] of made.entries()) {
    const id = arms[at]?.arm.id;
    if (id !== undefined && result === null && unmade === null) await forgetDraft(keeper, id);
  }
  return {
    state: end.state,
    results: made.map(({ result }) => result),
    problem: problem ?? made.find((one) => one.problem !== null)?.problem ?? null,
  };
}

interface Ended<Facts> {
  readonly end: RunEnd<Facts>;
  /** What it threw, though no run should; then what it reported until then counts. */
  readonly problem: string | null;
}

async function ended<Sample, Facts, Result>(
  { run }: SessionAsked<Sample, Facts, Result>,
  around: SessionAround<Sample, Facts>,
): Promise<Ended<Facts>> {
  try {
    return { end: await run(around), problem: null };
  } catch (error) {
    return { end: { state: "stopped", arms: [] }, problem: reasonOf(error) };
  }
}

interface Made<Result> {
  readonly result: Result | null;
  /** Why none could be made of samples that are there; then their draft stays. */
  readonly problem: string | null;
}

function madeOf<Sample, Facts, Result>(
  { arm, samples, facts }: ArmSoFar<Sample, Facts, Result>,
  lastFacts: Facts | null,
  ending: ResultEnding,
): Made<Result> {
  const known = lastFacts ?? facts;
  if (known === null) return { result: null, problem: null };
  try {
    return { result: arm.resultOf({ samples, facts: known }, ending), problem: null };
  } catch (error) {
    return { result: null, problem: reasonOf(error) };
  }
}
