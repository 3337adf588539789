// One arm of a run: what it measures, on lanes of its own that are prepared for each point in turn.
import type { EngineMemory, LaneAnswer, LaneHost, OwnedMemory, TrialSetup, WindowOrder } from "../lane/lane-host.ts";
import { BROKEN_ON_PURPOSE, type ProtocolOrder } from "../lane/protocol-window.ts";
import type { ProtocolReport } from "../../protocols/tally.ts";
import type { LaneTask, TaskReport } from "../../workloads/built/tasks.ts";
import type { ProcessMemory } from "./process-memory.ts";
import type { TransportKind } from "../lane/transport.ts";
import type { AbOrder, AbReport } from "../lane/ab-window.ts";
import type { Bench, LaneLoss, Machine, Measurable, Undisturbed, WindowAnswer } from "./bench.ts";
import { Lifecycles, type LifecyclesOrder, type LifecyclesReport, type PageMemory } from "./lifecycles.ts";
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
  /** How messages travelled; null where there were none, or where they travelled in several ways, as the rows then say. */
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
  readonly isStopped: () => boolean;
  readonly memory: PageMemory;
}

/** Attempts the points of an arm, and remembers for which of them its lanes are ready. */
export class ArmRunner implements Bench {
  readonly #arm: Arm;
  readonly #around: ArmSurroundings;
  readonly #onPrepared: (facts: RunFacts) => void;
  #preparedFor = "";
  #prepared: OwnedMemory | null = null;
  readonly #transports = new Set<TransportKind>();
  #lanes = 1;
  #facts: RunFacts;
  readonly #lifecycles: Lifecycles;

  constructor(arm: Arm, calibration: Calibration, around: ArmSurroundings, onPrepared: (facts: RunFacts) => void) {
    this.#arm = arm;
    this.#around = around;
    this.#onPrepared = onPrepared;
    this.#lifecycles = new Lifecycles(arm.host, around, (setup, memory) => this.#note(setup, memory));
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

  async prepare(setup: TrialSetup): Promise<LaneAnswer<OwnedMemory>> {
    const key = keyOf(setup);
    if (key === this.#preparedFor && this.#prepared !== null) return { state: "done", value: this.#prepared };
    const prepared = await this.#arm.host.prepare(setup);
    if (prepared.state !== "done") return prepared;
    this.#preparedFor = key;
    this.#prepared = prepared.value;
    this.#note(setup, prepared.value);
    return prepared;
  }

  /** Agents that hear each other may take more than those that are only held against: what is kept is of those that take most. */
  #mostMemory({ perAgentBytes, sharedPerWorkerBytes }: EngineMemory): EngineMemory {
    const { engineMemory } = this.#facts;
    return perAgentBytes < engineMemory.perAgentBytes ? engineMemory : { perAgentBytes, sharedPerWorkerBytes };
  }

  #note(setup: TrialSetup, memory: EngineMemory): void {
    this.#lanes = setup.shares.length;
    if (setup.transport !== "none") this.#transports.add(setup.transport);
    const [transport = null, ...others] = this.#transports;
    this.#facts = {
      calibration: this.#facts.calibration,
      workers: Math.max(this.#facts.workers, setup.shares.length),
      transport: others.length === 0 ? transport : null,
      engineMemory: this.#mostMemory(memory),
    };
    this.#onPrepared(this.#facts);
  }

  warmUp(rhythm: WindowOrder["rhythm"]): Promise<LaneAnswer<number>> {
    return warmUp(this.#arm.host, rhythm, warmBlockMs(this.#lanes, this.machine.cores));
  }

  window(order: WindowOrder): Promise<WindowAnswer> {
    return this.#watched(() => this.#arm.host.window(order));
  }

  protocol(order: ProtocolOrder): Promise<Undisturbed<ProtocolReport>> {
    if (this.#lanes > 1 && this.#facts.transport !== order.transport) {
      this.#facts = { ...this.#facts, transport: order.transport };
      this.#onPrepared(this.#facts);
    }
    return this.#watched(() => this.#arm.host.protocol(order));
  }

  ab(order: AbOrder): Promise<Undisturbed<AbReport>> {
    return this.#watched(() => this.#arm.host.ab(order));
  }

  async loseLane(order: ProtocolOrder, breaksLaneAtMs: number, setup: TrialSetup): Promise<LaneAnswer<LaneLoss>> {
    const { nowMs } = this.#around;
    const beganMs = nowMs();
    const answer = await this.#arm.host.protocol({ ...order, breaksLaneAtMs });
    const knownMs = nowMs();
    if (answer.state === "stopped") return answer;
    if (answer.state === "done") return { state: "failed", reason: "A lane that was to die did not." };
    if (!answer.reason.includes(BROKEN_ON_PURPOSE)) return answer;
    this.reset();
    const again = await this.prepare(setup);
    if (again.state !== "done") return again;
    const noticedMs = knownMs - beganMs - breaksLaneAtMs;
    return { state: "done", value: { noticedMs, replacedMs: nowMs() - knownMs } };
  }

  /** Asks the lanes for something that lasts, and says whether the page or the clock disturbed it. */
  async #watched<Report extends { readonly elapsedMs: number }>(
    ask: () => Promise<LaneAnswer<readonly Report[]>>,
  ): Promise<Undisturbed<Report>> {
    const disturbance = this.#around.watch();
    const beganMs = this.#around.nowMs();
    const answer = await ask();
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

  async readMemory(): Promise<LaneAnswer<ProcessMemory>> {
    const memory = await this.#around.memory.read(this.#around.isStopped);
    return this.#around.isStopped() ? { state: "stopped" } : { state: "done", value: memory };
  }

  lifecycles(order: LifecyclesOrder): Promise<LaneAnswer<LifecyclesReport>> {
    this.#preparedFor = "";
    return this.#lifecycles.block(order);
  }

  tasks(tasks: readonly LaneTask[]): Promise<LaneAnswer<readonly TaskReport[]>> {
    return this.#arm.host.tasks(tasks);
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
