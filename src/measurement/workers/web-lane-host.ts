// Provides lanes as Web Workers: starts them on demand, keeps them warm, links them, gathers their answers.
import type {
  CalibrationReport,
  LaneAnswer,
  LaneHost,
  OwnedMemory,
  TrialSetup,
  WindowOrder,
  WindowReport,
} from "../lane/lane-host.ts";
import type { ProtocolReport } from "../../protocols/tally.ts";
import type { AbOrder, AbReport } from "../lane/ab-window.ts";
import type { ProfileOrder, ProfileReport } from "../lane/profile-order.ts";
import type { ProtocolOrder } from "../lane/protocol-window.ts";
import type { RoofOrder } from "../lane/roof-window.ts";
import type { LaneTask, TaskReport } from "../../workloads/built/tasks.ts";
import type { LaneWorkload, WorkloadConfig } from "../../workloads/workload.ts";
import { areTooManyIdle } from "../lane/placement.ts";
import { attempted } from "./attempted.ts";
import { deadlines } from "./deadlines.ts";
import { type LaneAsk, type LaneReplyOf, laneScriptUrl, LaneWorker } from "./lane-worker.ts";
import { linksOf } from "./links.ts";
import { mailLinksOf, sharedFor } from "./mail-links.ts";
import type { LaneReply } from "./protocol.ts";

/** How long lanes are started before the page may do something else, ms: one worker takes about ten, and a long task is of 50. */
const STARTING_MOST_MS = 15;

/** Time for all lanes to receive an order before the common start. */
function leadMs(lanes: number): number {
  return 3 + lanes * 0.3;
}

function epochNow(): number {
  return performance.timeOrigin + performance.now();
}

type Completed = (workload: WorkloadConfig) => Promise<LaneAnswer<WorkloadConfig>>;

const asItIs: Completed = async (workload) => ({ state: "done", value: workload });

export class WebLaneHost implements LaneHost {
  readonly #scriptUrl: string;
  readonly #completed: Completed;
  #workers: LaneWorker[] = [];
  #prepared = 0;
  /** Agents on the prepared lanes. */
  #agents = 0;

  /**
   * @param scriptUrl the workers' script
   * @param completed puts into a workload what its settings only refer to
   */
  constructor(scriptUrl: string = laneScriptUrl, completed: Completed = asItIs) {
    this.#scriptUrl = scriptUrl;
    this.#completed = completed;
  }

  /** Lanes alive now. */
  get alive(): number {
    return this.#workers.length;
  }

  async calibrate(lanes: number, durationMs: number): Promise<LaneAnswer<CalibrationReport>> {
    const ask = (startAtMs: number, forMs: number): Promise<LaneAnswer<readonly LaneReplyOf<"calibrated">[]>> => {
      const asks = Array.from({ length: lanes }, (): LaneAsk => ({ type: "calibrate", startAtMs, durationMs: forMs }));
      return this.#all("calibrated", asks, deadlines.calibrate(forMs));
    };
    if (lanes > this.#workers.length) {
      // Fresh lanes answer an empty window first: one that still loads would miss the common start.
      const started = await ask(0, 0);
      if (started.state !== "done") return started;
    }
    const answer = await ask(epochNow() + leadMs(lanes) + 5, durationMs);
    if (answer.state !== "done") return answer;
    const iterations = answer.value.reduce((sum, reply) => sum + reply.iterations, 0);
    const stolenMs = answer.value.reduce((sum, reply) => sum + reply.stolenMs, 0);
    return {
      state: "done",
      value: {
        iterationsPerSecond: iterations / (durationMs / 1_000),
        timerStepUs: Math.max(...answer.value.map((reply) => reply.timerStepUs)),
        stolenShare: durationMs === 0 ? 0 : stolenMs / (lanes * durationMs),
      },
    };
  }

