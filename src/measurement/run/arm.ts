// One arm of a run: what it measures, on lanes of its own that are prepared for each point in turn.
import type { EngineMemory, LaneAnswer, LaneHost, TrialSetup, WindowOrder } from "../lane/lane-host.ts";
import type { TransportKind } from "../lane/transport.ts";
import type { Bench, Machine, Measurable, WindowAnswer } from "./bench.ts";
import type { Calibration } from "./parallel-capacity.ts";
import { type Planned, type Sample, uncounted } from "./sample.ts";
import { warmBlockMs, warmUp } from "./warm-up.ts";
import { keyOf } from "./windowed.ts";

/** How much longer than ordered a window may seem from outside before the clock must have jumped. */
const CLOCK_GAP_MS = 1_500;

/** What is measured in turn with other arms. The lanes are this arm's alone. */
export interface Arm {
  readonly measurable: Measurable;
  readonly host: LaneHost;
}

/** What is known of the lanes, apart from samples. */
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

/** Attempts the points of an arm, and remembers for which of them its lanes are ready. */
export class ArmRunner implements Bench {
  readonly #arm: Arm;
  readonly #around: ArmSurroundings;
  readonly #onPrepared: (facts: RunFacts) => void;
  #preparedFor = "";
  #lanes = 1;
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

  get machine(): Machine {
    const { capacity, poolWorkers } = this.#facts.calibration;
    return { cores: capacity.cores, poolWorkers, canShareMemory: this.#around.canShareMemory };
  }

  /** Takes over a calibration with more measurements of C; what the lanes hold stays. */
  recalibrated(calibration: Calibration): void {
    this.#facts = { ...this.#facts, calibration };
    this.#onPrepared(this.#facts);
  }

  async prepare(setup: TrialSetup): Promise<LaneAnswer<null>> {
    const key = keyOf(setup);
    if (key === this.#preparedFor) return { state: "done", value: null };
    const prepared = await this.#arm.host.prepare(setup);
    if (prepared.state !== "done") return prepared;
    this.#preparedFor = key;
    this.#lanes = setup.shares.length;
    this.#facts = {
      calibration: this.#facts.calibration,
      workers: Math.max(this.#facts.workers, setup.shares.length),
      transport: setup.transport === "none" ? this.#facts.transport : setup.transport,
      engineMemory: prepared.value,
    };
    this.#onPrepared(this.#facts);
    return { state: "done", value: null };
  }

  warmUp(rhythm: WindowOrder["rhythm"]): Promise<LaneAnswer<number>> {
    return warmUp(this.#arm.host, rhythm, warmBlockMs(this.#lanes, this.machine.cores));
  }

  async window(order: WindowOrder): Promise<WindowAnswer> {
    const disturbance = this.#around.watch();
    const beganMs = this.#around.nowMs();
    const answer = await this.#arm.host.window(order);
    const tookMs = this.#around.nowMs() - beganMs;
    const disturbed = disturbance();
    if (answer.state !== "done") return answer;
    if (disturbed !== null) return { state: "invalid", reason: disturbed };
    const longestMs = Math.max(...answer.value.map((report) => report.elapsedMs));
    if (tookMs <= longestMs + CLOCK_GAP_MS) return answer;
    const seconds = (tookMs / 1_000).toFixed(1);
    return {
      state: "invalid",
      reason: `The window took ${seconds} s from outside: the clock or the machine paused.`,
    };
  }

  /** @returns the sample, whether it counts or not; null where the run was stopped meanwhile */
  async attempt(planned: Planned, attempt: number): Promise<Sample | null> {
    const taken = await this.#arm.measurable.attempt(planned, this);
    const place = { ...planned, attempt };
    switch (taken.state) {
      case "done": {
        const { figures, distributions } = taken;
        const { series, at, repeat } = planned;
        const valid = { series, at, repeat, attempt, state: "valid", figures } as const;
        return distributions === undefined ? valid : { ...valid, distributions };
      }
      case "invalid":
      case "failed":
        return uncounted(place, taken.state, taken.reason);
      case "stopped":
        return null;
    }
  }

  /** Ends the lanes, so that the next attempt begins with fresh ones. */
  reset(): void {
    this.#arm.host.reset();
    this.#preparedFor = "";
  }
}
