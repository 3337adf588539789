// Turns the table of a result into files with plain numbers.
import { derive } from "../../../results/derive.ts";
import { type ExportTable, toCsv, toMarkdown, toMarkdownText } from "../../../results/export-table.ts";
import type { Result } from "../../../results/format/schema.ts";
import { provenanceOf } from "../../../results/provenance.ts";

/** Every derived figure in base units: shares, op/s, µs, bytes. */
function resultTableNumbers(result: Result): ExportTable {
  const { configuration, environment, trials } = result;
  const { rows } = derive(configuration, trials, environment.parallelCapacity.cores);
  return {
    columns: [
      { key: "agents", label: "agents", unit: null },
      { key: "throughput", label: "throughput", unit: "op/s" },
      { key: "throughputLow", label: "throughput low", unit: "op/s" },
      { key: "throughputHigh", label: "throughput high", unit: "op/s" },
      { key: "interval", label: "interval", unit: null },
      { key: "trials", label: "trials", unit: null },
      { key: "efficiency", label: "efficiency", unit: "share" },
      { key: "coreNormalised", label: "core-normalised efficiency", unit: "share" },
      { key: "overhead", label: "overhead", unit: "share" },
      { key: "p50", label: "p50", unit: "µs" },
      { key: "p95", label: "p95", unit: "µs" },
      { key: "p99", label: "p99", unit: "µs" },
      { key: "service", label: "service p95", unit: "µs" },
      { key: "late", label: "late ops a trial", unit: null },
      { key: "lossTotal", label: "loss against control", unit: "share" },
      { key: "lossFuse", label: "fuse", unit: "share" },
      { key: "lossTransport", label: "transport", unit: "share" },
      { key: "lossWait", label: "wait", unit: "share" },
      { key: "memory", label: "memory per agent", unit: "B" },
      { key: "status", label: "status", unit: null },
    ],
    rows: rows.map((row) => ({
      agents: row.agents,
      throughput: row.throughput.median,
      throughputLow: row.throughput.interval?.low ?? null,
      throughputHigh: row.throughput.interval?.high ?? null,
      interval:
        row.throughput.interval === null ? null : row.throughput.interval.kind === "range" ? "range" : "95% interval",
      trials: row.trials,
      efficiency: row.efficiency?.median ?? null,
      coreNormalised: row.coreNormalised?.median ?? null,
      overhead: row.overhead,
      p50: row.p50Us,
      p95: row.p95Us,
      p99: row.p99Us,
      service: row.serviceP95Us,
      late: row.lateOps,
      lossTotal: row.loss?.total ?? null,
      lossFuse: row.loss?.fuse ?? null,
      lossTransport: row.loss?.transport ?? null,
      lossWait: row.loss?.wait ?? null,
      memory: environment.engineMemory.perAgentBytes,
      status: row.status,
    })),
  };
}

/** The table as CSV, or as Markdown under a line that says what it is. */
export function resultTableFile(result: Result, kind: "csv" | "md"): Blob {
  const table = resultTableNumbers(result);
  return kind === "csv"
    ? new Blob([toCsv(table)], { type: "text/csv" })
    : new Blob([`${toMarkdownText(provenanceOf(result))}\n\n${toMarkdown(table)}`], { type: "text/markdown" });
}
