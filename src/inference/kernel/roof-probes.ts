// The two probes of the roofline, placed in a kernel's memory: how much each call of one does, in flops or in bytes.
import { type Arena, Views } from "./arena.ts";
import type { KernelExports } from "./batch-kernel.ts";
import { FORMATS, type Precision } from "./precision.ts";

/** Arithmetic alone, or memory alone. */
export type RoofProbe = "chains" | "triad";

/** Chains of the probe, each a multiply-add a round: see assembly/roof.ts. */
const CHAINS = 12;
const ROUNDS = 20_000;
const VECTOR_BYTES = 16;
/** Of each of the three arrays: together beyond any cache that several cores share. */
const ARRAY_BYTES = 16 * 2 ** 20;
/** x ← x·a + b goes to 1, far from what is slow to compute with. */
const [FACTOR, TERM] = [0.5, 0.5];

export interface PlacedProbe {
  /** Flops, or bytes that are read and written, of one call. */
  readonly amount: number;
  run(): void;
  /** What the arithmetic left, or an element of the triad's target: both are known, so that nothing can be left out. */
  result(): number;
}

/** What `result` is where a probe did all that it says it did. */
export const PROBE_RESULT = { chains: CHAINS, triad: 3 } as const satisfies Record<RoofProbe, number>;

/** @param arena its memory grows by 48 MB for the triad @throws RangeError when it cannot */
export function placeProbe(
  probe: RoofProbe,
  exports: Pick<KernelExports, "chains" | "triad">,
  arena: Arena,
  precision: Precision,
): PlacedProbe {
  const format = FORMATS[precision];
  const { bytes } = format;
  const isTriad = probe === "triad";
  // The triad goes by whole cache lines.
  const at = Math.ceil(arena.place(64 + (isTriad ? 3 * ARRAY_BYTES : 2 * VECTOR_BYTES)) / 64) * 64;
  arena.commit();
  const views = new Views(arena.memory, bytes);
  if (isTriad) {
    const first = (at + ARRAY_BYTES) / bytes;
    views.floats.fill(1, first, first + ARRAY_BYTES / bytes);
    views.floats.fill(Math.SQRT2, first + ARRAY_BYTES / bytes, first + (2 * ARRAY_BYTES) / bytes);
    return {
      amount: 3 * ARRAY_BYTES,
      run: () => exports.triad(at, ARRAY_BYTES),
      result: () => format.read(views.data, at + ARRAY_BYTES - bytes),
    };
  }
  format.write(views.data, at, FACTOR);
  format.write(views.data, at + bytes, TERM);
  return {
    amount: ROUNDS * CHAINS * 2 * (VECTOR_BYTES / bytes),
    run: () => exports.chains(at, ROUNDS),
    result: () => format.read(views.data, at + VECTOR_BYTES),
  };
}
