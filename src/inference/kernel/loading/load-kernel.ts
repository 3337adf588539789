// Loads the kernel: the relaxed module where this engine has relaxed SIMD, else the plain one.
import { Arena } from "../arena.ts";
import type { KernelExports } from "../batch-kernel.ts";
import type { Precision } from "../precision.ts";

/** `relaxed` may join a product and a sum in one rounding where the machine can, so its last bits depend on the machine. */
export type KernelKind = "plain" | "relaxed";

/** (func (result v128) …) with f64x2.relaxed_madd of three zeros: valid only where relaxed SIMD is. */
const RELAXED_PROBE = Uint8Array.of(
  0,
  97,
  115,
  109,
  1,
  0,
  0,
  0,
  1,
  5,
  1,
  96,
  0,
  1,
  123,
  3,
  2,
  1,
  0,
  10,
  19,
  1,
  17,
  0,
  65,
  0,
  253,
  15,
  65,
  0,
  253,
  15,
  65,
  0,
  253,
  15,
  253,
  135,
  2,
  11,
);

/** Whether this engine has relaxed SIMD. */
export function hasRelaxedSimd(): boolean {
  return WebAssembly.validate(RELAXED_PROBE);
}

/** The module that this engine takes. */
export function kindHere(): KernelKind {
  return hasRelaxedSimd() ? "relaxed" : "plain";
}

const binaries = {
  f64: {
    plain: () => import("virtual:kernel/f64-plain"),
    relaxed: () => import("virtual:kernel/f64-relaxed"),
  },
  f32: {
    plain: () => import("virtual:kernel/f32-plain"),
    relaxed: () => import("virtual:kernel/f32-relaxed"),
  },
} as const satisfies Record<Precision, Record<KernelKind, () => Promise<{ readonly binary: string }>>>;

/** The bytes of one module. */
export async function kernelBytes(precision: Precision, kind: KernelKind): Promise<Uint8Array<ArrayBuffer>> {
  const { binary } = await binaries[precision][kind]();
  return Uint8Array.from(atob(binary), (character) => character.charCodeAt(0));
}

export interface LoadedKernel {
  readonly exports: KernelExports;
  readonly arena: Arena;
  readonly precision: Precision;
  readonly kind: KernelKind;
}

type Entry = (...numbers: number[]) => void;

function entryOf(instance: WebAssembly.Instance, name: keyof KernelExports): Entry {
  const entry = instance.exports[name];
  if (typeof entry !== "function") throw new TypeError(`the kernel exports no ${name}`);
  return (...numbers) => void Reflect.apply(entry, undefined, numbers);
}

/**
 * Compiles one module with a memory of its own, which grows as batches are placed in it.
 * @throws WebAssembly.CompileError where the engine has no SIMD
 */
export async function loadKernel(precision: Precision, kind: KernelKind = kindHere()): Promise<LoadedKernel> {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const module = await WebAssembly.compile(await kernelBytes(precision, kind));
  const instance = await WebAssembly.instantiate(module, { env: { memory } });
  const exports: KernelExports = {
    step: entryOf(instance, "step"),
    think: entryOf(instance, "think"),
    choose: entryOf(instance, "choose"),
    take: entryOf(instance, "take"),
    logarithms: entryOf(instance, "logarithms"),
    exponentials: entryOf(instance, "exponentials"),
    chains: entryOf(instance, "chains"),
    triad: entryOf(instance, "triad"),
  };
  return { exports, arena: new Arena(memory), precision, kind };
}
