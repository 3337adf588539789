// What load a k6 summary says that it offered, as facts: half the users is another measurement.
import type { Fact } from "../../regression/fact.ts";
import { isJsonObject, type JsonObject } from "../../results/format/versions.ts";
import { knownFacts, lesserFacts } from "./file-parts.ts";
import type { K6Metric } from "./k6-metrics.ts";

const TEXT_MOST = 2_000;

/** The settings of a scenario that say how much it offers. */
const LOAD = [
  "executor",
  "vus",
  "maxVUs",
  "preAllocatedVUs",
  "startVUs",
  "rate",
  "startRate",
  "timeUnit",
  "stages",
  "iterations",
];

function gaugeText(metrics: readonly K6Metric[], name: string): string | undefined {
  const values = metrics.find((metric) => metric.name === name)?.values;
  const value = values?.["max"] ?? values?.["value"];
  return typeof value === "number" ? String(value) : undefined;
}

function valueText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** "open: executor constant-arrival-rate, rate 50, timeUnit 1s", one after the other by name. */
function scenariosText(scenarios: unknown): string | undefined {
  if (!isJsonObject(scenarios) || Object.keys(scenarios).length === 0) return undefined;
  const texts = Object.entries(scenarios).map(([name, scenario]) => {
    if (!isJsonObject(scenario)) return name;
    const parts = LOAD.flatMap((key) => (scenario[key] === undefined ? [] : [`${key} ${valueText(scenario[key])}`]));
    return parts.length === 0 ? name : `${name}: ${parts.join(", ")}`;
  });
  return texts.sort().join("; ").slice(0, TEXT_MOST);
}

function textAt(json: JsonObject, group: string, field: string): string | undefined {
  const held = json[group];
  const value = isJsonObject(held) ? held[field] : undefined;
  return typeof value === "string" || typeof value === "number" ? String(value).slice(0, TEXT_MOST) : undefined;
}

/** The facts of a summary. The users are those that k6 had ready, or else the most that were active. */
export function k6Environment(json: JsonObject, metrics: readonly K6Metric[]): Fact[] {
  const options = [json["options"], json["config"]].filter(isJsonObject);
  const found = (field: string): unknown => options.find((one) => one[field] !== undefined)?.[field];
  const rate = found("rate") ?? found("rps");
  const users = gaugeText(metrics, "vus_max") ?? gaugeText(metrics, "vus");
  const asked = found("vus");
  return [
    ...knownFacts({
      "measured by": "k6",
      "virtual users": users ?? (typeof asked === "number" ? String(asked) : undefined),
      scenarios: scenariosText(found("scenarios")),
      "arrival rate": typeof rate === "number" || typeof rate === "string" ? String(rate) : undefined,
    }),
    ...lesserFacts("noted", {
      "k6 version": textAt(json, "metadata", "k6_version"),
      script: textAt(json, "config", "script"),
      "duration asked for": textAt(json, "config", "duration") ?? textAt(json, "options", "duration"),
    }),
  ];
}
