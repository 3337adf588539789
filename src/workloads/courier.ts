// Participants that carry messages of any size: doing nothing else, or thinking as agents do between them, so that carrying is measured alone.
import { occupancyReader } from "./readers.ts";
import type { Workload } from "./workload.ts";

/** Ops between two messages: about what an agent's worker does in a round of a team. */
const OPS_BETWEEN = 5;

/**
 * @param messageLength numbers in a message, 1 at least
 * @param thinker whose ops they do between messages; null where they do nothing
 */
export function buildCourier(messageLength: number, thinker: Workload | null): Workload {
  return {
    messageLength,
    sharedBytes: thinker?.sharedBytes ?? 0,
    scratchBytes: thinker?.scratchBytes ?? 0,
    createParticipant({ posterior = new Float64Array(messageLength), ...setup }) {
      const heard = new Float64Array(messageLength);
      posterior.fill(1 / messageLength);
      const own = thinker?.createParticipant(setup);
      return {
        posterior,
        heard,
        bytes: posterior.byteLength + heard.byteLength + (own?.bytes ?? 0),
        step() {
          if (own === undefined) return;
          for (let op = 0; op < OPS_BETWEEN; op += 1) own.step();
        },
      };
    },
    readerFor: occupancyReader,
  };
}
