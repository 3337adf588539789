// Carries lock-step rounds by messages: one transfer to each lane that hears something, for pages that cannot share memory.
import { waitMostMs } from "../lane/barrier.ts";
import type { RoundLink } from "../lane/round-link.ts";
import type { Route } from "../lane/routes.ts";
import { Arrivals } from "./arrivals.ts";

interface RowsMessage {
  readonly rows: Float64Array<ArrayBuffer>;
}
interface FinishMessage {
  readonly last: boolean;
}

export interface MessageRoundOptions {
  readonly routes: readonly Route[];
  /** A port for each route, in the same order. */
  readonly ports: readonly MessagePort[];
  /** Whether each two lanes carry rows both ways. */
  readonly isComplete: boolean;
  readonly lane: number;
  readonly totalAgents: number;
  readonly messageLength: number;
  /** Milliseconds, any origin. */
  readonly now: () => number;
  /** How long a lane is waited for, ms; the usual time for so many lanes where it is left out. */
  readonly waitMostMs?: number;
}

/** The rows of one route in one direction: views of the messages, and how many numbers they are together. */
interface Rows {
  readonly views: readonly Float64Array[];
  readonly length: number;
}

function rowsOf(messages: Float64Array, messageLength: number, blocks: Route["sends"]): Rows {
  const views = blocks.map(({ firstAgent, agents }) =>
    messages.subarray(firstAgent * messageLength, (firstAgent + agents) * messageLength),
  );
  return { views, length: views.reduce((sum, view) => sum + view.length, 0) };
}

function packed({ views, length }: Rows): Float64Array<ArrayBuffer> {
  const rows = new Float64Array(length);
  let at = 0;
  for (const view of views) {
    rows.set(view, at);
    at += view.length;
  }
  return rows;
}

function unpack(rows: Float64Array, { views }: Rows): void {
  let at = 0;
  for (const view of views) {
    view.set(rows.subarray(at, at + view.length));
    at += view.length;
  }
}

function lanesOf(routes: readonly Route[]): number[] {
  return routes.map((route) => route.lane);
}

/** @returns a link whose waits are promises: the lane's thread keeps receiving meanwhile. They reject when others are missed */
export function createMessageRoundLink(options: MessageRoundOptions): RoundLink {
  const { routes, ports, isComplete, lane, totalAgents, messageLength, now } = options;
  const messages = new Float64Array(totalAgents * messageLength);
  const outgoing = routes.map(({ sends }) => rowsOf(messages, messageLength, sends));
  // Where each two lanes carry rows anyway, all tell all that they have read. Else all tell lane 0, which answers all.
  const answersAll = !isComplete && lane === 0;
  const tellsOne = !isComplete && lane !== 0;
  const mostMs = options.waitMostMs ?? waitMostMs(routes.length + 1);
  const rowsArrived = new Arrivals(lanesOf(routes.filter(({ receives }) => receives.length > 0)), mostMs);
  const finishArrived = new Arrivals(tellsOne ? [0] : lanesOf(routes), mostMs);
  let round = 0;
  let isLast = false;
  let transportMs = 0;
  let carriedBytes = 0;

  for (const [at, port] of ports.entries()) {
    const route = routes[at];
    if (route === undefined) continue;
    const incoming = rowsOf(messages, messageLength, route.receives);
    port.addEventListener("message", ({ data }: MessageEvent<RowsMessage | FinishMessage>) => {
      if ("rows" in data) {
        const began = now();
        unpack(data.rows, incoming);
        transportMs += now() - began;
        rowsArrived.arriveFrom(route.lane);
      } else {
        if (route.lane === 0) isLast = data.last;
        finishArrived.arriveFrom(route.lane);
      }
    });
    port.start();
  }

  function tellAll(): void {
    for (const port of ports) port.postMessage({ last: isLast } satisfies FinishMessage);
  }

  return {
    messages,
    takeTransportMs() {
      const taken = transportMs;
      transportMs = 0;
      return taken;
    },
    takeCarriedBytes() {
      const taken = carriedBytes;
      carriedBytes = 0;
      return taken;
    },
    exchange() {
      round += 1;
      const began = now();
      for (const [at, port] of ports.entries()) {
        const out = outgoing[at];
        if (out === undefined || out.length === 0) continue;
        const rows = packed(out);
        carriedBytes += rows.byteLength;
        port.postMessage({ rows } satisfies RowsMessage, [rows.buffer]);
      }
      transportMs += now() - began;
      return rowsArrived.all(round);
    },
    finish(last) {
      if (lane === 0) isLast = last;
      if (tellsOne) ports[0]?.postMessage({ last } satisfies FinishMessage);
      else if (!answersAll) tellAll();
      const arrived = finishArrived.all(round);
      if (!answersAll) return arrived;
      if (arrived !== undefined) return arrived.then(tellAll);
      tellAll();
      return undefined;
    },
    get isLast() {
      return isLast;
    },
  };
}
