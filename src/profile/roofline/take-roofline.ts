// Measures a roofline on given lanes: both probes on as many workers as each placement has, and how fast its agents are there.
import { opCost } from "../../inference/kernel/op-cost.ts";
import { kernelSupport } from "../../inference/kernel/kernel-support.ts";
import type { Precision } from "../../inference/kernel/precision.ts";
import type { RoofProbe } from "../../inference/kernel/roof-probes.ts";
import type { LaneAnswer, LaneHost } from "../../measurement/lane/lane-host.ts";
import { FULL_BATCH, placements, type PlacementKind } from "../../measurement/lane/placement.ts";
import type { Machine } from "../../measurement/run/bench.ts";
import { warmBlockMs, warmUp } from "../../measurement/run/warm-up.ts";
import { throughputOf } from "../../measurement/run/window-figures.ts";
import { explorerBytes } from "../../scenarios/agents/agents-most.ts";
import { saturatedOrder, seatedSetup } from "../../scenarios/agents/agent-setup.ts";
import { describeExplorer } from "../../workloads/explorer.ts";
import { destinations } from "../../workloads/grid.ts";
import { compiled } from "../../workloads/shared-model.ts";
import type { ProfileSettings } from "../profile-fields.ts";
import { type Roof, rooflineRow, type RooflineRow, type RooflineRun } from "./roofline.ts";

export type RooflineSettings = Pick<ProfileSettings, "workload" | "gridSize" | "policyLength" | "workers" | "seed">;

export interface RooflineSurroundings {
  readonly host: LaneHost;
  readonly machine: Machine;
  readonly isStopped: () => boolean;
  /** What is going on, in a few words. */
  readonly tell: (text: string) => void;
}

export type TakenRoofline =
  | { readonly state: "finished"; readonly rows: readonly RooflineRow[] }
  | { readonly state: "stopped" }
  | { readonly state: "broken"; readonly reason: string };

/** What is measured. One worker for each agent would have the roof of a pool, and its agents' speed. */
const CASES: readonly { readonly placement: PlacementKind; readonly precision: Precision }[] = [
  { placement: "single-lane", precision: "f64" },
  { placement: "pool", precision: "f64" },
  { placement: "batched", precision: "f64" },
  { placement: "batched", precision: "f32" },
];

/** The best of several windows counts, of roofs and of agents alike: what a machine does besides lowers any of them. */
const WINDOWS = 5;
const WINDOW_MS = 150;

async function bestOf(ask: () => Promise<LaneAnswer<number>>): Promise<LaneAnswer<number>> {
  let best = 0;
  for (let window = 0; window < WINDOWS; window += 1) {
    const answer = await ask();
    if (answer.state !== "done") return answer;
    best = Math.max(best, answer.value);
  }
  return { state: "done", value: best };
}

/** @param bytes of the agents of one lane */
async function roofOf(host: LaneHost, lanes: number, precision: Precision, bytes: number): Promise<LaneAnswer<Roof>> {
  const most = (probe: RoofProbe): Promise<LaneAnswer<number>> =>
    bestOf(() => host.roof(lanes, { probe, precision, bytes, durationMs: WINDOW_MS }));
  const flops = await most("chains");
  if (flops.state !== "done") return flops;
  const streamed = await most("triad");
  if (streamed.state !== "done") return streamed;
  return { state: "done", value: { flops: flops.value, bytes: streamed.value } };
}

type Speed = Pick<RooflineRun, "agents" | "workers" | "opsPerSecond" | "steppedBy">;

async function speedOf(
  settings: RooflineSettings,
  { placement, precision }: (typeof CASES)[number],
  { host, machine }: RooflineSurroundings,
): Promise<LaneAnswer<Speed>> {
  const { workload, gridSize, policyLength, workers, seed } = settings;
  const pool = workers === "auto" ? machine.poolWorkers : workers;
  const agents = FULL_BATCH * placements[placement].lanesFor(FULL_BATCH, pool);
  const choice = { workload, gridSize, policyLength, seed, placement, precision, workers };
  const setup = seatedSetup({ ...choice, topology: "none", transport: "message" }, agents, machine);
  const prepared = await host.prepare(setup);
  if (prepared.state !== "done") return prepared;
  const lanes = setup.shares.length;
  const warm = await warmUp(host, "free", warmBlockMs(lanes, machine.cores));
  if (warm.state !== "done") return warm;
  let steppedBy: Speed["steppedBy"] = "engine";
  const rate = await bestOf(async () => {
    const window = await host.window(saturatedOrder("free", WINDOW_MS));
    if (window.state !== "done") return window;
    steppedBy = window.value[0]?.steppedBy ?? steppedBy;
    return { state: "done", value: throughputOf(window.value) };
  });
  if (rate.state !== "done") return rate;
  return { state: "done", value: { agents, workers: lanes, opsPerSecond: rate.value, steppedBy } };
}

/** Never throws as long as the lanes do not. The lanes keep no agents. */
export async function takeRoofline(settings: RooflineSettings, around: RooflineSurroundings): Promise<TakenRoofline> {
  const { workload, gridSize, policyLength } = settings;
  const model =
    workload === "explorer" ? compiled(describeExplorer(gridSize, policyLength, destinations(gridSize))) : null;
  const support = model === null ? null : kernelSupport(model);
  if (model === null || support?.state !== "supported") {
    return {
      state: "broken",
      reason: `Ops of the workload ${workload} are not counted. Choose the workload explorer.`,
    };
  }
  const roofs = new Map<string, Roof>();
  const rows: RooflineRow[] = [];
  for (const one of CASES) {
    const { placement, precision } = one;
    around.tell(`Agents ${placement}, ${precision}`);
    const speed = await speedOf(settings, one, around);
    if (speed.state === "stopped" || around.isStopped()) return { state: "stopped" };
    if (speed.state === "failed") return { state: "broken", reason: speed.reason };
    const { workers } = speed.value;
    const key = `${workers} ${precision}`;
    around.tell(`What ${workers === 1 ? "one worker" : `${workers} workers`} can do at most, ${precision}`);
    const known = roofs.get(key);
    const bytesEach = explorerBytes({ gridSize, precision, topology: "none" });
    const roof: LaneAnswer<Roof> =
      known === undefined
        ? await roofOf(around.host, workers, precision, FULL_BATCH * bytesEach)
        : { state: "done", value: known };
    if (roof.state === "stopped" || around.isStopped()) return { state: "stopped" };
    if (roof.state === "failed") return { state: "broken", reason: roof.reason };
    roofs.set(key, roof.value);
    const cost = opCost(model, support.plan, precision);
    rows.push(rooflineRow({ placement, precision, ...speed.value, cost, roof: roof.value }));
  }
  return { state: "finished", rows };
}
