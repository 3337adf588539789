// The kernels of one worker: each precision is compiled once, and its memory is used again for the next agents.
import { Arena } from "../../inference/kernel/arena.ts";
import type { LoadedKernel } from "../../inference/kernel/loading/load-kernel.ts";
import { loadKernel } from "../../inference/kernel/loading/load-kernel.ts";
import type { Precision } from "../../inference/kernel/precision.ts";
import type { Kernel } from "../../workloads/batch-group.ts";

export class Kernels {
  readonly #loaded = new Map<Precision, Promise<LoadedKernel>>();

  /** A kernel whose memory is free: agents that were placed in it before are gone. @throws where this browser has no SIMD */
  async take(precision: Precision): Promise<Kernel> {
    const loading = this.#loaded.get(precision) ?? loadKernel(precision);
    this.#loaded.set(precision, loading);
    const { exports, arena, kind } = await loading;
    return { exports, precision, arena: new Arena(arena.memory), steppedBy: `${precision} ${kind}` };
  }
}
