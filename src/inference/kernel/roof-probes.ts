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
/** A call of the triad reads and writes so much at least, so that calling it costs nothing beside. */
const CALL_BYTES = 4e6;
const LINE_BYTES = 64;
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

/** What a probe is placed in, and how large it is. */
export interface ProbePlace {
  readonly exports: Pick<KernelExports, "chains" | "triad">;
  readonly arena: Arena;
  readonly precision: Precision;
  /** Of the three arrays of a triad together: as much as what is held against it, so that it lies in the same caches. */
  readonly bytes: number;
}

/** @throws RangeError when the memory cannot grow as far */
export function placeProbe(probe: RoofProbe, { exports, arena, precision, bytes: size }: ProbePlace): PlacedProbe {
  const format = FORMATS[precision];
  const { bytes } = format;
  const isTriad = probe === "triad";
  const arrayBytes = Math.ceil(size / 3 / LINE_BYTES) * LINE_BYTES;
  const room = LINE_BYTES + (isTriad ? 3 * arrayBytes : 2 * VECTOR_BYTES);
  const at = Math.ceil(arena.place(room) / LINE_BYTES) * LINE_BYTES;
  arena.commit();
  const views = new Views(arena.memory, bytes);
  if (isTriad) {
    const first = (at + arrayBytes) / bytes;
    views.floats.fill(1, first, first + arrayBytes / bytes);
    views.floats.fill(Math.SQRT2, first + arrayBytes / bytes, first + (2 * arrayBytes) / bytes);
    const repeats = Math.ceil(CALL_BYTES / (3 * arrayBytes));
    return {
      amount: repeats * 3 * arrayBytes,
      run() {
        for (let repeat = 0; repeat < repeats; repeat += 1) exports.triad(at, arrayBytes);
      },
      result: () => format.read(views.data, at + arrayBytes - bytes),
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
