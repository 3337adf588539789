// Carries lock-step rounds by messages: one transfer to each other lane a phase, for pages that cannot share memory.
import type { RoundLink } from "../lane/round-link.ts";
import type { LaneShare } from "../lane/placement.ts";

interface RowsMessage {
  readonly rows: Float64Array<ArrayBuffer>;
}
interface FinishMessage {
  readonly last: boolean;
}

export interface MessageRoundOptions {
  readonly ports: readonly (MessagePort | null)[];
  readonly lane: number;
  readonly share: LaneShare;
  /** Each lane's first agent. */
  readonly firstAgents: readonly number[];
  readonly totalAgents: number;
  readonly messageLength: number;
  /** Milliseconds, any origin. */
  readonly now: () => number;
}

/** Counts one kind of arrival by lane, and tells when every lane has reached a round. */
class Arrivals {
  readonly #rounds: number[];
  #wanted = 0;
  #missing = 0;
  #resolve: (() => void) | null = null;
  readonly #own: number;

  constructor(lanes: number, own: number) {
    this.#rounds = Array.from({ length: lanes }, () => 0);
    this.#own = own;
  }

  arrive(lane: number): void {
    const round = (this.#rounds[lane] ?? 0) + 1;
    this.#rounds[lane] = round;
    if (this.#resolve === null || round !== this.#wanted) return;
    this.#missing -= 1;
    if (this.#missing > 0) return;
    this.#resolve();
    this.#resolve = null;
  }

  /** Done once every other lane has arrived in this round, counted from 1. */
  all(round: number): Promise<void> | undefined {
    const missing = this.#rounds.filter((seen, lane) => lane !== this.#own && seen < round).length;
    if (missing === 0) return undefined;
    this.#wanted = round;
    this.#missing = missing;
    return new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }
}

/** @returns a link whose waits are promises: the lane's thread keeps receiving meanwhile */
export function createMessageRoundLink(options: MessageRoundOptions): RoundLink {
  const { ports, lane, share, firstAgents, totalAgents, messageLength, now } = options;
  const messages = new Float64Array(totalAgents * messageLength);
  const rowsArrived = new Arrivals(ports.length, lane);
  const finishArrived = new Arrivals(ports.length, lane);
  let round = 0;
  let isLast = false;
  let transportMs = 0;

  for (const [from, port] of ports.entries()) {
    if (port === null) continue;
    const place = (firstAgents[from] ?? 0) * messageLength;
    port.addEventListener("message", ({ data }: MessageEvent<RowsMessage | FinishMessage>) => {
      if ("rows" in data) {
        const began = now();
        messages.set(data.rows, place);
        transportMs += now() - began;
        rowsArrived.arrive(from);
      } else {
        if (from === 0) isLast = data.last;
        finishArrived.arrive(from);
      }
    });
    port.start();
  }

  return {
    messages,
    takeTransportMs() {
      const taken = transportMs;
      transportMs = 0;
      return taken;
    },
    exchange() {
      round += 1;
      const began = now();
      const from = share.firstAgent * messageLength;
      for (const port of ports) {
        if (port === null) continue;
        const rows = messages.slice(from, from + share.agents * messageLength);
        port.postMessage({ rows } satisfies RowsMessage, [rows.buffer]);
      }
      transportMs += now() - began;
      return rowsArrived.all(round);
    },
    finish(last) {
      if (lane === 0) isLast = last;
      for (const port of ports) port?.postMessage({ last } satisfies FinishMessage);
      return finishArrived.all(round);
    },
    get isLast() {
      return isLast;
    },
  };
}
