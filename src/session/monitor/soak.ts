// A soak: agents act until somebody stops them, one measured interval after another, through pauses, changed loads and workers that die.
import type { LaneHost } from "../../measurement/lane/lane-host.ts";
import type { Machine } from "../../measurement/run/bench.ts";
import { calibrate } from "../../measurement/run/parallel-capacity.ts";
import type { ProcessMemory } from "../../measurement/run/process-memory.ts";
import { throughputOf } from "../../measurement/run/window-figures.ts";
import { keyOf } from "../../measurement/run/windowed.ts";
import type { Basis, Entry, MarkKind, Slot } from "../../monitor/slot.ts";
import { saturatedOrder, soloSetup } from "../../scenarios/agents/agent-setup.ts";
import { type Load, loadText, orderOfLoad, setupOfLoad } from "../../scenarios/soak/load.ts";
import { lostSlot, slotOf } from "./slot-of.ts";

/** Lanes that failed so often one after the other are not begun again. */
const CRASHES_MOST = 5;
const MEMORY_EVERY_MS = 60_000;
const SOLO_MS = 400;

export interface SoakParts {
  readonly lanes: LaneHost;
  readonly nowMs: () => number;
  readonly hardwareConcurrency: number;
  readonly canShareMemory: boolean;
  /** Begins to watch the main thread. @returns ends it, and tells the share of probes that came late, and its tasks of 50 ms or more */
  readonly probe: () => () => MainThreadLateness;
  readonly measureMemory: (agents: number, workers: number) => Promise<ProcessMemory>;
}

interface MainThreadLateness {
  readonly busyShare: number | null;
  readonly longTasks: number | null;
}

const NOTHING_READ = { mainThread: null, longTasks: null, workerBytes: null, pageBytes: null } as const;

/** What a person can do to a soak while it lasts. */
export interface SoakControl {
  readonly stop: () => void;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly change: (load: Load) => void;
  readonly changeRules: (text: string) => void;
  readonly mark: (kind: MarkKind, text: string) => void;
}

export interface SoakTold {
  /** Machine and one agent alone are known; entries follow. */
  readonly begun: (basis: Basis) => void;
  readonly entry: (entry: Entry) => void;
  readonly paused: (isPaused: boolean) => void;
}

export type SoakEnd =
  | { readonly state: "stopped" }
  /** Nothing was measured, or nothing can be any more. */
  | { readonly state: "broken"; readonly reason: string };

export class Soak implements SoakControl {
  readonly #parts: SoakParts;
  readonly #told: SoakTold;
  #load: Load;
  #isStopped = false;
  #isPaused = false;
  #wake: (() => void) | null = null;
  #startedMs: number | null = null;
  /** What was read of the browser's memory, and is in no slot yet. */
  #memory: Pick<Slot, "workerBytes" | "pageBytes"> = NOTHING_READ;
  #memoryAskedMs = -Infinity;

  constructor(load: Load, parts: SoakParts, told: SoakTold) {
    this.#load = load;
    this.#parts = parts;
    this.#told = told;
  }

  readonly stop = (): void => {
    this.#isStopped = true;
    this.#parts.lanes.reset();
    this.#wake?.();
  };

