// The kernels of one worker: each precision is compiled once, and its memory is used again for the next agents.
import { Arena } from "../../inference/kernel/arena.ts";
import type { LoadedKernel } from "../../inference/kernel/loading/load-kernel.ts";
import { loadKernel } from "../../inference/kernel/loading/load-kernel.ts";
import type { Precision } from "../../inference/kernel/precision.ts";
import { type PlacedProbe, placeProbe } from "../../inference/kernel/roof-probes.ts";
import { BatchGroup, type Kernel, supportedBatch } from "../../workloads/batch-group.ts";
import { batchableOf } from "../../workloads/built/batchable.ts";
import type { GroupSetup } from "../../workloads/group.ts";
import type { Workload } from "../../workloads/workload.ts";
import { BYTES_MOST } from "../lane/placement.ts";
import type { RoofOrder } from "../lane/roof-window.ts";
import type { LaneSetup } from "./protocol.ts";

/** Agents that only fill up a lane's last block. */
const PADDING_BYTES_MOST = 1_000_000;
/** Agents that were to step together and have to take turns. */
const TURNS_MOST = 20_000;

export class Kernels {
  readonly #loaded = new Map<Precision, Promise<LoadedKernel>>();
  /** The probe that was placed last, as long as no agents have its place. */
  #placed: { readonly key: string; readonly probe: PlacedProbe } | null = null;

  async #load(precision: Precision): Promise<LoadedKernel> {
    const loading = this.#loaded.get(precision) ?? loadKernel(precision);
    this.#loaded.set(precision, loading);
    return loading;
  }

  /** A kernel whose memory is free: agents that were placed in it before are gone. @throws where this browser has no SIMD */
  async #take(precision: Precision): Promise<Kernel> {
    const { exports, arena, kind } = await this.#load(precision);
    return { exports, precision, arena: new Arena(arena.memory), steppedBy: `${precision} ${kind}` };
  }

  /**
   * The agents of a lane in a kernel; null where they are not to be batched, or no kernel takes them.
   * @throws RangeError where they are too many, before anything is allocated
   */
  async batch(
    { batch, workload: config, lanes }: LaneSetup,
    workload: Workload,
    own: GroupSetup,
  ): Promise<BatchGroup | null> {
    this.#placed = null;
    if (batch === undefined) return null;
    const supported = supportedBatch(batchableOf(config));
    if (supported !== null) {
      const bytesMost = BYTES_MOST / lanes + PADDING_BYTES_MOST;
      return new BatchGroup(await this.#take(batch), supported, workload, { ...own, bytesMost });
    }
    if (own.totalAgents <= TURNS_MOST) return null;
    throw new RangeError(
      `No kernel takes this model, and no more than ${TURNS_MOST} agents step one after another. Keep agents at that or fewer.`,
    );
  }

  /** A probe of the roofline, in the place of whatever agents were there. @throws where this browser has no SIMD, or no room */
  async probe({ probe, precision, bytes }: Omit<RoofOrder, "durationMs">): Promise<PlacedProbe> {
    const key = `${probe} ${precision} ${bytes}`;
    if (this.#placed?.key === key) return this.#placed.probe;
    const { exports, arena } = await this.#load(precision);
    const placed = placeProbe(probe, { exports, arena: new Arena(arena.memory), precision, bytes });
    this.#placed = { key, probe: placed };
    return placed;
  }
}
