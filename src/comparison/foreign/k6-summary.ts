// Reads the end-of-test summary of k6, as `--summary-export` writes it (flat) or `handleSummary` gets it (under "values").
import { same } from "../../regression/fact.ts";
import { isJsonObject } from "../../results/format/versions.ts";
import * as v from "valibot";
import type { ComparedCell } from "../../regression/compared-cell.ts";
import type { Metric } from "../../regression/metric.ts";
import { schemaMessage } from "../../results/format/schema-message.ts";
import type { Directions, ReadMeasured } from "../cells/measured-input.ts";
import { smallMap } from "./file-parts.ts";
import type { ForeignReader } from "./reader.ts";

const fileSchema = v.object({ metrics: smallMap(v.record(v.string(), v.unknown())) });

interface Declared {
  readonly unit: string | null;
  readonly better: "higher" | "lower";
  /** Which of the summary's figures are compared. */
  readonly figures: readonly string[];
}

const TREND = ["avg", "med", "p(95)", "p(99)"] as const;
const trend: Declared = { unit: "ms", better: "lower", figures: TREND };
const rate: Declared = { unit: "1/s", better: "higher", figures: ["rate"] };

/** k6's own metrics with a direction. Data volumes and numbers of users have none. */
const declared: Readonly<Record<string, Declared>> = {
  http_req_duration: trend,
  http_req_waiting: trend,
  http_req_blocked: trend,
  iteration_duration: trend,
  grpc_req_duration: trend,
  ws_session_duration: trend,
  http_reqs: rate,
  iterations: rate,
  http_req_failed: { unit: null, better: "lower", figures: ["rate", "value"] },
};

/** Whether the JSON has the outline of such a summary: metrics that hold figures of k6. */
function isK6Summary(json: unknown): boolean {
  if (!isJsonObject(json) || !isJsonObject(json["metrics"])) return false;
  const names = Object.keys(json["metrics"]);
  return "root_group" in json || names.some((name) => Object.hasOwn(declared, name) || name === "vus");
}

function declaredFor(name: string, directions: Directions): Declared | null {
  if (Object.hasOwn(declared, name)) return declared[name] ?? null;
  const better = directions.get(name);
  return better === undefined ? null : { unit: null, better, figures: [...TREND, "rate", "value"] };
}

/** Reads what k6 declares about its metrics; a summary has no trials, so a verdict needs several baseline sessions. */
function readK6Summary(json: unknown, directions: Directions): ReadMeasured {
  const parsed = v.safeParse(fileSchema, json, { abortEarly: true });
  if (!parsed.success) {
    return { state: "refused", message: `This looks like a k6 summary, but ${schemaMessage(parsed.issues[0])}` };
  }
  const cells: ComparedCell[] = [];
  const skipped: string[] = [];
  for (const [name, entry] of Object.entries(parsed.output.metrics)) {
    const known = declaredFor(name, directions);
    if (known === null) {
      skipped.push(name);
      continue;
    }
    const values = isJsonObject(entry["values"]) ? entry["values"] : entry;
    for (const figure of known.figures) {
      const value = Object.hasOwn(values, figure) ? values[figure] : undefined;
      if (value === undefined) continue;
      if (typeof value !== "number" || !Number.isFinite(value) || value < 0) {
        const message = `This k6 summary cannot be read: metrics.${name.slice(0, 60)}.${figure} must be a number from 0.`;
        return { state: "refused", message };
      }
      const metric: Metric = { id: figure, label: figure, unit: known.unit, better: known.better };
      cells.push({ row: { kind: "named", name }, metric, figures: { kind: "single", value } });
    }
  }
  const notes =
    skipped.length === 0
      ? []
      : [`Not compared, since no direction is declared for them: ${skipped.slice(0, 20).join(", ").slice(0, 400)}.`];
  const measured = { fingerprint: [same("measured by", "k6")], cells };
  return { state: "read", measured, id: null, measuredAt: null, notes };
}

export const k6Summary: ForeignReader = {
  kind: "k6-summary",
  title: "k6 summaries",
  recognises: ({ json }) => isK6Summary(json),
  read: ({ json }, directions) => readK6Summary(json, directions),
};
