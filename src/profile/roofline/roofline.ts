// The roofline: what each placement does of an op's arithmetic, beside what the same workers do of arithmetic or memory alone.
import type { OpCost } from "../../inference/kernel/op-cost.ts";
import type { Precision } from "../../inference/kernel/precision.ts";
import type { PlacementKind } from "../../measurement/lane/placement.ts";
import type { SteppedBy } from "../../workloads/group.ts";

/** What so many workers together can do at most, per second. */
export interface Roof {
  /** Of multiply-add chains in registers. */
  readonly flops: number;
  /** Read and written by a triad over as much memory as the agents take. */
  readonly bytes: number;
}

/** What was measured of one placement. */
export interface RooflineRun {
  readonly placement: PlacementKind;
  readonly precision: Precision;
  readonly workers: number;
  readonly agents: number;
  readonly opsPerSecond: number;
  readonly steppedBy: SteppedBy;
  readonly cost: OpCost;
  readonly roof: Roof;
}

export interface RooflineRow extends RooflineRun {
  /** Arithmetic of all ops, per second. */
  readonly flops: number;
  /** The most that the roof allows of it: that of arithmetic, or that of memory at so many flops a byte. */
  readonly flopsMost: number;
  /** Which roof is the lower one. */
  readonly bound: "arithmetic" | "memory";
  /** What was reached of the lower roof, 0 to 1. */
  readonly share: number;
}

export function rooflineRow(run: RooflineRun): RooflineRow {
  const { opsPerSecond, cost, roof } = run;
  const byMemory = (cost.flops / cost.bytes) * roof.bytes;
  const flopsMost = Math.min(roof.flops, byMemory);
  const flops = opsPerSecond * cost.flops;
  return {
    ...run,
    flops,
    flopsMost,
    bound: roof.flops <= byMemory ? "arithmetic" : "memory",
    share: flops / flopsMost,
  };
}
