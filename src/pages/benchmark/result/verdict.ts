// Owns the sentence on top: what a run found, in words with its numbers.
import type { Configuration } from "../../../measurement/run/configuration.ts";
import type { Derived } from "../../../results/derive.ts";
import type { ScalingRow } from "../../../scaling/rows.ts";
import { formatCounted, formatMeasured, formatPercent } from "../../../words/format.ts";

const RATE_HELD_LEAST = 0.99;
const RATE_HELD_P95_US = 10_000;

function lossText(row: ScalingRow): string {
  const { loss } = row;
  if (loss === null) return "";
  const parts = [
    `fuse ${formatPercent(loss.fuse)}`,
    `transport ${formatPercent(loss.transport)}`,
    `wait ${formatPercent(loss.wait)}`,
  ];
  const them = row.agents === 1 ? "it" : "them";
  const change =
    loss.total > 0
      ? `Hearing each other costs ${them} ${formatPercent(loss.total)} of that`
      : `Hearing each other costs ${them} nothing measurable`;
  return ` ${change} (${parts.join(", ")}).`;
}

/** The largest agent count that holds its rate (≥ 99 % of offered) with p95 latency ≤ 10 ms; 0 where none does. */
export function realTimeCapacity(rows: readonly ScalingRow[]): number {
  const holding = rows.filter(
    (row) => row.efficiency !== null && row.efficiency.median >= RATE_HELD_LEAST && row.p95Us <= RATE_HELD_P95_US,
  );
  return Math.max(0, ...holding.map((row) => row.agents));
}

function pacedVerdict(configuration: Configuration, rows: readonly ScalingRow[]): string {
  const rate = configuration.opsPerSecondPerAgent;
  const most = realTimeCapacity(rows);
  const tried = Math.max(...rows.map((row) => row.agents));
  if (most === 0) return `No measured count of agents holds ${rate} op/s each with p95 latency of at most 10 ms.`;
  const [were, hold, each] = most === 1 ? ["was", "holds", ""] : ["were", "hold", " each"];
  const agents = formatCounted(most, "agent");
  const who = most === tried ? `${agents}, the most that ${were} tried,` : agents;
  return `${who} ${hold} ${rate} op/s${each} with p95 latency of at most 10 ms: ${formatMeasured(most * rate)} op/s in all.`;
}

/**
 * @param cores measured C
 * @returns the verdict, or null where no row has a figure yet
 */
export function verdictOf(configuration: Configuration, derived: Derived, cores: number): string | null {
  const { rows } = derived;
  const last = rows.at(-1);
  if (last === undefined) return null;
  if (configuration.pacing === "paced") return pacedVerdict(configuration, rows);
  const reach = `${formatCounted(last.agents, "agent")} ${last.agents === 1 ? "reaches" : "reach"} ${formatMeasured(last.throughput.median)} op/s`;
  if (last.coreNormalised === null) return `${reach}.`;
  const share = formatPercent(last.coreNormalised.median);
  const used = Math.min(last.agents, cores);
  const coresText = used === 1 ? "one core" : `${formatMeasured(used)} cores`;
  return `${reach}: ${share} of what ${coresText} can give.${lossText(last)}`;
}
