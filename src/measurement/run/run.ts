// Owns a whole run: calibrate, then every planned trial with its repetitions, until the end or a stop; one arm or several in turn.
import { type Arm, ArmRunner, type ArmSurroundings, type RunFacts } from "./arm.ts";
import { calibrate, type Calibration } from "./parallel-capacity.ts";
import type { Configuration } from "./configuration.ts";
import type { LaneAnswer, LaneHost } from "../lane/lane-host.ts";
import { interleave, type PlannedTrial, planTrials } from "./schedule.ts";
import type { Trial } from "./trial.ts";

/** A trial that does not count is repeated at most so often. */
const REPETITIONS_MOST = 2;

export interface RunSurroundings extends ArmSurroundings {
  readonly hardwareConcurrency: number;
  /** Resolves once a window may begin: the page is visible, and has drawn what was reported. */
  readonly untilMeasurable: () => Promise<void>;
  readonly isStopped: () => boolean;
  readonly report: (event: RunEvent) => void;
}

/** `arm` counts from 0; a run of one configuration has arm 0 alone. */
export type RunEvent =
  | { readonly type: "calibrated"; readonly calibration: Calibration }
  /** Lanes are ready: what is known of them so far. */
  | { readonly type: "prepared"; readonly arm: number; readonly facts: RunFacts }
  /** `done` of `total` planned trials have ended. */
  | {
      readonly type: "trial-started";
      readonly arm: number;
      readonly planned: PlannedTrial;
      readonly done: number;
      readonly total: number;
    }
  | { readonly type: "trial-ended"; readonly arm: number; readonly trial: Trial };

/** What an arm has measured. */
interface ArmTrials {
  readonly trials: readonly Trial[];
  readonly facts: RunFacts;
}

export type RunOutcome =
  | { readonly state: "finished"; readonly trials: readonly Trial[]; readonly facts: RunFacts }
  | { readonly state: "stopped"; readonly trials: readonly Trial[]; readonly facts: RunFacts | null }
  /** Nothing could be measured at all. */
  | { readonly state: "broken"; readonly reason: string };

export type InterleavedOutcome =
  /** One entry per arm; none where it was stopped before anything was known of the machine. */
  | { readonly state: "finished" | "stopped"; readonly arms: readonly ArmTrials[] }
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

/** Attempts a trial until one counts. @returns false where the run was stopped meanwhile */
async function measureTrial(
  runner: ArmRunner,
  planned: PlannedTrial,
  around: RunSurroundings,
  tell: { readonly started: () => void; readonly ended: (trial: Trial) => void },
): Promise<boolean> {
  for (let attemptNumber = 0; attemptNumber <= REPETITIONS_MOST; attemptNumber += 1) {
    tell.started();
    await around.untilMeasurable();
    if (around.isStopped()) return false;
    const trial = await runner.attempt(planned, attemptNumber);
    if (trial === null) return false;
    tell.ended(trial);
    if (trial.state === "valid") return true;
    if (trial.state === "failed") runner.reset();
  }
  return true;
}

/**
 * Measures several configurations trial by trial in turn, so that a slow moment of the machine touches all alike. They share one
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
    trials: new Array<Trial>(),
  }));
  const measured = () => running.map(({ runner, trials }): ArmTrials => ({ trials, facts: runner.facts }));
  const plan = interleave(arms.map(({ configuration }) => planTrials(configuration)));
  for (const [done, { arm, planned }] of plan.entries()) {
    const one = running[arm];
    if (one === undefined) continue;
    const goesOn = await measureTrial(one.runner, planned, around, {
      started: () => report({ type: "trial-started", arm, planned, done, total: plan.length }),
      ended: (trial) => {
        one.trials.push(trial);
        report({ type: "trial-ended", arm, trial });
      },
    });
    if (!goesOn) return { state: "stopped", arms: measured() };
  }
  return { state: "finished", arms: measured() };
}

/** Measures one configuration. Never throws; every attempt is in the outcome, whether it counts or not. */
export async function runBenchmark(
  configuration: Configuration,
  host: LaneHost,
  around: RunSurroundings,
): Promise<RunOutcome> {
  const outcome = await runInterleaved([{ configuration, host }], around);
  if (outcome.state === "broken") return outcome;
  const [only] = outcome.arms;
  if (only !== undefined) return { state: outcome.state, ...only };
  return { state: "stopped", trials: [], facts: null };
}
