// A whole run: calibrate, then attempt every planned point until it counts, to the end or a stop; one arm or several in turn.
import { type Arm, ArmRunner, type ArmSurroundings, type RunFacts } from "./arm.ts";
import { calibrate, type Calibration, recalibrate } from "./parallel-capacity.ts";
import type { Measurable } from "./bench.ts";
import type { LaneAnswer, LaneHost } from "../lane/lane-host.ts";
import type { Planned, Sample } from "./sample.ts";
import { turnsOf } from "./turns.ts";

/** An attempt that does not count is repeated at most so often. */
const REPETITIONS_MOST = 2;

export interface RunSurroundings extends ArmSurroundings {
  readonly hardwareConcurrency: number;
  /** Resolves once a window may begin: the page is visible, and has drawn what was reported. */
  readonly untilMeasurable: () => Promise<void>;
  readonly report: (event: RunEvent) => void;
}

/** `arm` counts from 0; a run of one thing has arm 0 alone. */
export type RunEvent =
  | { readonly type: "calibrated"; readonly calibration: Calibration }
  /** Lanes are ready, or C was measured again: what is known so far. */
  | { readonly type: "prepared"; readonly arm: number; readonly facts: RunFacts }
  /** `done` of `total` planned points have ended; of a search the total is what one typically takes. */
  | {
      readonly type: "attempt-started";
      readonly arm: number;
      readonly planned: Planned;
      readonly done: number;
      readonly total: number;
    }
  | { readonly type: "attempt-ended"; readonly arm: number; readonly sample: Sample };

/** What an arm has measured. */
interface ArmSamples {
  readonly samples: readonly Sample[];
  readonly facts: RunFacts;
}

export type RunOutcome =
  | { readonly state: "finished"; readonly samples: readonly Sample[]; readonly facts: RunFacts }
  | { readonly state: "stopped"; readonly samples: readonly Sample[]; readonly facts: RunFacts | null }
  /** Nothing could be measured at all. */
  | { readonly state: "broken"; readonly reason: string };

export type InterleavedOutcome =
  /** One entry per arm; none where it was stopped before anything was known of the machine. */
  | { readonly state: "finished" | "stopped"; readonly arms: readonly ArmSamples[] }
  | { readonly state: "broken"; readonly reason: string };

async function withRepetitions<Value>(
  host: LaneHost,
  ask: () => Promise<LaneAnswer<Value>>,
): Promise<LaneAnswer<Value>> {
  let answer = await ask();
  for (let repetition = 0; answer.state === "failed" && repetition < REPETITIONS_MOST; repetition += 1) {
    host.reset();
    answer = await ask();
  }
  return answer;
}

/** Attempts a point until one attempt counts. @returns false where the run was stopped meanwhile */
async function measurePoint(
  runner: ArmRunner,
  planned: Planned,
  around: RunSurroundings,
  tell: { readonly started: () => void; readonly ended: (sample: Sample) => void },
): Promise<boolean> {
  for (let attemptNumber = 0; attemptNumber <= REPETITIONS_MOST; attemptNumber += 1) {
    tell.started();
    await around.untilMeasurable();
    if (around.isStopped()) return false;
    const sample = await runner.attempt(planned, attemptNumber);
    if (sample === null) return false;
    tell.ended(sample);
    if (sample.state === "valid") return true;
    if (sample.state === "failed") runner.reset();
  }
  return true;
}

/**
 * Measures several arms point by point in turn, so that a slow moment of the machine touches all alike. They share one
 * calibration, on the lanes of the first. Never throws; every attempt is in the outcome, whether it counts or not.
 * @param arms at least one, each with lanes of its own
 */
export async function runInterleaved(
  arms: readonly [Arm, ...Arm[]],
  around: RunSurroundings,
): Promise<InterleavedOutcome> {
  const { report } = around;
  await around.untilMeasurable();
  if (around.isStopped()) return { state: "stopped", arms: [] };
  const { host } = arms[0];
  const calibrated = await withRepetitions(host, () => calibrate(host, around.hardwareConcurrency));
  if (calibrated.state === "failed") return { state: "broken", reason: calibrated.reason };
  if (calibrated.state === "stopped") return { state: "stopped", arms: [] };
  const calibration = calibrated.value;
  report({ type: "calibrated", calibration });

  const running = arms.map((arm, at) => ({
    runner: new ArmRunner(arm, calibration, around, (facts) => report({ type: "prepared", arm: at, facts })),
    samples: new Array<Sample>(),
  }));
  const measured = () => running.map(({ runner, samples }): ArmSamples => ({ samples, facts: runner.facts }));
  const turns = turnsOf(
    arms.map(({ measurable }) => measurable),
    (arm) => ({ samples: running[arm]?.samples ?? [], engineMemory: running[arm]?.runner.facts.engineMemory ?? null }),
  );
  /** A machine changes while it is measured. Where C cannot be measured again, what is known of it stays. */
  const measureCapacityAgain = async (): Promise<void> => {
    const [first] = running;
    await around.untilMeasurable();
    if (first === undefined || around.isStopped()) return;
    const again = await recalibrate(host, first.runner.facts.calibration, around.hardwareConcurrency);
    if (again.state === "failed") first.runner.reset();
    if (again.state !== "done") return;
    for (const { runner } of running) runner.recalibrated(again.value);
  };
  let done = -1;
  for (const { arm, planned } of turns.points()) {
    done += 1;
    if (done > 0 && done === Math.floor(turns.total / 2)) await measureCapacityAgain();
    const one = running[arm];
    if (one === undefined) continue;
    const goesOn = await measurePoint(one.runner, planned, around, {
      started: () => report({ type: "attempt-started", arm, planned, done, total: Math.max(turns.total, done + 1) }),
      ended: (sample) => {
        one.samples.push(sample);
        report({ type: "attempt-ended", arm, sample });
      },
    });
    if (!goesOn) return { state: "stopped", arms: measured() };
  }
  await measureCapacityAgain();
  return { state: "finished", arms: measured() };
}

/** Measures one thing alone. Never throws; every attempt is in the outcome, whether it counts or not. */
export async function runBenchmark(
  measurable: Measurable,
  host: LaneHost,
  around: RunSurroundings,
): Promise<RunOutcome> {
  const outcome = await runInterleaved([{ measurable, host }], around);
  if (outcome.state === "broken") return outcome;
  const [only] = outcome.arms;
  if (only !== undefined) return { state: outcome.state, ...only };
  return { state: "stopped", samples: [], facts: null };
}
