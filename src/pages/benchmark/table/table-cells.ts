// Owns the cells of the scaling table as texts, the same for page, tooltip and export.
import type { ScalingRow } from "../../../scaling/rows.ts";
import type { Status } from "../../../scaling/status.ts";
import type { Estimate } from "../../../statistics/summary.ts";
import {
  type BytesUnit,
  type DurationUnit,
  formatBytes,
  formatCount,
  formatDuration,
  formatMeasured,
  formatPercent,
  MISSING,
} from "../../../words/format.ts";
import type { ColumnKey } from "./table-columns.tsx";

export interface Cell {
  readonly text: string;
  /** In smaller type beside it, such as an interval. */
  readonly detail?: string;
  /** Why a value is missing. */
  readonly reason?: string;
}

export interface TableRow {
  readonly agents: number;
  readonly cells: Readonly<Record<ColumnKey, Cell>>;
  readonly status: Status | null;
}

export interface CellContext {
  readonly latencyUnit: DurationUnit;
  readonly memoryUnit: BytesUnit;
  readonly timerStepUs: number;
  /** Null where it is not known yet. */
  readonly perAgentBytes: number | null;
  readonly paced: boolean;
}

function missing(reason: string): Cell {
  return { text: MISSING, reason };
}

/** "179–185" in the format of the value itself; nothing for a single trial or one text on both ends. */
function intervalText(estimate: Estimate, format: (value: number) => string): string | undefined {
  if (estimate.interval === null) return undefined;
  const low = format(estimate.interval.low);
  const high = format(estimate.interval.high);
  return low === high ? undefined : `${low}–${high}`;
}

function estimateCell(estimate: Estimate | null, format: (value: number) => string, reason: string): Cell {
  if (estimate === null) return missing(reason);
  const detail = intervalText(estimate, format);
  return { text: format(estimate.median), ...(detail === undefined ? {} : { detail }) };
}

/** The cells of a measured row. */
export function measuredCells(row: ScalingRow, context: CellContext): TableRow {
  const { latencyUnit, timerStepUs, memoryUnit, perAgentBytes, paced } = context;
  const noSolo = "No trial of one agent alone counts yet, so X(1) is not known.";
  const latency = (valueUs: number): Cell => ({ text: formatDuration(valueUs, latencyUnit, timerStepUs) });
  return {
    agents: row.agents,
    status: row.status,
    cells: {
      agents: { text: formatCount(row.agents) },
      efficiency: estimateCell(row.efficiency, formatPercent, noSolo),
      coreNormalised: estimateCell(
        row.coreNormalised,
        formatPercent,
        paced ? "A paced run is held against its offered rate, not against the cores." : noSolo,
      ),
      overhead: row.overhead === null ? missing(noSolo) : { text: formatPercent(row.overhead) },
      throughput: estimateCell(row.throughput, formatMeasured, ""),
      p50: latency(row.p50Us),
      p95: latency(row.p95Us),
      p99: row.p99Us === null ? missing("Under 1,000 ops in a trial: too few for p99.") : latency(row.p99Us),
      service: row.serviceP95Us === null ? missing("Paced runs alone have it.") : latency(row.serviceP95Us),
      late: row.lateOps === null ? missing("Paced runs alone have it.") : { text: formatCount(row.lateOps) },
      memory: perAgentBytes === null ? missing("Not known yet.") : { text: formatBytes(perAgentBytes, memoryUnit) },
      status: row.status === null ? missing(noSolo) : { text: row.status },
    },
  };
}
