// Reads FreeAgentics' flat files: "metrics" with one number by name, or with one group of numbers for each benchmark (latest_benchmark_results.json).
import type { ComparedCell } from "../../regression/compared-cell.ts";
import { isJsonObject } from "../../results/format/versions.ts";
import type { Directions, ReadMeasured } from "../cells/measured-input.ts";
import { shownName } from "../cells/row-words.ts";
import { EntryProblems } from "./entry-problems.ts";
import { knownFacts, NAMES_MOST, TEXT_MOST } from "./file-parts.ts";
import { freeagenticsMetric } from "./freeagentics-metrics.ts";
import type { ForeignFile, ForeignReader } from "./reader.ts";

/** The metrics, wherever writers put them. */
function metricsOf(json: unknown): Readonly<Record<string, unknown>> | null {
  if (!isJsonObject(json)) return null;
  const found = [json["metrics"], json["baseline_metrics"]].find(isJsonObject);
  return found ?? null;
}

function isNumbers(entry: unknown): boolean {
  return isJsonObject(entry) && !("values" in entry) && Object.values(entry).some((value) => typeof value === "number");
}

/** Numbers, or groups of them, under "metrics": k6's, which look alike, are asked first. */
function isSnapshot(json: unknown): boolean {
  const metrics = metricsOf(json);
  return metrics !== null && Object.values(metrics).some((entry) => typeof entry === "number" || isNumbers(entry));
}

function isFigure(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && Math.abs(value) <= 1e15;
}

function readSnapshot({ json, notNumbers }: ForeignFile, directions: Directions): ReadMeasured {
  const metrics = Object.entries(metricsOf(json) ?? {});
  if (metrics.length > NAMES_MOST) {
    const message = `This file has ${metrics.length} metrics, and at most ${NAMES_MOST} are read.`;
    return { state: "refused", message };
  }
  const problems = new EntryProblems(notNumbers);
  const cells: ComparedCell[] = [];
  const add = (row: string, name: string, value: unknown, path: readonly string[]): void => {
    // Lists, texts and switches beside the figures are no figures, and nobody misses them; null is one that was not measured.
    if (typeof value === "string" || typeof value === "boolean" || Array.isArray(value)) return;
    const wrong = !isFigure(value)
      ? "it is no number."
      : `${row}${name}`.length > TEXT_MOST
        ? "its name is too long."
        : null;
    if (wrong !== null) return problems.leftOut(path, name, wrong);
    const metric = freeagenticsMetric(name, directions);
    cells.push({
      row: { kind: "named", name: row },
      metric,
      figures: { kind: "single", value: isFigure(value) ? value : 0 },
    });
  };
  for (const [name, entry] of metrics) {
    if (!isJsonObject(entry)) add("metrics", name, entry, ["metrics", name]);
    else for (const [field, value] of Object.entries(entry)) add(name, field, value, ["metrics", name, field]);
  }
  const notes = problems.notes();
  if (cells.length === 0) {
    const message = `This looks like FreeAgentics' metrics, but it holds no number. ${notes.join(" ")}`.trim();
    return { state: "refused", message };
  }
  const undirected = cells.filter(({ metric }) => metric.better === null).map(({ metric }) => shownName(metric.id));
  const stamp = isJsonObject(json) ? json["timestamp"] : undefined;
  return {
    state: "read",
    measured: { fingerprint: knownFacts({ "measured by": "FreeAgentics" }), cells },
    id: null,
    measuredAt: typeof stamp === "string" ? { field: "timestamp", text: stamp.slice(0, 100) } : null,
    notes:
      undirected.length === 0
        ? notes
        : [
            ...notes,
            `Shown, and not judged without --higher or --lower: ${[...new Set(undirected)].slice(0, 20).join(", ")}.`,
          ],
  };
}

export const freeagenticsSnapshot: ForeignReader = {
  kind: "freeagentics-snapshot",
  title: "FreeAgentics' metrics (latest_benchmark_results.json, flat baselines)",
  outline: 'an object with "metrics", which holds numbers by name',
  recognises: ({ json }) => isSnapshot(json),
  read: readSnapshot,
};
