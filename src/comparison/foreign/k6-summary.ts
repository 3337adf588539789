// Reads the end-of-test summary of k6 in its three shapes: handleSummary, --summary-export (flat), and the machine-readable one (k6 1.5 and newer).
import { isJsonObject, type JsonObject } from "../../results/format/versions.ts";
import type { ComparedCell, Counts } from "../../regression/compared-cell.ts";
import type { Directions, ReadMeasured } from "../cells/measured-input.ts";
import { shownName } from "../cells/row-words.ts";
import { EntryProblems } from "./entry-problems.ts";
import { NAMES_MOST, TEXT_MOST } from "./file-parts.ts";
import { k6Environment } from "./k6-environment.ts";
import {
  baseName,
  isOffered,
  isOwnName,
  isTrendFigure,
  type K6Metric,
  readingOf,
  thresholdsOf,
  typeOf,
} from "./k6-metrics.ts";
import type { ForeignFile, ForeignReader } from "./reader.ts";

type Entry = readonly [name: string, entry: unknown, path: readonly (string | number)[]];

/** The metrics by name, whichever shape; null where it is none of k6's. */
function entriesOf(json: unknown): readonly Entry[] | null {
  if (!isJsonObject(json)) return null;
  const { results } = json;
  if (isJsonObject(results) && Array.isArray(results["metrics"])) {
    const list: readonly unknown[] = results["metrics"];
    return list.map((entry, at): Entry => {
      const name = isJsonObject(entry) && typeof entry["name"] === "string" ? entry["name"] : "";
      return [name, entry, ["results", "metrics", at]];
    });
  }
  const { metrics } = json;
  if (!isJsonObject(metrics)) return null;
  return Object.entries(metrics).map(([name, entry]): Entry => [name, entry, ["metrics", name]]);
}

/** Whether the JSON has the outline of such a summary: metrics that are objects, with a name or a shape of k6. */
function isK6Summary(json: unknown): boolean {
  const entries = entriesOf(json);
  if (entries === null || !isJsonObject(json)) return false;
  if ("root_group" in json || entries.some(([, , [first]]) => first === "results")) return true;
  return entries.some(([name, entry]) => isJsonObject(entry) && (isOwnName(baseName(name)) || "values" in entry));
}

function metricOf(name: string, entry: JsonObject): K6Metric | null {
  const values = isJsonObject(entry["values"]) ? entry["values"] : entry;
  const type = typeOf(entry, values);
  if (type === null) return null;
  const contains = typeof entry["contains"] === "string" ? entry["contains"] : null;
  return { name, type, contains, values, thresholds: thresholdsOf(entry) };
}

/** How long the test ran, in seconds; null where the summary does not say. */
function secondsOf(json: JsonObject): number | null {
  const { state, config } = json;
  const measured = isJsonObject(state) ? state["testRunDurationMs"] : undefined;
  if (typeof measured === "number" && measured > 0) return measured / 1_000;
  const asked = isJsonObject(config) ? config["duration"] : undefined;
  return typeof asked === "number" && asked > 0 ? asked : null;
}

/** The figures of a metric that are compared, under one name in all shapes. */
function figuresOf({ type, values }: K6Metric, seconds: number | null): readonly (readonly [string, unknown])[] {
  switch (type) {
    case "trend":
      return Object.entries(values).filter(([figure]) => isTrendFigure(figure));
    case "rate":
      return [["rate", values["rate"] ?? values["value"]]];
    case "gauge":
      return [["value", values["value"]]];
    case "counter": {
      const { rate, count } = values;
      return [["rate", rate ?? (typeof count === "number" && seconds !== null ? count / seconds : undefined)]];
    }
  }
}

function countsOf({ type, values }: K6Metric): Counts | undefined {
  if (type !== "rate") return undefined;
  const hits = values["matches"] ?? values["passes"];
  const fails = values["fails"];
  const total = values["total"] ?? (typeof hits === "number" && typeof fails === "number" ? hits + fails : undefined);
  return typeof hits === "number" && typeof total === "number" && hits >= 0 && hits <= total
    ? { hits, total }
    : undefined;
}

/** What helps where a figure has no repeats, in k6's words. */
const MORE_SESSIONS = "more k6 sessions";

/** k6 writes this counter only where it dropped some: a summary without it dropped none. */
const DROPPED = "dropped_iterations";
const droppedNone: ComparedCell = {
  row: { kind: "named", name: DROPPED },
  metric: { id: "rate", label: "rate", unit: "1/s", better: "lower" },
  figures: { kind: "single", value: 0, isImplied: true },
};

/** Reads what has a direction; a summary has no trials, so a verdict needs several baseline sessions. */
function readK6Summary({ json, notNumbers }: ForeignFile, directions: Directions): ReadMeasured {
  const entries = entriesOf(json) ?? [];
  if (!isJsonObject(json)) return { state: "refused", message: "This k6 summary is no object." };
  if (entries.length > NAMES_MOST) {
    const message = `This k6 summary has ${entries.length} metrics, and at most ${NAMES_MOST} are read.`;
    return { state: "refused", message };
  }
  const problems = new EntryProblems(notNumbers);
  const metrics: K6Metric[] = [];
  const cells: ComparedCell[] = [];
  const skipped: string[] = [];
  const seconds = secondsOf(json);
  for (const [name, entry, path] of entries) {
    const metric = isJsonObject(entry) && name !== "" ? metricOf(name, entry) : null;
    if (metric === null || name.length > TEXT_MOST) {
      problems.leftOut(path, name, "it has no figures of k6.");
      continue;
    }
    metrics.push(metric);
    const reading = readingOf(metric, directions);
    if (reading === null) {
      // Users are facts of the environment.
      if (!isOffered(name)) skipped.push(name);
      continue;
    }
    for (const [figure, value] of figuresOf(metric, seconds)) {
      if (value === undefined) continue;
      if (typeof value !== "number" || !Number.isFinite(value) || value < 0) {
        problems.leftOut(path, name, `metrics.${shownName(name)}.${figure} must be a number from 0.`);
        continue;
      }
      const counts = countsOf(metric);
      const figures = { kind: "single", value, ...(counts === undefined ? {} : { counts }) } as const;
      cells.push({
        row: { kind: "named", name },
        metric: { id: figure, label: figure, repeatWith: MORE_SESSIONS, ...reading },
        figures,
      });
    }
  }
  const notes = [...problems.notes()];
  if (cells.length === 0) {
    const why = notes.length === 0 ? "It has no metric whose direction is known." : notes.join(" ");
    return { state: "refused", message: `This k6 summary cannot be read: ${why} Name one with --higher or --lower.` };
  }
  if (!metrics.some(({ name }) => name === DROPPED)) cells.push(droppedNone);
  if (skipped.length > 0) {
    const names = skipped.slice(0, 20).map(shownName).join(", ").slice(0, 400);
    notes.push(`Not compared, since no direction is declared for them: ${names}.`);
  }
  const failures = metrics.flatMap(({ name, thresholds }) =>
    thresholds.flatMap(({ expression, isCrossed }) =>
      isCrossed ? [`k6's threshold was crossed: ${shownName(name)}, ${expression.slice(0, 200)}.`] : [],
    ),
  );
  const measured = { fingerprint: k6Environment(json, metrics), cells };
  return { state: "read", measured, id: null, measuredAt: null, notes, failures };
}

export const k6Summary: ForeignReader = {
  kind: "k6-summary",
  title: "k6 summaries",
  outline: 'an object with "metrics" by name, or with "results.metrics"',
  recognises: ({ json }) => isK6Summary(json),
  read: readK6Summary,
};
