// What each point asks of its lanes: a cell's agents on their placement, one agent alone, or couriers that carry messages and do nothing else.
import type { TrialSetup, WindowOrder } from "../../measurement/lane/lane-host.ts";
import { shareAgents } from "../../measurement/lane/placement.ts";
import { usableTransport } from "../../measurement/lane/transport.ts";
import type { Machine } from "../../measurement/run/bench.ts";
import type { Planned } from "../../measurement/run/sample.ts";
import { workloads } from "../../workloads/definitions.ts";
import { barrierSpins, saturatedOrder, seatedSetup, soloSetup } from "../agents/agent-setup.ts";
import { type Cell, cellOf, controlOf, isControl } from "./cells.ts";
import type { CoordinationSettings } from "./fields.ts";
import { type MessageSeries, messageSeriesOf, SOLO } from "./series.ts";

const BYTES_PER_NUMBER = Float64Array.BYTES_PER_ELEMENT;
/** What a worker sends all others: the belief of an explorer on a grid of ten. */
const EVERYBODY_BYTES = 800;
const PAIR = 2;

/** How many couriers talk, of how many bytes, and whether they think meanwhile. */
function courierAsk({ kind }: MessageSeries, at: number): { lanes: number; bytes: number; isThinking: boolean } {
  switch (kind) {
    case "publish":
      return { lanes: 1, bytes: at, isThinking: true };
    case "carry":
      return { lanes: PAIR, bytes: at, isThinking: true };
    case "sizes":
      return { lanes: PAIR, bytes: at, isThinking: false };
    case "barrier":
      return { lanes: at, bytes: BYTES_PER_NUMBER, isThinking: false };
    case "everybody":
      return { lanes: at, bytes: EVERYBODY_BYTES, isThinking: false };
  }
}

/** One courier on each lane. */
function courierSetup(
  settings: CoordinationSettings,
  messages: MessageSeries,
  at: number,
  machine: Machine,
): TrialSetup {
  const { kind, transport } = messages;
  const { lanes, bytes, isThinking } = courierAsk(messages, at);
  return {
    workload: {
      kind: "courier",
      messageLength: Math.max(1, Math.round(bytes / BYTES_PER_NUMBER)),
      thinks: isThinking ? workloads[settings.workload].configOf(settings) : null,
    },
    totalAgents: lanes,
    shares: shareAgents(lanes, lanes),
    seed: settings.seed,
    // At a barrier all meet, and nobody hears anybody.
    topology: kind === "barrier" || kind === "publish" ? "none" : "all-to-all",
    transport: transport ?? usableTransport("shared-memory", machine.canShareMemory),
    barrierSpins: barrierSpins(lanes, machine),
  };
}

function cellSetup(settings: CoordinationSettings, cell: Cell, machine: Machine): TrialSetup {
  const { agents, placement, topology, transport } = cell;
  // What a single lane needs no transport for runs on the link that waits least.
  return seatedSetup({ ...settings, placement, topology, transport: transport ?? "shared-memory" }, agents, machine);
}

function cellAt({ at }: Planned): Cell {
  return cellOf(at) ?? controlOf({ agents: Math.max(1, at), placement: "pool" });
}

export function setupOf(settings: CoordinationSettings, planned: Planned, machine: Machine): TrialSetup {
  const messages = messageSeriesOf(planned.series);
  if (messages !== null) return courierSetup(settings, messages, planned.at, machine);
  return planned.series === SOLO ? soloSetup(settings) : cellSetup(settings, cellAt(planned), machine);
}

/** Lone agents and those in silence run free. */
export function orderOf({ windowMs }: CoordinationSettings, planned: Planned): WindowOrder {
  const isFree = messageSeriesOf(planned.series) === null && (planned.series === SOLO || isControl(cellAt(planned)));
  return saturatedOrder(isFree ? "free" : "lock-step", windowMs);
}

/** Why this page cannot measure a point; null where it can. */
export function unmeasurable(planned: Planned, { canShareMemory }: Machine): string | null {
  const messages = messageSeriesOf(planned.series);
  const transport = messages === null ? (cellOf(planned.at)?.transport ?? null) : messages.transport;
  return canShareMemory || transport !== "shared-memory"
    ? null
    : "Workers of this page cannot share memory, since it is not isolated. Untick shared memory, or open Headroom where it is isolated.";
}
