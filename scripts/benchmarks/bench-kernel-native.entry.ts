// What the native measure needs: an image of the kernel's memory, its fields as a header for C, and what the kernel itself makes of the image.
import { BatchKernel } from "../../src/inference/kernel/batch-kernel.ts";
import * as fields from "../../src/inference/kernel/fields.ts";
import { kernelSupport } from "../../src/inference/kernel/kernel-support.ts";
import { loadKernel } from "../../src/inference/kernel/loading/load-kernel.ts";
import { kernelModels } from "./bench-kernel-models.ts";

/** Steps after which the hashes of all blocks must be equal. */
export const HASH_STEPS = 50;
const WINDOWS = 101;
const WINDOW_MS = 2;

/** The fields as C has them. */
export function fieldsHeader(): string {
  const lines = Object.entries(fields).map(([name, value]) => `#define ${name} ${value}`);
  return `// Written from src/inference/kernel/fields.ts.\n${lines.join("\n")}\n`;
}

export interface NativeSubject {
  readonly image: Uint8Array;
  readonly model: number;
  readonly blocks: number;
  /** Steps the kernel as far as the hash, and hashes all blocks: FNV-1a of 32 bits. */
  readonly hash: () => string;
  /** Median ns per op of the kernel. */
  readonly measure: () => number;
}

/** @param agents a multiple of a block's */
export async function nativeSubject(name: string, agents: number): Promise<NativeSubject> {
  const found = kernelModels().find((each) => each.name === name);
  if (found === undefined || found.world === null) throw new Error(`the kernel does not step ${name}`);
  const { model, world } = found;
  const support = kernelSupport(model);
  if (support.state === "unsupported") throw new Error(`${name}: ${support.reason}`);
  const { exports, arena, precision } = await loadKernel("f64", "plain");
  const seeds = Array.from({ length: agents }, (_, agent) => 11 + agent);
  const kernel = new BatchKernel({ exports, arena, precision, model, support, world, seeds, vectors: 4 });
  const { blocks } = kernel.addresses;
  return {
    ...kernel.addresses,
    image: new Uint8Array(arena.memory.buffer.slice(0)),
    hash: () => {
      for (let t = 0; t < HASH_STEPS; t += 1) kernel.step(0, agents);
      let hash = 0x811c9dc5;
      for (const byte of new Uint8Array(arena.memory.buffer, blocks, agents * kernel.perAgentBytes)) {
        hash = Math.imul(hash ^ byte, 0x01000193);
      }
      return (hash >>> 0).toString(16).padStart(8, "0");
    },
    measure: () => {
      const times: number[] = [];
      for (const start = performance.now(); performance.now() - start < 300;) kernel.step(0, agents);
      for (let w = 0; w < WINDOWS; w += 1) {
        const start = performance.now();
        let [ops, elapsed] = [0, 0];
        for (; elapsed < WINDOW_MS; elapsed = performance.now() - start) {
          kernel.step(0, agents);
          ops += agents;
        }
        times.push((elapsed * 1e6) / ops);
      }
      return times.sort((a, b) => a - b)[Math.floor(WINDOWS / 2)] ?? 0;
    },
  };
}
