// The life of one lane: prepared with agents, linked to the others, asked for windows.
import { BatchGroup } from "../../workloads/batch-group.ts";
import { createGroup, type Group } from "../../workloads/group.ts";
import { hearings } from "../../workloads/hearings.ts";
import { runTask } from "../../workloads/built/tasks.ts";
import type { ProtocolReport } from "../../protocols/tally.ts";
import type { CacheCounts } from "../../workloads/variants/cached-models.ts";
import type { LaneWorkload, Workload } from "../../workloads/workload.ts";
import { type AbOrder, type AbReport, runAbOrder } from "../lane/ab-window.ts";
import { createAsynchronousRoundLink } from "../lane/asynchronous-round-link.ts";
import { createCalibrationKernel, runCalibration } from "../lane/calibration.ts";
import { type FreeWindow, runPacedFree, runSaturatedFree } from "../lane/free-window.ts";
import type { LaneClock } from "../lane/lane-clock.ts";
import type { WindowOrder, WindowReport } from "../lane/lane-host.ts";
import { LatencyRecorder } from "../lane/latency-recorder.ts";
import type { OwnedBytes, ProfileOrder, ProfileReport } from "../lane/profile-order.ts";
import { runProfile } from "../lane/profile-window.ts";
import { runProtocol } from "../lane/protocol-window.ts";
import { runLockStep } from "../lane/lock-step-window.ts";
import { runRoof } from "../lane/roof-window.ts";
import type { RoundLink } from "../lane/round-link.ts";
import type { Mail } from "../lane/mail.ts";
import { createSharedMail } from "../lane/shared-mail.ts";
import { createSharedRoundLink } from "../lane/shared-round-link.ts";
import { cachedGroup } from "./cached-group.ts";
import { Kernels } from "./kernels.ts";
import { createMessageMail } from "./message-mail.ts";
import { createMessageRoundLink } from "./message-round-link.ts";
import type { LaneReply, LaneRequest, LaneSetup, Link, MailLink } from "./protocol.ts";

/** The group itself where it has agents enough, else others like them. */
function repeatingGroup(group: Group, workload: Workload, agentsLeast: number, setup: LaneSetup): Group {
  if (group.agents >= agentsLeast) return group;
  const { share, totalAgents, seed, topology } = setup;
  const block = { firstAgent: share.firstAgent, agents: agentsLeast };
  const agents = Math.max(totalAgents, block.firstAgent + block.agents);
  return createGroup(workload, { block, totalAgents: agents, seed, hearing: hearings[topology] });
}

type RoofRequest = Extract<LaneRequest, { readonly type: "roof" }>;
type ProtocolRequest = Extract<LaneRequest, { readonly type: "protocol" }>;

interface Prepared {
  readonly setup: LaneSetup;
  readonly group: Group;
  readonly workload: Workload;
  /** What was asked of the agents' caches so far; null where they have none. */
  readonly asked: (() => CacheCounts) | null;
  link: RoundLink | null;
}

export class LaneThread {
  readonly #clock: LaneClock;
  readonly #build: (config: LaneWorkload) => Workload;
  readonly #latency = new LatencyRecorder();
  readonly #service = new LatencyRecorder();
  readonly #kernel = createCalibrationKernel();
  readonly #kernels = new Kernels();
  #prepared: Prepared | null = null;

  /** @param build compiles workloads */
  constructor(clock: LaneClock, build: (config: LaneWorkload) => Workload) {
    this.#clock = clock;
    this.#build = build;
  }

