// Owns one arm of a run: a configuration on lanes of its own, prepared for each trial in turn.
import { attemptTrial, warmBlockMs } from "./attempt.ts";
import type { Calibration } from "./parallel-capacity.ts";
import type { Configuration } from "./configuration.ts";
import type { EngineMemory, LaneHost } from "../lane/lane-host.ts";
import type { TransportKind } from "../lane/transport.ts";
import type { PlannedTrial } from "./schedule.ts";
import { type Trial, uncountedTrial } from "./trial.ts";
import { orderOf, setupOf } from "./trial-setup.ts";

/** What is measured in turn with other arms. The lanes are this arm's alone. */
export interface Arm {
  readonly configuration: Configuration;
  readonly host: LaneHost;
}

/** What was learnt of the lanes besides trials. */
export interface RunFacts {
  readonly calibration: Calibration;
  /** Most workers that held agents at once. */
  readonly workers: number;
  readonly transport: TransportKind | null;
  readonly engineMemory: EngineMemory;
}

export interface ArmSurroundings {
  /** Whether lanes can share memory. */
  readonly canShareMemory: boolean;
  /** Milliseconds, any origin. */
  readonly nowMs: () => number;
  /** Begins to watch the page; the function it returns tells what disturbed it since, or null. */
  readonly watch: () => () => string | null;
}

/** Attempts trials of an arm, and remembers for which of them its lanes stand ready. */
export class ArmRunner {
  readonly #arm: Arm;
  readonly #around: ArmSurroundings;
  readonly #onPrepared: (facts: RunFacts) => void;
  #preparedFor = "";
  #facts: RunFacts;

  constructor(arm: Arm, calibration: Calibration, around: ArmSurroundings, onPrepared: (facts: RunFacts) => void) {
    this.#arm = arm;
    this.#around = around;
    this.#onPrepared = onPrepared;
    const engineMemory = { perAgentBytes: 0, sharedPerWorkerBytes: 0 };
    this.#facts = { calibration, workers: 1, transport: null, engineMemory };
  }

  get facts(): RunFacts {
    return this.#facts;
  }

  /** @returns the trial, whether it counts or not; null where the run was stopped meanwhile */
  async attempt(planned: PlannedTrial, attempt: number): Promise<Trial | null> {
    const { configuration, host } = this.#arm;
    const { calibration } = this.#facts;
    const { cores } = calibration.capacity;
    const setup = setupOf(configuration, planned, cores, this.#around.canShareMemory);
    const key = `${setup.transport} ${setup.shares.length} ${setup.totalAgents}`;
    if (key !== this.#preparedFor) {
      const prepared = await host.prepare(setup);
      if (prepared.state === "stopped") return null;
      if (prepared.state === "failed") return uncountedTrial({ ...planned, attempt }, "failed", prepared.reason);
      this.#preparedFor = key;
      this.#facts = {
        calibration,
        workers: Math.max(this.#facts.workers, setup.shares.length),
        transport: setup.transport === "none" ? this.#facts.transport : setup.transport,
        engineMemory: prepared.value,
      };
      this.#onPrepared(this.#facts);
    }
    const order = orderOf(configuration, planned);
    const blockMs = warmBlockMs(setup.shares.length, cores);
    const { nowMs, watch } = this.#around;
    return attemptTrial({ planned, attempt, order, host, blockMs, nowMs, watch });
  }

  /** Ends the lanes, so that the next attempt begins with fresh ones. */
  reset(): void {
    this.#arm.host.reset();
    this.#preparedFor = "";
  }
}