  readonly pause = (): void => {
    if (this.#isPaused) return;
    this.#isPaused = true;
    this.#told.paused(true);
    this.mark("pause", "The load was paused.");
  };

  readonly resume = (): void => {
    if (!this.#isPaused) return;
    this.#isPaused = false;
    this.#told.paused(false);
    this.mark("resume", "The load goes on.");
    this.#wake?.();
  };

  readonly change = (load: Load): void => {
    this.#load = load;
    this.mark("load", loadText(load));
  };

  readonly changeRules = (text: string): void => {
    if (this.#startedMs !== null) this.#told.entry({ rules: text });
  };

  readonly mark = (kind: MarkKind, text: string): void => {
    if (this.#startedMs === null) return;
    this.#told.entry({ mark: { atMs: this.#sinceStart(), kind, text } });
  };

  #sinceStart(): number {
    return Math.round(this.#parts.nowMs() - (this.#startedMs ?? this.#parts.nowMs()));
  }

  /** Never throws. */
  async run(): Promise<SoakEnd> {
    const { lanes, hardwareConcurrency, canShareMemory, nowMs } = this.#parts;
    const calibration = await calibrate(lanes, hardwareConcurrency);
    if (calibration.state === "failed") return { state: "broken", reason: calibration.reason };
    if (calibration.state === "stopped") return { state: "stopped" };
    const { capacity, poolWorkers } = calibration.value;
    const machine = { cores: capacity.cores, poolWorkers, canShareMemory };
    const solo = await this.#soloOpsPerSecond();
    if (solo === null) return { state: "stopped" };
    if (typeof solo === "string") return { state: "broken", reason: solo };
    this.#startedMs = nowMs();
    this.#told.begun({ soloOpsPerSecond: solo, cores: capacity.cores });
    this.mark("start", loadText(this.#load));
    const end = await this.#intervals(machine);
    this.mark("stop", end.state === "broken" ? `It ended: ${end.reason}` : "The soak was stopped.");
    return end;
  }

  /** @returns op/s of one agent alone; why it could not be measured; or null where it was stopped meanwhile */
  async #soloOpsPerSecond(): Promise<number | string | null> {
    const { lanes } = this.#parts;
    const prepared = await lanes.prepare(soloSetup(this.#load));
    if (prepared.state === "failed") return prepared.reason;
    if (prepared.state === "stopped") return null;
    // The first window warms up.
    await lanes.window(saturatedOrder("free", SOLO_MS));
    const answer = await lanes.window(saturatedOrder("free", SOLO_MS));
    if (answer.state === "failed") return answer.reason;
    return answer.state === "stopped" ? null : throughputOf(answer.value);
  }

  async #intervals(machine: Machine): Promise<SoakEnd> {
    let preparedKey: string | null = null;
    let crashes = 0;
    while (!this.#isStopped) {
      if (this.#isPaused) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        continue;
      }
      const setup = setupOfLoad(this.#load, machine);
      const order = orderOfLoad(this.#load);
      const atMs = this.#sinceStart();
      let failure: string | null = null;
      if (keyOf(setup) !== preparedKey) {
        const prepared = await this.#parts.lanes.prepare(setup);
        if (prepared.state === "stopped") break;
        failure = prepared.state === "failed" ? prepared.reason : null;
        if (failure === null && crashes > 0) this.mark("restart", "Fresh workers took over.");
        if (failure === null) preparedKey = keyOf(setup);
      }
      if (failure === null) {
        const startMs = this.#sinceStart();
        const endProbe = this.#parts.probe();
        const answer = await this.#parts.lanes.window(order);
        const { busyShare, longTasks } = endProbe();
        if (answer.state === "stopped") break;
        if (answer.state === "done") {
          crashes = 0;
          const around = { atMs: startMs, mainThread: busyShare, longTasks, ...this.#takeMemory() };
          this.#told.entry({ slot: slotOf(answer.value, order, setup, around) });
          this.#askForMemory(setup.totalAgents, setup.shares.length);
          continue;
        }
        failure = answer.reason;
      }
      crashes += 1;
      preparedKey = null;
      this.#parts.lanes.reset();
      const lostMs = Math.max(1, this.#sinceStart() - atMs);
      this.#told.entry({ slot: lostSlot(order, setup, lostMs, { atMs, ...NOTHING_READ }) });
      this.mark("crash", failure);
      if (crashes >= CRASHES_MOST) return { state: "broken", reason: failure };
    }
    return { state: "stopped" };
  }

  #takeMemory(): Pick<Slot, "workerBytes" | "pageBytes"> {
    const { workerBytes, pageBytes } = this.#memory;
    this.#memory = NOTHING_READ;
    return { workerBytes, pageBytes };
  }

  /** The browser answers when it next collects garbage; nobody waits for it. */
  #askForMemory(agents: number, workers: number): void {
    const nowMs = this.#parts.nowMs();
    if (nowMs - this.#memoryAskedMs < MEMORY_EVERY_MS) return;
    this.#memoryAskedMs = nowMs;
    void this.#parts.measureMemory(agents, workers).then((memory) => {
      if (memory.state !== "measured") return;
      const { workersBytes, totalBytes } = memory;
      this.#memory = { workerBytes: workersBytes, pageBytes: totalBytes - workersBytes };
    });
  }
}