  /** What the lanes are asked to run, with what its settings only refer to. */
  async #whole(workload: LaneWorkload): Promise<LaneAnswer<LaneWorkload>> {
    if (workload.kind !== "courier") return this.#completed(workload);
    if (workload.thinks === null) return { state: "done", value: workload };
    const thinks = await this.#completed(workload.thinks);
    return thinks.state === "done" ? { state: "done", value: { ...workload, thinks: thinks.value } } : thinks;
  }

  async prepare(setup: TrialSetup): Promise<LaneAnswer<OwnedMemory>> {
    if (setup.shares.length === 0) return { state: "failed", reason: "The setup has no lanes." };
    const workload = await this.#whole(setup.workload);
    if (workload.state !== "done") return workload;
    const { shares } = setup;
    const common = { ...setup, workload: workload.value };
    const lanes = shares.length;
    if (areTooManyIdle(this.#workers.length, lanes)) this.#endBeyond(lanes);
    const asks = shares.map((share, lane): LaneAsk => ({ type: "prepare", setup: { ...common, lane, lanes, share } }));
    const prepared = await this.#all("prepared", asks, deadlines.prepare(asks.length));
    if (prepared.state !== "done") return prepared;
    const [first] = prepared.value;
    if (first === undefined) return { state: "failed", reason: "No lane answered." };
    const links = attempted(() => linksOf(setup, first.messageLength));
    if (typeof links === "string") return { state: "failed", reason: `The lanes could not be linked: ${links}` };
    const linked = await this.#all(
      "linked",
      links.map(({ link }): LaneAsk => ({ type: "link", link })),
      deadlines.prepare(asks.length),
      links.map(({ transfer }) => transfer),
    );
    if (linked.state !== "done") return linked;
    this.#prepared = asks.length;
    this.#agents = setup.totalAgents;
    return {
      state: "done",
      value: {
        perAgentBytes: first.perAgentBytes,
        sharedPerWorkerBytes: first.sharedPerWorkerBytes,
        publishedBytes: first.messageLength * Float64Array.BYTES_PER_ELEMENT,
        scratchBytes: first.scratchBytes,
      },
    };
  }

  async window(order: WindowOrder): Promise<LaneAnswer<readonly WindowReport[]>> {
    const lanes = this.#prepared;
    if (lanes === 0) return { state: "failed", reason: "No lanes are prepared." };
    const startAtMs = epochNow() + leadMs(lanes);
    const asks = Array.from({ length: lanes }, (): LaneAsk => ({ type: "window", startAtMs, order }));
    const answer = await this.#all("window", asks, deadlines.window(order, lanes));
    if (answer.state !== "done") return answer;
    return { state: "done", value: answer.value.map((reply) => reply.report) };
  }

  async protocol(order: ProtocolOrder): Promise<LaneAnswer<readonly ProtocolReport[]>> {
    const lanes = this.#prepared;
    const agents = this.#agents;
    if (lanes === 0) return { state: "failed", reason: "No lanes are prepared." };
    const links = attempted(() => ({ mail: mailLinksOf(order, lanes), shared: sharedFor(order, agents) }));
    if (typeof links === "string") return { state: "failed", reason: `The lanes could not be linked: ${links}` };
    const { mail, shared } = links;
    const startAtMs = epochNow() + leadMs(lanes);
    const asks = mail.map(({ link }): LaneAsk => ({ type: "protocol", startAtMs, order, mail: link, shared }));
    const transfers = mail.map(({ transfer }) => transfer);
    const answer = await this.#all("protocol", asks, deadlines.protocol(order, lanes), transfers);
    if (answer.state !== "done") return answer;
    return { state: "done", value: answer.value.map((reply) => reply.report) };
  }

  async ab(order: AbOrder): Promise<LaneAnswer<readonly AbReport[]>> {
    if (this.#prepared !== 1) return { state: "failed", reason: "An A/B window takes one prepared lane." };
    const answer = await this.#all("ab", [{ type: "ab", order }], deadlines.ab(order));
    if (answer.state !== "done") return answer;
    return { state: "done", value: answer.value.map((reply) => reply.report) };
  }

  async profile(order: ProfileOrder): Promise<LaneAnswer<readonly ProfileReport[]>> {
    const lanes = this.#prepared;
    if (lanes === 0) return { state: "failed", reason: "No lanes are prepared." };
    const startAtMs = epochNow() + leadMs(lanes);
    const asks = Array.from({ length: lanes }, (): LaneAsk => ({ type: "profile", startAtMs, order }));
    const answer = await this.#all("profile", asks, deadlines.profile(order, lanes));
    if (answer.state !== "done") return answer;
    return { state: "done", value: answer.value.map((reply) => reply.report) };
  }

  async roof(lanes: number, order: RoofOrder): Promise<LaneAnswer<number>> {
    this.#prepared = 0;
    const ask = (startAtMs: number, durationMs: number): Promise<LaneAnswer<readonly LaneReplyOf<"roof">[]>> => {
      const own = { ...order, durationMs };
      const asks = Array.from({ length: lanes }, (): LaneAsk => ({ type: "roof", startAtMs, order: own }));
      return this.#all("roof", asks, deadlines.calibrate(durationMs));
    };
    // An empty window first: kernels are loaded and memory grows before the common start.
    const ready = await ask(0, 0);
    if (ready.state !== "done") return ready;
    const answer = await ask(epochNow() + leadMs(lanes), order.durationMs);
    if (answer.state !== "done") return answer;
    return { state: "done", value: answer.value.reduce((sum, { perSecond }) => sum + perSecond, 0) };
  }

  async tasks(tasks: readonly LaneTask[]): Promise<LaneAnswer<readonly TaskReport[]>> {
    const asks = tasks.map((task): LaneAsk => ({ type: "task", task }));
    const answer = await this.#all("task", asks, deadlines.task);
    if (answer.state !== "done") return answer;
    return { state: "done", value: answer.value.map((reply) => reply.report) };
  }

  /** Ends the lanes that hold no agents of the last prepared trial, so that memory is measured without them. */
  endIdle(): void {
    this.#endBeyond(this.#prepared);
  }

  #endBeyond(lanes: number): void {
    for (const worker of this.#workers.splice(lanes)) worker.terminate();
    // The browser notes each start of a script, up to 250 of them, and keeps the notes of scripts that have ended.
    performance.clearResourceTimings();
  }

  reset(): void {
    this.#endBeyond(0);
    // A new list tells lanes that are being started that nobody waits for them.
    this.#workers = [];
    this.#prepared = 0;
  }

  /** Starts lanes until there are so many, a few at a time, so that the page answers meanwhile. */
  async #grow(lanes: number): Promise<LaneAnswer<null>> {
    const workers = this.#workers;
    let beganMs = performance.now();
    while (workers.length < lanes) {
      const worker = attempted(() => new LaneWorker(workers.length, this.#scriptUrl));
      if (typeof worker === "string") return { state: "failed", reason: `No worker: ${worker}` };
      workers.push(worker);
      if (performance.now() - beganMs > STARTING_MOST_MS) {
        await new Promise((resolve) => setTimeout(resolve));
        beganMs = performance.now();
      }
      // A reset puts a new list in place of this one.
      if (this.#workers !== workers) {
        for (const started of workers) started.terminate();
        return { state: "stopped" };
      }
    }
    return { state: "done", value: null };
  }

  /** Asks one lane per entry, of which there must be one at least. The first failure answers for all, at once: the others may wait for the broken lane. */
  async #all<Type extends LaneReply["type"]>(
    type: Type,
    asks: readonly LaneAsk[],
    deadlineMs: number,
    transfers: readonly (readonly Transferable[])[] = [],
  ): Promise<LaneAnswer<readonly LaneReplyOf<Type>[]>> {
    const workers = this.#workers;
    const grown = await this.#grow(asks.length);
    if (grown.state !== "done") return grown;
    // A reset while they started put a new list in place of this one: nobody there would answer.
    if (this.#workers !== workers) return { state: "stopped" };
    const isWanted = (reply: LaneReply): reply is LaneReplyOf<Type> => reply.type === type;
    return new Promise((resolve) => {
      const replies: LaneReplyOf<Type>[] = [];
      let left = asks.length;
      for (const [lane, ask] of asks.entries()) {
        void workers[lane]?.ask(ask, deadlineMs, transfers[lane]).then((answer) => {
          if (answer.type === "stopped") resolve({ state: "stopped" });
          else if (answer.type === "failed") resolve({ state: "failed", reason: answer.reason });
          else if (isWanted(answer)) replies[lane] = answer;
          left -= 1;
          if (left === 0) resolve({ state: "done", value: replies });
        });
      }
    });
  }
}
