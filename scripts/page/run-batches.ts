// Short runs of batched agents in this page, each on fresh lanes that it ends, so that what they leave behind can be read.
import type { LaneAnswer, TrialSetup } from "../../src/measurement/lane/lane-host.ts";
import { shareAgents } from "../../src/measurement/lane/placement.ts";
import { WebLaneHost } from "../../src/measurement/workers/web-lane-host.ts";

const AGENTS = 1_000;

/** In turn without messages, with messages between workers, and with shared memory. */
function setupOf(run: number): TrialSetup {
  const transport = (["none", "message", "shared-memory"] as const)[run % 3] ?? "none";
  return {
    workload: { kind: "explorer", gridSize: 5, policyLength: 1 },
    totalAgents: AGENTS,
    shares: shareAgents(AGENTS, globalThis.navigator.hardwareConcurrency),
    seed: run,
    topology: transport === "none" ? "none" : "ring",
    transport,
    barrierSpins: 0,
    batch: "f64",
  };
}

function check({ state, ...answer }: LaneAnswer<unknown>): void {
  if (state !== "done") throw new Error("reason" in answer ? answer.reason : state);
}

/** @throws when one of the runs failed */
export async function runBatches(runs: number): Promise<void> {
  for (let run = 0; run < runs; run += 1) {
    const lanes = new WebLaneHost();
    const setup = setupOf(run);
    check(await lanes.prepare(setup));
    const rhythm = setup.topology === "none" ? "free" : "lock-step";
    check(await lanes.window({ rhythm, durationMs: 5, periodMs: null }));
    lanes.reset();
  }
}
