// What talking costs, in sentences that can be said aloud: the cheapest and the dearest way at the largest team, and what a message takes.
import type { TransportKind } from "../../measurement/lane/transport.ts";
import type { Sample } from "../../measurement/run/sample.ts";
import { formatCounted, formatMeasured, formatPercent } from "../../words/format.ts";
import { listed } from "../../words/listed.ts";
import type { TopologyKind } from "../../workloads/hearing.ts";
import { middleOf, type Row } from "../contract/rows.ts";
import { type Cell, cellOf, type Combination, isControl } from "./cells.ts";
import { measuredSeries } from "./message-lines.ts";
import { MESSAGE_SERIES } from "./series.ts";

const topologyText: Readonly<Record<TopologyKind, string>> = {
  none: "in silence",
  ring: "in a ring",
  star: "in a star",
  "all-to-all": "all-to-all",
};

const transportText: Readonly<Record<TransportKind, string>> = {
  "shared-memory": "through shared memory",
  message: "by messages",
};

const placementText: Readonly<Record<Combination["placement"], string>> = {
  "single-lane": "on one worker",
  "worker-per-agent": "on a worker each",
  pool: "in a pool",
};

/** @param isOnePlacement whether all rows sit alike, so that where need not be said */
function howText({ topology, transport, placement }: Combination, isOnePlacement: boolean): string {
  const carried = transport === null ? [] : [transportText[transport]];
  const seated = isOnePlacement ? [] : [placementText[placement]];
  return [topologyText[topology], ...carried, ...seated].join(" ");
}

interface Costing {
  readonly cell: Cell;
  readonly row: Row;
  readonly loss: number;
}

function costings(rows: readonly Row[]): Costing[] {
  return rows.flatMap((row) => {
    const cell = cellOf(row.at);
    const loss = middleOf(row, "loss");
    return cell === null || isControl(cell) || loss === null ? [] : [{ cell, row, loss }];
  });
}

/** The 95% interval of a cost, or the range of the repeats where they are too few for one. */
function intervalOf({ row }: Costing): { readonly low: number; readonly high: number } | null {
  const figure = row.figures["loss"];
  return figure?.state === "known" ? figure.estimate.interval : null;
}

function isCertain(costing: Costing): boolean {
  return (intervalOf(costing)?.low ?? 0) > 0;
}

/** "12% (10% to 14%)"; where noise could explain all of it, "12% (−3% to 30%, so perhaps nothing)". */
function costText(costing: Costing): string {
  const interval = intervalOf(costing);
  if (interval === null) return formatPercent(costing.loss);
  const doubt = isCertain(costing) ? "" : ", so perhaps nothing";
  return `${formatPercent(costing.loss)} (${formatPercent(interval.low)} to ${formatPercent(interval.high)}${doubt})`;
}

/** A message of this size is told: about what an agent on a grid of ten believes. */
const TOLD_BYTES = 1_024;

function messageText(samples: readonly Sample[], transports: readonly TransportKind[]): string {
  const told = transports.flatMap((transport) => {
    const at = measuredSeries(samples, MESSAGE_SERIES[transport].sizes).find((point) => point.at === TOLD_BYTES);
    return at === undefined ? [] : [`${formatMeasured(at.roundUs)} µs ${transportText[transport]}`];
  });
  return told.length === 0 ? "" : ` Two workers exchange and confirm 1 kB in ${listed(told)}.`;
}

/** From the least to the most of these costs: "4.0% to 27%". */
function rangeText(costs: readonly Costing[]): string {
  const losses = costs.map(({ loss }) => loss);
  const [low, high] = [formatPercent(Math.min(...losses)), formatPercent(Math.max(...losses))];
  return low === high ? low : `${low} to ${high}`;
}

/** Small teams pay most: what the smallest pays. Empty where there is one size of team. */
function fewestText(all: readonly Costing[], most: number): string {
  const fewest = Math.min(...all.map(({ cell }) => cell.agents));
  if (fewest === most) return "";
  return `, ${formatCounted(fewest, "agent")} ${rangeText(all.filter(({ cell }) => cell.agents === fewest))}`;
}

/** @returns the sentence, or null where no row has a figure yet */
export function coordinationSentence(
  rows: readonly Row[],
  samples: readonly Sample[],
  transports: readonly TransportKind[],
): string | null {
  const all = costings(rows);
  const most = Math.max(...all.map(({ cell }) => cell.agents));
  const largest = all.filter(({ cell }) => cell.agents === most).toSorted((a, b) => a.loss - b.loss);
  const [cheapest] = largest;
  const dearest = largest.at(-1);
  if (cheapest === undefined || dearest === undefined) {
    return rows.length === 0 ? null : "No team that talks has a figure beside the same agents in silence yet.";
  }
  const isOnePlacement = new Set(rows.map(({ at }) => cellOf(at)?.placement)).size === 1;
  const who = formatCounted(most, "agent");
  const how = (costing: Costing) => howText(costing.cell, isOnePlacement);
  const messages = messageText(samples, transports);
  if (cheapest === dearest) {
    return `Talking costs ${who} ${costText(cheapest)} of their throughput ${how(cheapest)}${fewestText(all, most)}.${messages}`;
  }
  const first = `Talking costs ${who} ${rangeText(largest)} of their throughput${fewestText(all, most)}.`;
  const ends = ` With ${who} the least is ${costText(cheapest)} ${how(cheapest)}, the most ${costText(dearest)} ${how(dearest)}.`;
  return `${first}${ends}${messages}`;
}
