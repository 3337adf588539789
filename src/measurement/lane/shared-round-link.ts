// Carries lock-step rounds through one shared buffer: rows are written in place, lanes meet at a barrier.
import { barrierBytes, createBarrier, SPARE_WORD, waitMostMs } from "./barrier.ts";
import type { RoundLink } from "./round-link.ts";

/** Says whether the round was the last. */
const LAST = SPARE_WORD;

/** Bytes of the buffer for so many agents, numbers per message, and lanes: the barrier of the lanes, then a row for each agent. */
export function sharedRoundBytes(totalAgents: number, messageLength: number, lanes: number): number {
  return barrierBytes(lanes) + totalAgents * messageLength * Float64Array.BYTES_PER_ELEMENT;
}

export interface SharedRoundOptions {
  readonly buffer: SharedArrayBuffer;
  readonly lanes: number;
  readonly lane: number;
  /** Bytes of the rows that this lane writes each round. */
  readonly rowsBytes: number;
  /** How often to look before sleeping. */
  readonly spins: number;
}

/** @returns a link whose waits block the thread: every lane must be on a thread of its own; they throw when others are missed */
export function createSharedRoundLink({ buffer, lanes, lane, rowsBytes, spins }: SharedRoundOptions): RoundLink {
  const words = new Int32Array(buffer, 0, SPARE_WORD + 1);
  const messages = new Float64Array(buffer, barrierBytes(lanes));
  const meet = createBarrier({ buffer, lanes, lane, spins, waitMostMs: waitMostMs(lanes) });
  let carriedBytes = 0;

  return {
    messages,
    takeTransportMs: () => 0,
    takeCarriedBytes() {
      const taken = carriedBytes;
      carriedBytes = 0;
      return taken;
    },
    exchange() {
      carriedBytes += rowsBytes;
      meet();
      return undefined;
    },
    finish(last) {
      if (lane === 0) Atomics.store(words, LAST, last ? 1 : 0);
      meet();
      return undefined;
    },
    get isLast() {
      return Atomics.load(words, LAST) === 1;
    },
  };
}