  /** Answers a request. Throws when the request itself breaks; the caller turns that into data. */
  async answer(request: LaneRequest): Promise<LaneReply> {
    switch (request.type) {
      case "calibrate":
        return { id: request.id, type: "calibrated", ...runCalibration(this.#clock, this.#kernel, request) };
      case "prepare":
        return { id: request.id, type: "prepared", ...(await this.#prepare(request.setup)) };
      case "link":
        this.#connect(request.link);
        return { id: request.id, type: "linked" };
      case "window":
        return { id: request.id, type: "window", report: await this.#window(request.startAtMs, request.order) };
      case "protocol":
        return { id: request.id, type: "protocol", report: await this.#protocol(request) };
      case "ab":
        return { id: request.id, type: "ab", report: this.#ab(request.order) };
      case "profile":
        return { id: request.id, type: "profile", report: await this.#profile(request.startAtMs, request.order) };
      case "roof":
        return { id: request.id, type: "roof", perSecond: await this.#roof(request) };
      case "task":
        return { id: request.id, type: "task", report: runTask(request.task) };
    }
  }

  async #prepare(setup: LaneSetup) {
    // What sat here before goes first, so that both never need memory at once.
    this.#prepared = null;
    const { share: block, totalAgents, seed, topology } = setup;
    const cached = setup.cache === undefined ? null : cachedGroup(setup, setup.cache, () => this.#clock.now());
    const workload = cached?.workload ?? this.#build(setup.workload);
    const own = { block, totalAgents, seed, hearing: hearings[topology] };
    const group = cached?.group ?? (await this.#kernels.batch(setup, workload, own)) ?? createGroup(workload, own);
    this.#prepared = { setup, group, workload, asked: cached?.counts ?? null, link: null };
    const isBatch = group instanceof BatchGroup;
    return {
      messageLength: group.messageLength,
      perAgentBytes: group.perAgentBytes,
      sharedPerWorkerBytes: isBatch ? group.sharedBytes : workload.sharedBytes,
      scratchBytes: isBatch ? 0 : workload.scratchBytes,
    };
  }

  /** Agents that were here are gone: the probe takes their memory. */
  async #roof({ startAtMs, order }: RoofRequest): Promise<number> {
    this.#prepared = null;
    const probe = await this.#kernels.probe(order);
    return runRoof(probe, startAtMs, order.durationMs, this.#clock);
  }

  #connect(link: Link): void {
    const prepared = this.#needPrepared();
    const { setup, group } = prepared;
    const { lane, lanes, totalAgents, isAsynchronous, barrierSpins: spins } = setup;
    const { messageLength, posteriors } = group;
    switch (link.kind) {
      case "none":
        prepared.link = null;
        return;
      case "shared-memory":
        if (isAsynchronous === true) {
          prepared.link = createAsynchronousRoundLink(link.buffer, lanes, posteriors.byteLength);
          return;
        }
        prepared.link = createSharedRoundLink({
          buffer: link.buffer,
          lanes,
          lane,
          rowsBytes: posteriors.byteLength,
          spins,
        });
        return;
      case "message":
        prepared.link = createMessageRoundLink({
          ...link,
          lane,
          totalAgents,
          messageLength,
          now: () => this.#clock.now(),
        });
    }
  }

  async #window(startAtMs: number, order: WindowOrder): Promise<WindowReport> {
    const { asked } = this.#needPrepared();
    if (asked === null) return this.#measured(startAtMs, order);
    const before = asked();
    const report = await this.#measured(startAtMs, order);
    const { requests, hits } = asked();
    return { ...report, cache: { requests: requests - before.requests, hits: hits - before.hits } };
  }

  async #measured(startAtMs: number, order: WindowOrder): Promise<WindowReport> {
    const { setup, group, link } = this.#needPrepared();
    this.#latency.watch(order.limitsMs ?? []);
    const window: FreeWindow = {
      group,
      share: setup.share,
      totalAgents: setup.totalAgents,
      lane: setup.lane,
      lanes: setup.lanes,
      startAtMs,
      durationMs: order.durationMs,
      clock: this.#clock,
      latency: this.#latency,
      service: this.#service,
    };
    switch (order.rhythm) {
      case "free":
        return order.periodMs === null ? runSaturatedFree(window) : runPacedFree(window, order.periodMs);
      case "lock-step":
        if (link === null) throw new Error("A lock-step window needs linked lanes.");
        return runLockStep({ ...window, link, periodMs: order.periodMs });
    }
  }

  #protocol({ order, mail, shared, startAtMs }: ProtocolRequest): Promise<ProtocolReport> {
    const { setup, group } = this.#needPrepared();
    const { lane, shares } = setup;
    return runProtocol({
      order,
      lane,
      shares,
      group,
      mail: this.#mailOf(mail, setup),
      shared,
      startAtMs,
      clock: this.#clock,
    });
  }

  #ab(order: AbOrder): AbReport {
    const { setup } = this.#needPrepared();
    return runAbOrder({ order, setup, clock: this.#clock });
  }

  async #profile(startAtMs: number, order: ProfileOrder): Promise<ProfileReport> {
    const { setup, group: plain, workload, link } = this.#needPrepared();
    const { share, lane, transport } = setup;
    const cached = order.cache === null ? null : cachedGroup(setup, order.cache, () => this.#clock.now());
    const group = cached?.group ?? plain;
    const rows = group.posteriors.byteLength;
    const bytes: OwnedBytes = {
      model: workload.sharedBytes - workload.scratchBytes,
      scratch: cached?.scratchBytes ?? workload.scratchBytes,
      beliefs: group.agents * plain.perAgentBytes - rows,
      published: rows,
      cache: cached?.cacheBytes ?? 0,
      links: link === null || (transport === "shared-memory" && lane > 0) ? 0 : link.messages.buffer.byteLength,
    };
    const built = cached?.workload ?? workload;
    const repeating = repeatingGroup(group, built, order.repeatAgents, setup);
    return runProfile({ order, group, repeating, share, link, startAtMs, clock: this.#clock, bytes });
  }

  #mailOf(link: MailLink, { lane, lanes }: LaneSetup): Mail | null {
    const now = () => this.#clock.now();
    switch (link.kind) {
      case "none":
        return null;
      case "shared-memory":
        return createSharedMail({ buffer: link.buffer, lanes, lane, now });
      case "message":
        return createMessageMail({ ports: link.ports, now });
    }
  }

  #needPrepared(): Prepared {
    if (this.#prepared === null) throw new Error("The lane was asked to run before it was prepared.");
    return this.#prepared;
  }
}
