// The entry of a lane's worker whose every op is really longer by the share that its address names: `?slow=0.15`.
import { serveLane } from "../../src/measurement/workers/serve-lane.ts";
import { type LaneWorkload, type Workload } from "../../src/workloads/workload.ts";
import { buildForLane } from "../../src/workloads/built/registry.ts";

const WARM_MS = 150;
const BLOCKS = 15;
const BLOCK_MS = 10;

/** Milliseconds that one call takes once it is compiled: the median of short blocks. */
function callMs(call: () => void): number {
  const until = performance.now() + WARM_MS;
  while (performance.now() < until) for (let n = 0; n < 50; n += 1) call();
  const blocks = Array.from({ length: BLOCKS }, () => {
    const began = performance.now();
    let calls = 0;
    let now = began;
    for (; now - began < BLOCK_MS; now = performance.now()) {
      for (let n = 0; n < 20; n += 1) call();
      calls += 20;
    }
    return (now - began) / calls;
  });
  return blocks.sort((a, b) => a - b)[Math.floor(BLOCKS / 2)] ?? 0;
}

/** A loop of arithmetic that burns a whole number of turns. */
function createBurner(): (turns: number) => void {
  const values = new Float64Array(8).fill(1);
  return (turns) => {
    for (let turn = 0; turn < turns; turn += 1) {
      values[turn & 7] = ((values[turn & 7] ?? 0) * 1.000_000_1 + 0.1) % 3;
    }
  };
}

const TRIAL_TURNS = 1_000;
const turnsByWorkload = new Map<string, number>();

/** How many turns of the burner take that share of one op of the workload, measured here. */
function turnsOf(config: LaneWorkload, share: number, burn: (turns: number) => void): number {
  const key = JSON.stringify(config);
  const known = turnsByWorkload.get(key);
  if (known !== undefined) return known;
  const participant = buildForLane(config).createParticipant({ seed: 1, teamSeed: 1, agent: 0, agents: 1 });
  const opMs = callMs(() => participant.step());
  const turnMs = callMs(() => burn(TRIAL_TURNS)) / TRIAL_TURNS;
  const turns = Math.round((opMs * share) / turnMs);
  turnsByWorkload.set(key, turns);
  return turns;
}

function slowWorkload(config: LaneWorkload, share: number): Workload {
  const workload = buildForLane(config);
  const burn = createBurner();
  const turns = turnsOf(config, share, burn);
  return {
    messageLength: workload.messageLength,
    sharedBytes: workload.sharedBytes,
    scratchBytes: workload.scratchBytes,
    readerFor: (hearing, readers) => workload.readerFor(hearing, readers),
    createParticipant: (setup) => {
      const participant = workload.createParticipant(setup);
      return {
        posterior: participant.posterior,
        heard: participant.heard,
        bytes: participant.bytes,
        step: () => {
          participant.step();
          burn(turns);
        },
      };
    },
  };
}

const share = Number(new URL(self.location.href).searchParams.get("slow") ?? 0);
serveLane((config) => slowWorkload(config, share));
