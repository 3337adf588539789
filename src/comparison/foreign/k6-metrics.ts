// What k6 says of each of its metrics, in any of its three summaries, as one shape: figures, unit, direction, thresholds.
import { isJsonObject, type JsonObject } from "../../results/format/versions.ts";
import type { Directions } from "../cells/measured-input.ts";

export type K6Type = "trend" | "rate" | "counter" | "gauge";

export interface K6Threshold {
  /** As the script writes it, such as "p(95)<500". */
  readonly expression: string;
  readonly isCrossed: boolean;
}

export interface K6Metric {
  readonly name: string;
  readonly type: K6Type;
  /** "time", "data" or "default"; null where the summary does not say, as the flat one. */
  readonly contains: string | null;
  readonly values: JsonObject;
  readonly thresholds: readonly K6Threshold[];
}

/** k6's own trends of times, for summaries that do not say what a trend holds. */
const TIMES = new Set([
  "http_req_duration",
  "http_req_waiting",
  "http_req_blocked",
  "http_req_connecting",
  "http_req_tls_handshaking",
  "http_req_sending",
  "http_req_receiving",
  "iteration_duration",
  "group_duration",
  "grpc_req_duration",
  "ws_connecting",
  "ws_ping",
  "ws_session_duration",
  "browser_http_req_duration",
  "browser_web_vital_fcp",
  "browser_web_vital_fid",
  "browser_web_vital_inp",
  "browser_web_vital_lcp",
  "browser_web_vital_ttfb",
]);

/** Directions of k6's own rates and counters. */
const OWN: Readonly<Record<string, "higher" | "lower">> = {
  http_req_failed: "lower",
  browser_http_req_failed: "lower",
  checks: "higher",
  http_reqs: "higher",
  iterations: "higher",
  dropped_iterations: "lower",
};

/** How much is offered, or sent: part of the environment, or without a direction that anybody would expect to be judged. */
const NOT_JUDGED = new Set(["vus", "vus_max", "data_sent", "data_received"]);

/** "http_req_duration{scenario:x}" → "http_req_duration". */
export function baseName(name: string): string {
  return name.replace(/\{.*\}$/s, "");
}

/** Whether it says how much was offered, which is a fact and no figure. */
export function isOffered(name: string): boolean {
  return name === "vus" || name === "vus_max";
}

export function isOwnName(name: string): boolean {
  return TIMES.has(name) || Object.hasOwn(OWN, name) || NOT_JUDGED.has(name);
}

/** Whether a figure of a trend is one of its statistics: average, median, extremes and any percentile. */
export function isTrendFigure(figure: string): boolean {
  return /^(avg|min|med|max|p\(\d{1,3}(\.\d+)?\))$/.test(figure);
}

/** The type of an entry, from what it says or else from the figures that it has; null where it is none of k6's. */
export function typeOf(entry: JsonObject, values: JsonObject): K6Type | null {
  switch (entry["type"]) {
    case "trend":
    case "rate":
    case "counter":
    case "gauge":
      return entry["type"];
    default:
  }
  if (Object.keys(values).some((figure) => figure !== "min" && figure !== "max" && isTrendFigure(figure)))
    return "trend";
  if ("passes" in values || "matches" in values) return "rate";
  if ("count" in values || "rate" in values) return "counter";
  if ("value" in values) return "gauge";
  return "min" in values || "max" in values ? "trend" : null;
}

function isCrossed(state: unknown): boolean | null {
  // The flat summary writes true where a threshold was crossed, the others { "ok": false }.
  if (typeof state === "boolean") return state;
  if (!isJsonObject(state)) return null;
  return typeof state["ok"] === "boolean" ? !state["ok"] : null;
}

/** The thresholds of an entry; those that do not say how they ended are left out. */
export function thresholdsOf(entry: JsonObject): readonly K6Threshold[] {
  const thresholds = entry["thresholds"];
  if (!isJsonObject(thresholds)) return [];
  return Object.entries(thresholds).flatMap(([expression, state]) => {
    const crossed = isCrossed(state);
    return crossed === null ? [] : [{ expression, isCrossed: crossed }];
  });
}

/** A threshold says which way is better: "rate<0.01" is lower. Null where there are none, or where they disagree. */
function thresholdDirection(thresholds: readonly K6Threshold[]): "higher" | "lower" | null {
  const found = new Set(
    thresholds.flatMap(({ expression }) => {
      const operator = /[<>]/.exec(expression)?.[0];
      return operator === undefined ? [] : [operator === "<" ? "lower" : "higher"];
    }),
  );
  if (found.size !== 1) return null;
  return found.has("lower") ? "lower" : "higher";
}

export interface K6Reading {
  readonly unit: string | null;
  readonly better: "higher" | "lower";
}

/**
 * What is read of a metric; null where nobody says which way is better. By order: times are better lower, k6's own metrics are
 * known, a flag may say it, and else the script's own threshold does.
 */
export function readingOf({ name, type, contains, thresholds }: K6Metric, directions: Directions): K6Reading | null {
  const base = baseName(name);
  const isTime = type === "trend" && (contains === "time" || (contains === null && TIMES.has(base)));
  const own = isTime ? "lower" : Object.hasOwn(OWN, base) ? OWN[base] : undefined;
  const declared = own ?? directions.get(name) ?? directions.get(base);
  const better = declared ?? (NOT_JUDGED.has(base) ? null : thresholdDirection(thresholds));
  if (better === null || better === undefined) return null;
  switch (type) {
    case "trend":
      return { unit: isTime ? "ms" : contains === "data" ? "B" : null, better };
    case "counter":
      return { unit: contains === "data" || base.startsWith("data_") ? "B/s" : "1/s", better };
    case "rate":
    case "gauge":
      return { unit: null, better };
  }
}
