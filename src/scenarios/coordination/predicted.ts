// The transport share of each cell as the cost of messages predicts it, beside the one that was measured.
import { shareAgents } from "../../measurement/lane/placement.ts";
import { routesOf } from "../../measurement/lane/routes.ts";
import type { Sample, ValidSample } from "../../measurement/run/sample.ts";
import { median } from "../../statistics/summary.ts";
import type { WeightedLine } from "../../statistics/weighted-line.ts";
import { hearings } from "../../workloads/hearings.ts";
import { valuesOf } from "../contract/rows.ts";
import { type Cell, cellOf, isControl } from "./cells.ts";
import { TEAM_MOST } from "./fields.ts";
import { messageLines, publishLine } from "./message-lines.ts";
import { cellsMeasured } from "./rows.ts";

export interface Predicted {
  readonly at: number;
  readonly cell: Cell;
  /** Shares of all worker time. */
  readonly predicted: number;
  readonly measured: number;
}

/** Lines of what publishing and carrying take; null where they are not known. */
interface Lines {
  readonly publish: WeightedLine | null;
  readonly shared: WeightedLine | null;
  readonly message: WeightedLine | null;
}

interface Round {
  readonly agents: number;
  /** Bytes of one posterior. */
  readonly rowBytes: number;
  /** Messages from worker to worker. */
  readonly sent: number;
  /** Bytes of those. */
  readonly sentBytes: number;
}

function valueAt({ intercept, slope }: WeightedLine, bytes: number): number {
  return intercept.value + slope.value * bytes;
}

/** How many messages go from worker to worker in a round. */
export function sentMessages({ agents, topology }: Pick<Cell, "agents" | "topology">, lanes: number): number {
  const { byLane } = routesOf(hearings[topology], shareAgents(agents, lanes));
  return byLane.flat().filter(({ sends }) => sends.length > 0).length;
}

/** Processor time that a round's publishing and carrying take, all workers together, µs; null where a line is missing. */
function carryingUs({ transport }: Cell, { agents, rowBytes, sent, sentBytes }: Round, lines: Lines): number | null {
  const { publish, shared, message } = lines;
  if (transport === "shared-memory") return shared === null ? null : agents * valueAt(shared, rowBytes);
  if (publish === null) return null;
  const published = agents * valueAt(publish, rowBytes);
  if (transport === null) return published;
  if (message === null) return null;
  // Of a message alone one row was published and one message carried: what is over is the carrying.
  const fixed = message.intercept.value - publish.intercept.value;
  const perByte = message.slope.value - publish.slope.value;
  return published + sent * fixed + sentBytes * perByte;
}

function predictedOf(at: number, samples: readonly ValidSample[], lines: Lines): Predicted[] {
  const cell = cellOf(at);
  if (cell === null || isControl(cell)) return [];
  const [lanes, round, carrying, messages, readBytes, sentBytes] = [
    "lanes",
    "round",
    "carrying",
    "messages",
    "read-bytes",
    "carried-bytes",
  ].map((id) => median(valuesOf(samples, id)) ?? 0);
  if (!lanes || !round || !carrying || !messages || readBytes === undefined || sentBytes === undefined) return [];
  // A stranger's file may say anything of its lanes.
  if (!Number.isInteger(lanes) || lanes > cell.agents || cell.agents > TEAM_MOST) return [];
  const sent = cell.transport === "message" ? sentMessages(cell, lanes) : 0;
  const us = carryingUs(cell, { agents: cell.agents, rowBytes: readBytes / messages, sent, sentBytes }, lines);
  return us === null ? [] : [{ at, cell, predicted: us / (lanes * round), measured: carrying / (lanes * round) }];
}

/** Every cell whose messages were measured alone too, ascending. */
export function predictedShares(samples: readonly Sample[]): Predicted[] {
  const lines = {
    publish: publishLine(samples),
    shared: messageLines(samples, "shared-memory").carrying,
    message: messageLines(samples, "message").carrying,
  };
  return [...cellsMeasured(samples)].flatMap(([at, own]) => predictedOf(at, own, lines));
}
