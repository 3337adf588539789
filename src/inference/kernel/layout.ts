// How agents lie in memory: block after block, each array with the agents innermost, so that one vector holds one state of several agents.
import type { Format } from "./precision.ts";

/** Vectors in a block. */
export type Vectors = 1 | 2 | 4;

const VECTOR_BYTES = 16;
/**
 * Four vectors share what a row costs besides sums. That pays even where scratch no longer fits the first cache: measured up to
 * 53 kB with one of 32 kB. Beyond the second cache fewer are taken.
 */
const SCRATCH_MOST = 200_000;

export interface BlockLayout {
  readonly vectors: Vectors;
  /** Agents of one block. */
  readonly agents: number;
  /** Bytes of one state of all agents of a block. */
  readonly stride: number;
  /** Offsets within a block; the prior is at 0. */
  readonly posterior: number;
  readonly random: number;
  readonly cell: number;
  readonly stepsLeft: number;
  readonly action: number;
  readonly observation: number;
  readonly bytes: number;
}

/** The layout of blocks of that many vectors. */
export function layoutOf(states: number, vectors: Vectors, { bytes }: Format): BlockLayout {
  const stride = VECTOR_BYTES * vectors;
  const agents = stride / bytes;
  const posterior = states * stride;
  const random = 2 * posterior;
  const cell = random + 16 * agents;
  const whole = 4 * agents;
  return {
    vectors,
    agents,
    stride,
    posterior,
    random,
    cell,
    stepsLeft: cell + whole,
    action: cell + 2 * whole,
    observation: cell + 3 * whole,
    bytes: cell + 4 * whole,
  };
}

/** The most vectors whose scratch stays in the second cache; `rows` is how many states of all agents the scratch holds. */
export function vectorsFor(rows: number): Vectors {
  if (rows * VECTOR_BYTES * 4 <= SCRATCH_MOST) return 4;
  return rows * VECTOR_BYTES * 2 <= SCRATCH_MOST ? 2 : 1;
}
