// Carries rounds that nobody waits in: rows are written in place in one shared buffer, and whoever reads takes what lies there.
import { barrierBytes } from "./barrier.ts";
import type { RoundLink } from "./round-link.ts";

/**
 * Agents read the last that others wrote, of this round or an earlier one; a row that is being written may be half of each. Every lane ends
 * by its own clock.
 * @param buffer laid out as for rounds with a barrier, see shared-round-link.ts
 * @param rowsBytes bytes of the rows that this lane writes each round
 */
export function createAsynchronousRoundLink(buffer: SharedArrayBuffer, lanes: number, rowsBytes: number): RoundLink {
  const messages = new Float64Array(buffer, barrierBytes(lanes));
  let carriedBytes = 0;
  let isLast = false;
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
      return undefined;
    },
    finish(last) {
      isLast = last;
      return undefined;
    },
    get isLast() {
      return isLast;
    },
  };
}
