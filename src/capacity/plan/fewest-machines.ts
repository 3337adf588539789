// Finds the processes of mixed sizes that meet the demand on the fewest machines of one type. The search is exact.
import { RESERVED_BEYOND_MB, type Room, roomOf } from "./machine-room.ts";
import type { MachineType } from "./machine-type.ts";
import { memoryLine } from "../memory/memory.ts";
import type { PlanRequest } from "./plan.ts";
import { enough, type ProcessSize, wantedValue } from "./process-sizes.ts";
import { ValueTable } from "./value-table.ts";

/** What one machine holds: processes that count towards the demand, and spare ones. */
interface Load {
  readonly survivors: number;
  readonly spare: number;
  /** Agents of the survivors together. */
  readonly agents: number;
  readonly value: number;
}

/** The loads that meet the demand, one for each machine. */
export interface MachineLoads {
  readonly machine: MachineType;
  /** Sizes in agents, one list per machine. */
  readonly placement: readonly (readonly number[])[];
}

interface Memory {
  readonly emptyMB: number;
  readonly perAgentMB: number;
}

/** The best load of one machine for each number of survivors and of spare processes, which hold `spareAgents` each. */
function loadsOf(table: ValueTable, room: Room, memory: Memory, spareMost: number, spareAgents: number): Load[] {
  const loads: Load[] = [];
  const processes = Math.min(room.processes, table.processesMost + spareMost);
  for (let spare = 0; spare <= Math.min(spareMost, processes); spare += 1) {
    for (let survivors = 0; survivors + spare <= processes && survivors <= table.processesMost; survivors += 1) {
      const freeMB = room.memoryMB + 1e-9 - (survivors + spare) * (memory.emptyMB + RESERVED_BEYOND_MB);
      const agentsMost = Math.floor(freeMB / memory.perAgentMB + 1e-9) - spare * spareAgents;
      if (agentsMost < survivors) break;
      if (survivors === 0) {
        loads.push({ survivors, spare, agents: 0, value: 0 });
        continue;
      }
      const best = table.bestAgents(survivors, agentsMost);
      if (best !== null) loads.push({ survivors, spare, ...best });
    }
  }
  return loads;
}

/** The best way to reach a state: a number of spare processes placed, and of processes in all. */
interface Step {
  readonly value: number;
  /** The load of the last machine; null where there is none. */
  readonly load: Load | null;
  /** The state before that machine. */
  readonly before: number;
}

/**
 * The fewest machines whose loads add up to the value, with all spare processes placed and no more processes than allowed.
 * @returns the load of each machine; null where `machinesMost` machines do not reach the value
 */
function fewestLoads(
  loads: readonly Load[],
  spare: number,
  processesMost: number,
  value: number,
  machinesMost: number,
): readonly Load[] | null {
  const width = processesMost + 1;
  const empty: Step = { value: Number.NEGATIVE_INFINITY, load: null, before: 0 };
  let layer: Step[] = Array.from({ length: (spare + 1) * width }, () => empty);
  layer[0] = { value: 0, load: null, before: 0 };
  const layers = [layer];
  const most = Math.max(0, ...loads.map((load) => load.value));
  for (let machines = 1; machines <= machinesMost; machines += 1) {
    const next = [...layer].map(() => empty);
    for (const [state, step] of layer.entries()) {
      if (step.value === Number.NEGATIVE_INFINITY || step.value + (machinesMost - machines + 1) * most < value)
        continue;
      const placed = Math.floor(state / width);
      const processes = state % width;
      for (const load of loads) {
        const spareNow = placed + load.spare;
        const processesNow = processes + load.survivors + load.spare;
        if (spareNow > spare || processesNow > processesMost) continue;
        const at = spareNow * width + processesNow;
        const reached = step.value + load.value;
        if (reached > (next[at]?.value ?? 0)) next[at] = { value: reached, load, before: state };
      }
    }
    layers.push(next);
    layer = next;
    const from = spare * width;
    const done = next.findIndex((step, at) => at >= from && step.value >= value);
    if (done >= 0) return traced(layers, done);
  }
  return null;
}

/** The loads that led to the state `end`. */
function traced(layers: readonly (readonly Step[])[], end: number): readonly Load[] {
  const loads: Load[] = [];
  let at = end;
  for (const layer of layers.slice(1).toReversed()) {
    const step = layer[at];
    if (step === undefined || step.load === null) break;
    loads.push(step.load);
    at = step.before;
  }
  return loads;
}

/**
 * Searches every machine type for loads that need fewer machines than `machinesMost` allows.
 * @param sizes worthwhile ones, ascending
 * @param machinesMost the most machines of a type that are still better than what is known and what was found so far
 */
export function fewestMachines(
  sizes: readonly ProcessSize[],
  request: PlanRequest,
  machinesMost: (machine: MachineType, found: MachineLoads | null) => number,
): MachineLoads | null {
  const { spare, processesMost, vcpuPerProcess, constants, reading } = request;
  const memory = memoryLine(constants, reading);
  const value = enough(wantedValue(request));
  const rooms = request.machines.map((machine) => ({ machine, room: roomOf(machine, vcpuPerProcess) }));
  const widest = Math.max(0, ...rooms.map(({ room }) => room.processes));
  const roomiest = Math.max(0, ...rooms.map(({ room }) => room.memoryMB));
  const largest = sizes.at(-1)?.agents ?? 0;
  const survivorsMost = Math.min(widest, processesMost - spare);
  const agentsMost = Math.min(
    Math.floor((roomiest - memory.emptyMB) / memory.perAgentMB + 1e-6),
    survivorsMost * largest,
  );
  if (survivorsMost < 1 || agentsMost < 1) return null;
  const table = new ValueTable(survivorsMost, agentsMost);
  let found: MachineLoads | null = null;
  for (const [index, size] of sizes.entries()) {
    table.add(size);
    if (spare === 0 && index < sizes.length - 1) continue;
    for (const { machine, room } of rooms) {
      const most = Math.min(machinesMost(machine, found), processesMost);
      const loads = most < 1 ? [] : loadsOf(table, room, memory, spare, size.agents);
      const bestValue = Math.max(0, ...loads.map((load) => load.value));
      if (most * bestValue < value) continue;
      const chosen = fewestLoads(loads, spare, processesMost, value, most);
      if (chosen === null) continue;
      const placement = chosen.map(({ survivors, agents, spare: spareHere }) => [
        ...table.sizesAt(survivors, agents),
        ...Array.from({ length: spareHere }, () => size.agents),
      ]);
      found = { machine, placement: placement.filter((held) => held.length > 0) };
    }
  }
  return found;
}
