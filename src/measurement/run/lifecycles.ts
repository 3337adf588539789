// A block of lifecycles: agents are created on fresh lanes, run for a short window and destroyed with them, again and again; then memory is read.
import type { EngineMemory, LaneAnswer, LaneHost, TrialSetup, WindowOrder } from "../lane/lane-host.ts";
import type { ArmSurroundings } from "./arm.ts";
import type { ProcessMemory } from "./process-memory.ts";

/** What a page may leave behind that can be counted exactly. */
export const COUNTERS = ["workers", "ports", "listeners", "entries", "nodes", "urls", "shared", "wasm"] as const;
export type Counter = (typeof COUNTERS)[number];

/**
 * By how much each grew in a block: workers that were not ended, ports that are open, listeners on what lives on, performance entries,
 * nodes of the document, object URLs, and bytes of SharedArrayBuffers and of WebAssembly memories.
 */
export type Counts = Readonly<Record<Counter, number>>;

/** What of a page can be measured while lifecycles run in it. */
export interface PageMemory {
  /** When this page was opened, ms since the epoch: readings of two pages are not compared. */
  readonly openedAtMs: number;
  /** Begins to count. @returns ends it */
  count(): {
    /** Ends counting. What is counted after a garbage collection alone is told by `counts`. */
    end(): void;
    /** Asked after a garbage collection, if there was one: buffers that nobody holds are gone then. @param isCollected else bytes of buffers are not known, and 0 */
    counts(isCollected: boolean): Counts;
  };
  /** Waits for the next garbage collection and reads what is left. @param isStopped ends it early */
  read(isStopped: () => boolean): Promise<ProcessMemory>;
  /** Waits and does nothing. */
  idle(durationMs: number, isStopped: () => boolean): Promise<void>;
}

export interface LifecyclesOrder {
  readonly setup: TrialSetup;
  readonly window: WindowOrder;
  readonly lifecycles: number;
  /** Waits for as long instead of doing anything. */
  readonly isIdle: boolean;
}

export interface LifecyclesReport {
  /** Lifecycles so far in this page, idle ones too, this block included. */
  readonly begun: number;
  readonly openedAtMs: number;
  /** How long one took on average, ms. */
  readonly eachMs: number;
  readonly counts: Counts;
  readonly memory: ProcessMemory;
}

const SETTLE_MS = 100;

/** What a lifecycle takes while none has been seen. */
const ASSUMED_MS = 80;

/** Lifecycles of one page, and how long they take. */
export class Lifecycles {
  readonly #host: LaneHost;
  readonly #memory: PageMemory;
  readonly #nowMs: () => number;
  readonly #isStopped: () => boolean;
  readonly #onPrepared: (setup: TrialSetup, engineMemory: EngineMemory) => void;
  #begun = 0;
  #eachMs = ASSUMED_MS;

  constructor(
    host: LaneHost,
    { memory, nowMs, isStopped }: Pick<ArmSurroundings, "memory" | "nowMs" | "isStopped">,
    onPrepared: (setup: TrialSetup, engineMemory: EngineMemory) => void,
  ) {
    this.#host = host;
    this.#onPrepared = onPrepared;
    this.#memory = memory;
    this.#nowMs = nowMs;
    this.#isStopped = isStopped;
  }

  /** Runs a block, and reads memory behind it. Every lane is ended before and after. */
  async block(order: LifecyclesOrder): Promise<LaneAnswer<LifecyclesReport>> {
    const { lifecycles, isIdle } = order;
    this.#host.reset();
    const counting = this.#memory.count();
    const beganMs = this.#nowMs();
    const ended = isIdle ? await this.#idle(lifecycles) : await this.#run(order);
    if (!isIdle && ended.state === "done") this.#eachMs = (this.#nowMs() - beganMs) / lifecycles;
    // What a worker's start leaves in the page may come a moment after the worker is gone.
    await this.#memory.idle(SETTLE_MS, this.#isStopped);
    this.#host.reset();
    counting.end();
    this.#begun += lifecycles;
    if (ended.state !== "done") return ended;
    if (ended.value !== null) this.#onPrepared(order.setup, ended.value);
    const memory = await this.#memory.read(this.#isStopped);
    if (this.#isStopped()) return { state: "stopped" };
    const { openedAtMs } = this.#memory;
    const counts = counting.counts(memory.state === "measured");
    return { state: "done", value: { begun: this.#begun, openedAtMs, eachMs: this.#eachMs, counts, memory } };
  }

  async #run({ setup, window, lifecycles }: LifecyclesOrder): Promise<LaneAnswer<EngineMemory | null>> {
    let engineMemory: EngineMemory | null = null;
    for (let done = 0; done < lifecycles; done += 1) {
      const created = await this.#host.prepare(setup);
      if (created.state !== "done") return created;
      engineMemory = created.value;
      const ran = await this.#host.window(window);
      if (ran.state !== "done") return ran;
      this.#host.reset();
    }
    return { state: "done", value: engineMemory };
  }

  async #idle(lifecycles: number): Promise<LaneAnswer<null>> {
    await this.#memory.idle(lifecycles * this.#eachMs, this.#isStopped);
    return { state: "done", value: null };
  }
}
