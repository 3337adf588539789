// What the oracle in C needs: an image of the kernel's memory, its fields as a header, and what the kernel itself makes of the image.
import { BatchKernel } from "../../src/inference/kernel/batch-kernel.ts";
import * as fields from "../../src/inference/kernel/fields.ts";
import { kernelSupport } from "../../src/inference/kernel/kernel-support.ts";
import { loadKernel } from "../../src/inference/kernel/loading/load-kernel.ts";
import { kernelModels } from "./bench-kernel-models.ts";

/** What the oracle steps: it has the explorer's world alone. */
export const ORACLE_MODELS = [
  "explorer 5×5, length 1",
  "explorer 10×10, length 1",
  "explorer 5×5, length 3",
  "explorer 10×10, length 2",
] as const;

/** Steps after which the hashes of all blocks must be equal. */
export const HASH_STEPS = 50;
const WINDOWS = 101;
const WINDOW_MS = 2;
const WARM_UP_MS = 300;

/** The fields as C has them. */
export function fieldsHeader(): string {
  const lines = Object.entries(fields).map(([name, value]) => `#define ${name} ${value}`);
  return `// Written from src/inference/kernel/fields.ts.\n${lines.join("\n")}\n`;
}

export interface NativeSubject {
  readonly image: Uint8Array;
  readonly model: number;
  readonly blocks: number;
  readonly agents: number;
  readonly perAgentBytes: number;
  /** Steps the kernel as far as the hash, and hashes all blocks: FNV-1a of 32 bits. */
  readonly hash: () => string;
  /** Median ns per op of the kernel, then of others that step as many agents: a window of each in turn. */
  readonly measure: (others: readonly (() => void)[]) => readonly number[];
}

function hashOf(bytes: Uint8Array): string {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** What this process had of a core so far, ms: what others took of it does not count. */
function coreMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Steps for about so long; ns per op. */
function timeWindow(step: () => void, agents: number, milliseconds: number): number {
  const start = coreMs();
  let [ops, elapsed] = [0, 0];
  for (; elapsed < milliseconds; elapsed = coreMs() - start) {
    step();
    ops += agents;
  }
  return (elapsed * 1e6) / ops;
}

function mediansInTurn(steps: readonly (() => void)[], agents: number): readonly number[] {
  for (const step of steps) timeWindow(step, agents, WARM_UP_MS);
  const times = steps.map((): number[] => []);
  for (let w = 0; w < WINDOWS; w += 1) {
    for (const [i, step] of steps.entries()) times[i]?.push(timeWindow(step, agents, WINDOW_MS));
  }
  return times.map((each) => each.sort((a, b) => a - b)[Math.floor(WINDOWS / 2)] ?? 0);
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
  const { perAgentBytes, addresses } = kernel;
  const step = (): void => kernel.step(0, agents);
  return {
    ...addresses,
    agents,
    perAgentBytes,
    image: new Uint8Array(arena.memory.buffer.slice(0)),
    hash: () => {
      for (let t = 0; t < HASH_STEPS; t += 1) step();
      return hashOf(new Uint8Array(arena.memory.buffer, addresses.blocks, agents * perAgentBytes));
    },
    measure: (others) => mediansInTurn([step, ...others], agents),
  };
}

/** The oracle as a module of WebAssembly, which has its own stack beyond the image. */
export interface OracleModule {
  readonly binary: Uint8Array<ArrayBuffer>;
  /** Of the memory that it imports. */
  readonly pages: number;
  readonly imageMostBytes: number;
}

export interface WasmSubject {
  /** One op of all agents. */
  readonly step: () => void;
  /** Steps so often, then hashes all blocks. */
  readonly hash: (steps: number) => string;
}

/** @throws RangeError where the image reaches into what the module has for itself */
export async function wasmSubject(module: OracleModule, subject: NativeSubject): Promise<WasmSubject> {
  const { image, model, blocks, agents, perAgentBytes } = subject;
  if (image.length > module.imageMostBytes) throw new RangeError(`an image of ${image.length} bytes is too large`);
  const memory = new WebAssembly.Memory({ initial: module.pages });
  new Uint8Array(memory.buffer).set(image);
  const { instance } = await WebAssembly.instantiate(module.binary, { env: { memory } });
  const entry = instance.exports["step"];
  if (typeof entry !== "function") throw new TypeError("the oracle exports no step");
  const step = (): void => void Reflect.apply(entry, undefined, [model, blocks, agents]);
  return {
    step,
    hash: (steps) => {
      for (let t = 0; t < steps; t += 1) step();
      return hashOf(new Uint8Array(memory.buffer, blocks, agents * perAgentBytes));
    },
  };
}
