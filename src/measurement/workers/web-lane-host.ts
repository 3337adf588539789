// Provides lanes as Web Workers: keeps them warm, links them, gathers their answers.
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
import { LaneCrew } from "./lane-crew.ts";
import { type LaneAsk, type LaneReplyOf, laneScriptUrl } from "./lane-worker.ts";
import { linksOf } from "./links.ts";
import { mailLinksOf, sharedFor } from "./mail-links.ts";

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
  readonly #crew: LaneCrew;
  readonly #completed: Completed;
  #prepared = 0;
  /** Agents on the prepared lanes. */
  #agents = 0;

  /**
   * @param scriptUrl the workers' script
   * @param completed puts into a workload what its settings only refer to
   */
  constructor(scriptUrl: string = laneScriptUrl, completed: Completed = asItIs) {
    this.#crew = new LaneCrew(scriptUrl);
    this.#completed = completed;
  }

  /** Lanes alive now. */
  get alive(): number {
    return this.#crew.alive;
  }

  async calibrate(lanes: number, durationMs: number): Promise<LaneAnswer<CalibrationReport>> {
    const ask = (startAtMs: number, forMs: number): Promise<LaneAnswer<readonly LaneReplyOf<"calibrated">[]>> => {
      const asks = Array.from({ length: lanes }, (): LaneAsk => ({ type: "calibrate", startAtMs, durationMs: forMs }));
      return this.#crew.all("calibrated", asks, deadlines.calibrate(forMs));
    };
    if (lanes > this.#crew.alive) {
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
    if (areTooManyIdle(this.#crew.alive, lanes)) this.#crew.endBeyond(lanes);
    const asks = shares.map((share, lane): LaneAsk => ({ type: "prepare", setup: { ...common, lane, lanes, share } }));
    const prepared = await this.#crew.all("prepared", asks, deadlines.prepare(asks.length));
    if (prepared.state !== "done") return prepared;
    const [first] = prepared.value;
    if (first === undefined) return { state: "failed", reason: "No lane answered." };
    const links = attempted(() => linksOf(setup, first.messageLength));
    if (typeof links === "string") return { state: "failed", reason: `The lanes could not be linked: ${links}` };
    const linked = await this.#crew.all(
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
    const answer = await this.#crew.all("window", asks, deadlines.window(order, lanes));
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
    const answer = await this.#crew.all("protocol", asks, deadlines.protocol(order, lanes), transfers);
    if (answer.state !== "done") return answer;
    return { state: "done", value: answer.value.map((reply) => reply.report) };
  }

  async ab(order: AbOrder): Promise<LaneAnswer<readonly AbReport[]>> {
    if (this.#prepared !== 1) return { state: "failed", reason: "An A/B window takes one prepared lane." };
    const answer = await this.#crew.all("ab", [{ type: "ab", order }], deadlines.ab(order));
    if (answer.state !== "done") return answer;
    return { state: "done", value: answer.value.map((reply) => reply.report) };
  }

  async profile(order: ProfileOrder): Promise<LaneAnswer<readonly ProfileReport[]>> {
    const lanes = this.#prepared;
    if (lanes === 0) return { state: "failed", reason: "No lanes are prepared." };
    const startAtMs = epochNow() + leadMs(lanes);
    const asks = Array.from({ length: lanes }, (): LaneAsk => ({ type: "profile", startAtMs, order }));
    const answer = await this.#crew.all("profile", asks, deadlines.profile(order, lanes));
    if (answer.state !== "done") return answer;
    return { state: "done", value: answer.value.map((reply) => reply.report) };
  }

  async roof(lanes: number, order: RoofOrder): Promise<LaneAnswer<number>> {
    this.#prepared = 0;
    const ask = (startAtMs: number, durationMs: number): Promise<LaneAnswer<readonly LaneReplyOf<"roof">[]>> => {
      const own = { ...order, durationMs };
      const asks = Array.from({ length: lanes }, (): LaneAsk => ({ type: "roof", startAtMs, order: own }));
      return this.#crew.all("roof", asks, deadlines.calibrate(durationMs));
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
    const answer = await this.#crew.all("task", asks, deadlines.task);
    if (answer.state !== "done") return answer;
    return { state: "done", value: answer.value.map((reply) => reply.report) };
  }

  /** Ends the lanes that hold no agents of the last prepared trial, so that memory is measured without them. */
  endIdle(): void {
    this.#crew.endBeyond(this.#prepared);
  }

  reset(): void {
    this.#crew.reset();
    this.#prepared = 0;
  }
}
