// Owns a whole run: calibrate, then every planned trial with its repetitions, until the end or a stop.
import { attemptTrial, warmBlockMs } from "./attempt.ts";
import { calibrate, type Calibration } from "./capacity.ts";
import { type Configuration, workloadOf } from "./configuration.ts";
import type { EngineMemory, LaneAnswer, LaneHost, TrialSetup, WindowOrder } from "./lane-host.ts";
import { laneCount, shareAgents } from "./placement.ts";
import { isLockStep, type PlannedTrial, planTrials } from "./schedule.ts";
import { type Trial, uncountedTrial } from "./trial.ts";

/** A trial that does not count is repeated at most so often. */
const REPETITIONS_MOST = 2;
/** Looks at a barrier before sleeping, where every lane has a core: longer than one op, shorter than a time slice. */
const BARRIER_SPINS = 20_000;

export interface RunSurroundings {
  readonly host: LaneHost;
  readonly hardwareConcurrency: number;
  /** Whether lanes can share memory. */
  readonly canShareMemory: boolean;
  /** Milliseconds, any origin. */
  readonly nowMs: () => number;
  /** Begins to watch the page; the function it returns tells what disturbed it since, or null. */
  readonly watch: () => () => string | null;
  /** Resolves once a window may begin: the page is visible, and has drawn what was reported. */
  readonly untilMeasurable: () => Promise<void>;
  readonly isStopped: () => boolean;
  readonly report: (event: RunEvent) => void;
}

export type RunEvent =
  | { readonly type: "calibrated"; readonly calibration: Calibration }
  /** Lanes are ready: what is known of them so far. */
  | { readonly type: "prepared"; readonly facts: RunFacts }
  /** `done` of `total` planned trials have ended. */
  | { readonly type: "trial-started"; readonly planned: PlannedTrial; readonly done: number; readonly total: number }
  | { readonly type: "trial-ended"; readonly trial: Trial };

/** What was learnt of the lanes besides trials. */
export interface RunFacts {
  readonly calibration: Calibration;
  /** Most workers that held agents at once. */
  readonly workers: number;
  readonly transport: "shared-memory" | "message" | null;
  readonly engineMemory: EngineMemory;
}

export type RunOutcome =
  | { readonly state: "finished"; readonly trials: readonly Trial[]; readonly facts: RunFacts }
  | { readonly state: "stopped"; readonly trials: readonly Trial[]; readonly facts: RunFacts | null }
  /** Nothing could be measured at all. */
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

/** How many lanes a trial runs on. @param cores measured C, or what is assumed of it */
export function lanesOf(configuration: Configuration, planned: PlannedTrial, cores: number): number {
  const pool = configuration.workers === "auto" ? Math.max(1, Math.round(cores)) : configuration.workers;
  return planned.kind === "solo" ? 1 : laneCount(configuration.placement, planned.agents, pool);
}

/** The setup of a trial: solo trials sit alone on one lane; a control keeps its row's lanes and links. */
export function setupOf(
  configuration: Configuration,
  planned: PlannedTrial,
  cores: number,
  canShareMemory: boolean,
): TrialSetup {
  const solo = planned.kind === "solo";
  const lanes = lanesOf(configuration, planned, cores);
  const wanted = canShareMemory ? configuration.transport : "message";
  return {
    workload: workloadOf(configuration),
    totalAgents: planned.agents,
    shares: shareAgents(planned.agents, lanes),
    seed: configuration.seed,
    transport: solo || !isLockStep(configuration) ? "none" : wanted,
    barrierSpins: lanes <= Math.round(cores) ? BARRIER_SPINS : 0,
  };
}

/** The measured window of a trial. Paced windows are widened to whole periods, so that every agent is offered the same. */
export function orderOf(configuration: Configuration, planned: PlannedTrial): WindowOrder {
  const rhythm = planned.kind === "row" && isLockStep(configuration) ? "lock-step" : "free";
  if (configuration.pacing === "saturated") return { rhythm, durationMs: configuration.windowMs, periodMs: null };
  const periodMs = 1_000 / configuration.opsPerSecondPerAgent;
  return { rhythm, durationMs: Math.ceil(configuration.windowMs / periodMs - 1e-9) * periodMs, periodMs };
}

/**
 * How long a trial's measured window really takes where the lanes keep up, ms. A paced window ends with its last op: in
 * lock-step that is a whole period before the window's end, else agents begin spread over the period.
 */
export function windowMsOf(configuration: Configuration, planned: PlannedTrial): number {
  const { rhythm, durationMs, periodMs } = orderOf(configuration, planned);
  if (periodMs === null) return durationMs;
  return durationMs - (rhythm === "lock-step" ? periodMs : periodMs / planned.agents);
}

/** Measures a configuration. Never throws; every attempt is in the outcome, whether it counts or not. */
export async function runBenchmark(configuration: Configuration, around: RunSurroundings): Promise<RunOutcome> {
  const { host, nowMs, watch, report, canShareMemory } = around;
  const trials: Trial[] = [];
  await around.untilMeasurable();
  if (around.isStopped()) return { state: "stopped", trials, facts: null };
  const calibrated = await withRepetitions(host, () => calibrate(host, around.hardwareConcurrency));
  if (calibrated.state === "failed") return { state: "broken", reason: calibrated.reason };
  if (calibrated.state === "stopped") return { state: "stopped", trials, facts: null };
  const calibration = calibrated.value;
  report({ type: "calibrated", calibration });

  let facts: RunFacts = {
    calibration,
    workers: 1,
    transport: null,
    engineMemory: { perAgentBytes: 0, sharedPerWorkerBytes: 0 },
  };
  let preparedFor = "";

  async function attempt(planned: PlannedTrial, attemptNumber: number): Promise<Trial | null> {
    const setup = setupOf(configuration, planned, calibration.capacity.cores, canShareMemory);
    const key = `${setup.transport} ${setup.shares.length} ${setup.totalAgents}`;
    if (key !== preparedFor) {
      const prepared = await host.prepare(setup);
      if (prepared.state === "stopped") return null;
      if (prepared.state === "failed")
        return uncountedTrial({ ...planned, attempt: attemptNumber }, "failed", prepared.reason);
      preparedFor = key;
      facts = {
        calibration,
        workers: Math.max(facts.workers, setup.shares.length),
        transport: setup.transport === "none" ? facts.transport : setup.transport,
        engineMemory: prepared.value,
      };
      report({ type: "prepared", facts });
    }
    const order = orderOf(configuration, planned);
    const blockMs = warmBlockMs(setup.shares.length, calibration.capacity.cores);
    return attemptTrial({ planned, attempt: attemptNumber, order, host, blockMs, nowMs, watch });
  }

  const plan = planTrials(configuration);
  for (const [done, planned] of plan.entries()) {
    for (let attemptNumber = 0; attemptNumber <= REPETITIONS_MOST; attemptNumber += 1) {
      report({ type: "trial-started", planned, done, total: plan.length });
      await around.untilMeasurable();
      if (around.isStopped()) return { state: "stopped", trials, facts };
      const trial = await attempt(planned, attemptNumber);
      if (trial === null) return { state: "stopped", trials, facts };
      trials.push(trial);
      report({ type: "trial-ended", trial });
      if (trial.state === "valid") break;
      if (trial.state === "failed") {
        host.reset();
        preparedFor = "";
      }
    }
  }
  return { state: "finished", trials, facts };
}
