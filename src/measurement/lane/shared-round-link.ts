// Carries lock-step rounds through one shared buffer: rows are written in place, lanes meet at a barrier.
import type { RoundLink } from "./round-link.ts";

/** Header of four 32-bit words, padded to a cache line: lanes arrived, barrier generation, last round. */
const HEADER_BYTES = 64;
const ARRIVED = 0;
const GENERATION = 1;
const LAST = 2;

/** Tells the processor that a thread spins, which leaves more of a shared core to its sibling; absent in older browsers. */
const pause: unknown = Reflect.get(Atomics, "pause");
const spinOnce = typeof pause === "function" ? (): unknown => Reflect.apply(pause, Atomics, []) : (): void => undefined;

/** Bytes of the buffer for so many agents and numbers per message. */
export function sharedRoundBytes(totalAgents: number, messageLength: number): number {
  return HEADER_BYTES + totalAgents * messageLength * Float64Array.BYTES_PER_ELEMENT;
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

/** @returns a link whose waits block the thread: every lane must be on a thread of its own */
export function createSharedRoundLink({ buffer, lanes, lane, rowsBytes, spins }: SharedRoundOptions): RoundLink {
  const header = new Int32Array(buffer, 0, 4);
  const messages = new Float64Array(buffer, HEADER_BYTES);
  let carriedBytes = 0;

  /** A sense-counting barrier: the last to arrive opens the next generation. */
  function meet(): void {
    const generation = Atomics.load(header, GENERATION);
    if (Atomics.add(header, ARRIVED, 1) + 1 === lanes) {
      Atomics.store(header, ARRIVED, 0);
      Atomics.add(header, GENERATION, 1);
      Atomics.notify(header, GENERATION);
      return;
    }
    for (let look = 0; look < spins; look += 1) {
      if (Atomics.load(header, GENERATION) !== generation) return;
      spinOnce();
    }
    while (Atomics.load(header, GENERATION) === generation) Atomics.wait(header, GENERATION, generation);
  }

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
      if (lane === 0) Atomics.store(header, LAST, last ? 1 : 0);
      meet();
      return undefined;
    },
    get isLast() {
      return Atomics.load(header, LAST) === 1;
    },
  };
}
