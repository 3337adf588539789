// How many processes fit on a machine. Each needs memory for its agents, and the cores that it keeps busy.
import { allocatableOf } from "./allocatable.ts";
import type { MachineType } from "./machine-type.ts";

/** What one machine of a type has room for. */
export interface Room {
  readonly memoryMB: number;
  /** The most processes that cores and pods allow, whatever their memory. */
  readonly processes: number;
}

export function roomOf(machine: MachineType, vcpuPerProcess: number): Room {
  const { memoryMB, millicores, pods } = allocatableOf(machine);
  // Pods ask for whole millicores, rounded up.
  const byCores = Math.floor(millicores / Math.max(1, Math.ceil(vcpuPerProcess * 1_000 - 1e-6)));
  return { memoryMB, processes: Math.min(byCores, pods) };
}

const MIB_MB = 2 ** 20 / 1e6;

/** What a node reserves at most for a process of so much memory: pods ask for whole MiB. In MB. */
export function reservedMB(memoryMB: number): number {
  return Math.ceil(memoryMB / MIB_MB - 1e-9) * MIB_MB;
}

/** The same is never more than this above the memory itself, MB. */
export const RESERVED_BEYOND_MB = MIB_MB;

/** Sums of memory are compared to a thousandth of a byte. */
const ROUNDING_MB = 1e-9;

/** How many processes one machine holds where all need the same memory. */
export function equalProcessesIn(room: Room, memoryMB: number): number {
  return Math.min(room.processes, Math.floor((room.memoryMB + ROUNDING_MB) / reservedMB(memoryMB)));
}

export type Packing =
  | {
      readonly state: "packed";
      /** Indices of the processes on each machine. */
      readonly bins: readonly (readonly number[])[];
      /** Whether it is known that no fewer machines hold them. */
      readonly isFewest: boolean;
    }
  /** Some process is larger than a machine. */
  | { readonly state: "does not fit" };

/** The most steps of the exact search. 64 processes of nearly equal size need a few hundred. */
const STEPS_MOST = 50_000;

/**
 * Packs processes into the fewest machines of one type: by first-fit decreasing and then, where that is above the lower
 * bound, by a depth-first search from the largest process on. The search skips machines that look alike.
 * @param memoryMB of each process, with the buffer
 */
export function packInto(room: Room, memoryMB: readonly number[]): Packing {
  const needsMB = memoryMB.map(reservedMB);
  const order = [...needsMB.keys()].sort((a, b) => (needsMB[b] ?? 0) - (needsMB[a] ?? 0));
  if (room.processes < 1 || needsMB.some((need) => need > room.memoryMB + ROUNDING_MB))
    return { state: "does not fit" };
  const total = needsMB.reduce((sum, need) => sum + need, 0);
  const lowerBound = Math.max(
    Math.ceil((total - ROUNDING_MB) / room.memoryMB),
    Math.ceil(needsMB.length / room.processes),
  );
  let best = fill(room, needsMB, order, Number.POSITIVE_INFINITY);
  let steps = 0;
  while (best.length > lowerBound) {
    const search = searchWithin(room, needsMB, order, best.length - 1, STEPS_MOST - steps);
    steps += search.steps;
    if (search.bins === null) return { state: "packed", bins: best, isFewest: steps < STEPS_MOST };
    best = search.bins;
  }
  return { state: "packed", bins: best, isFewest: true };
}

/** First fit: each process goes to the first machine that has room for it. */
function fill(room: Room, needsMB: readonly number[], order: readonly number[], binsMost: number): number[][] {
  const bins: { readonly members: number[]; freeMB: number }[] = [];
  for (const index of order) {
    const need = needsMB[index] ?? 0;
    const bin = bins.find(({ members, freeMB }) => members.length < room.processes && freeMB + ROUNDING_MB >= need);
    if (bin !== undefined) {
      bin.members.push(index);
      bin.freeMB -= need;
    } else if (bins.length < binsMost) bins.push({ members: [index], freeMB: room.memoryMB - need });
  }
  return bins.map(({ members }) => members);
}

function searchWithin(
  room: Room,
  needsMB: readonly number[],
  order: readonly number[],
  binsMost: number,
  stepsMost: number,
): { readonly bins: number[][] | null; readonly steps: number } {
  const members: number[][] = Array.from({ length: binsMost }, () => []);
  const freeMB = Array.from({ length: binsMost }, () => room.memoryMB);
  let steps = 0;
  const place = (position: number): boolean => {
    const index = order[position];
    if (index === undefined) return true;
    const need = needsMB[index] ?? 0;
    const tried = new Set<string>();
    for (const [bin, held] of members.entries()) {
      const free = freeMB[bin] ?? 0;
      const look = `${free} ${held.length}`;
      if (held.length >= room.processes || free + ROUNDING_MB < need || tried.has(look)) continue;
      tried.add(look);
      steps += 1;
      if (steps > stepsMost) return false;
      held.push(index);
      freeMB[bin] = free - need;
      if (place(position + 1)) return true;
      held.pop();
      freeMB[bin] = free;
    }
    return false;
  };
  return place(0) ? { bins: members, steps } : { bins: null, steps };
}
