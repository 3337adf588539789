// Measures, after a run, the memory of the browser's process while the most agents are alive.
import { type ProcessMemory, unavailable } from "../../measurement/run/process-memory.ts";
import { experimentOf } from "../../results/experiment.ts";
import type { Result } from "../../results/format/result.ts";
import { reasonOf } from "../measuring/failure-words.ts";
import { isLingering, takeBack } from "../measuring/lingering-lanes.ts";
import type { MeasuringParts, PageLanes } from "../measuring/measuring-parts.ts";

async function measured(
  result: Result,
  lanes: PageLanes,
  measureMemory: MeasuringParts["measureMemory"],
): Promise<ProcessMemory> {
  // Ended lanes would be started once more by being prepared, beside whatever measures now.
  if (!isLingering(lanes)) return unavailable("The workers were ended before.");
  const { parallelCapacity, workers, isolated } = result.environment;
  const setup = experimentOf(result).fullestSetup({
    cores: parallelCapacity.cores,
    poolWorkers: workers,
    canShareMemory: isolated,
  });
  if (setup === null) return unavailable("This run keeps no agents alive for it.");
  const prepared = await lanes.prepare(setup);
  if (prepared.state !== "done") return unavailable("The workers could not be prepared for it.");
  lanes.endIdle();
  return measureMemory(setup.totalAgents, lanes.alive);
}

/** Measures on the lanes of a run, which linger until then, and ends them. Never throws. */
export async function memoryOfRun(
  result: Result,
  lanes: PageLanes,
  measureMemory: MeasuringParts["measureMemory"],
): Promise<ProcessMemory> {
  let memory: ProcessMemory;
  try {
    memory = await measured(result, lanes, measureMemory);
  } catch (error) {
    memory = unavailable(`It could not be measured: ${reasonOf(error)}`);
  }
  // Of lanes that were ended meanwhile the figure would say nothing.
  const wasAlive = takeBack(lanes);
  if (wasAlive) lanes.reset();
  return wasAlive ? memory : unavailable("Another measurement began before the browser had measured it.");
}
