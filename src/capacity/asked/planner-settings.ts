// Settings of the planner: one rule for each field, which the address and the form share. Each is kept as the text that was typed.
import * as v from "valibot";
import type { Reading } from "../../fields/field.ts";
import { exponentHint } from "../../fields/plain-number.ts";
import { dayOf } from "./calendar.ts";
import { countsFromText, CURVE_TEXT_LIMITS, curveFromText } from "./curve-text.ts";
import { FORECAST_LIMITS, forecastFromText } from "./demand-forecast.ts";
import { type DeploymentNames, WORKLOAD_RESOURCES } from "../deployment/deployment-input.ts";
import { nameProblems } from "../deployment/deployment-names.ts";
import { machinesFromText, MACHINE_TEXT_MOST } from "./machine-text.ts";
import { READINGS } from "../memory/memory.ts";
import { OBJECTIVES, PLAN_LIMITS, SPLITS } from "../plan/plan.ts";
import { publishedConstants } from "../memory/published.ts";
import { numberText, optionalNumberText, optionalWholeText, readText, refused, wholeText } from "./setting-text.ts";
import { whatIfsFromText } from "./what-if-text.ts";

/** Where the curve comes from: the published table, or rows in the address. */
const CURVES = ["published", "rows"] as const;
/** Where the rows in the address come from, as the maker of the link says. */
const SOURCES = ["measured-here", "shared", "measured-elsewhere", "recorded", "imported"] as const;
export type CurveSource = (typeof SOURCES)[number];
/** What speaks against the run that the rows are from: it was paced, its machine did not stay the same, or both. */
const RUNS = ["", "paced", "unsteady", "paced,unsteady"] as const;
export type CurveRun = (typeof RUNS)[number];
/** How X(n) is found between rows: by straight lines, or by a fitted law. */
const MODELS = ["rows", "usl", "amdahl", "linear"] as const;
export type CurveModel = (typeof MODELS)[number];

const opsMessage = "Demand must be a number of op/s from 0.001 to 1,000,000,000, such as 500.";
const agentsMessage = "Agents must be a whole number from 1 to 1,000,000.";
const perProcessMessage = `Agents per process must be empty or a whole number from 1 to ${PLAN_LIMITS.agentsPerProcessMost}.`;

function choice<const Options extends readonly string[]>(name: string, options: Options) {
  return v.picklist(options, `${name} must be one of: ${options.join(", ")}.`);
}

/** How demand grows; "series" is a forecast: a demand for each of some dates. */
const GROWTHS = ["none", "linear", "compound", "series"] as const;

function dayText(text: string): Reading<number | null> {
  if (text === "") return { state: "read", value: null };
  const day = dayOf(text);
  return day === null ? refused("The first day must be a date such as 2027-01-01.") : { state: "read", value: day };
}

const defaultNames: DeploymentNames = {
  name: "agents",
  namespace: "default",
  image: "registry.example.com/agents:1.0",
  prometheusAddress: "http://prometheus-operated.monitoring.svc:9090",
};

function nameText(field: keyof DeploymentNames) {
  return readText((text): Reading<string> => {
    const [problem] = nameProblems({ ...defaultNames, [field]: text });
    return problem === undefined ? { state: "read", value: text } : refused(problem.message);
  }, 300);
}

/** How each field is read from its text. */
const plannerFields = {
  curve: choice("Curve", CURVES),
  rows: readText(curveFromText, CURVE_TEXT_LIMITS.charactersMost),
  title: v.pipe(v.string(), v.maxLength(120, "The curve's title has at most 120 characters.")),
  source: choice("Source", SOURCES),
  run: v.picklist(RUNS, "Run must be empty, or one of: paced; unsteady; paced,unsteady."),
  scale: numberText("Scale must be a number from 0.000001 to 1,000,000, such as 1.", 1e-6, 1e6),
  pymdp: optionalNumberText("pymdp must be empty or a scale from 0.000001 to 1,000,000, such as 0.0024.", 1e-6, 1e6),
  exclude: readText(countsFromText, 2_000),
  model: choice("Model", MODELS),
  demand: choice("Demand", ["throughput", "agents", "both"]),
  ops: numberText(opsMessage, 0.001, 1e9),
  agents: wholeText(agentsMessage, 1, 1_000_000),
  rate: numberText("Rate must be a number of op/s per agent from 0.001 to 1,000,000, such as 10.", 0.001, 1e6),
  headroom: numberText("Headroom must be a percentage from 0 to 1,000.", 0, 1_000),
  spare: choice("Redundancy", ["0", "1", "2", "machine", "zone"]),
  latency: optionalNumberText(
    "Latency limit must be empty or a number of ms from 0.001 to 10,000,000, such as 120.",
    0.001,
    1e7,
  ),
  efficiency: optionalNumberText("Least efficiency must be empty or a percentage from 0.1 to 200.", 0.1, 200),
  memory: optionalNumberText(
    "Memory budget must be empty or a number of MB from 0.001 to 1,000,000,000, such as 8000.",
    0.001,
    1e9,
  ),
  processes: wholeText(
    `Processes at most must be a whole number from 1 to ${PLAN_LIMITS.processesMost}.`,
    1,
    PLAN_LIMITS.processesMost,
  ),
  perProcess: optionalWholeText(perProcessMessage, 1, PLAN_LIMITS.agentsPerProcessMost),
  vcpu: numberText("vCPU per process must be a number from 0.1 to 1,000.", 0.1, 1_000),
  split: choice("Split", SPLITS),
  objective: choice("Objective", OBJECTIVES),
  reading: choice("Reading", READINGS),
  baseMB: numberText("Base must be a number of MB from 0 to 1,000,000.", 0, 1_000_000),
  perAgentMB: numberText("Memory per agent must be a number of MB from 0.001 to 100,000.", 0.001, 100_000),
  cachePercent: numberText("Cache must be a percentage from 0 to 1,000.", 0, 1_000),
  bufferPercent: numberText("Buffer must be a percentage from 0 to 1,000.", 0, 1_000),
  machines: readText(machinesFromText, MACHINE_TEXT_MOST),
  currency: v.pipe(
    v.string(),
    v.regex(/^[A-Z]{3}$/, "Currency must be the three capital letters of a currency, such as USD or EUR."),
  ),
  prices: v.pipe(v.string(), v.maxLength(80, "Where and when prices are from takes at most 80 characters.")),
  whatIfs: readText(whatIfsFromText, 1_000),
  growth: choice("Growth", GROWTHS),
  perMonth: numberText("Growth per month must be a number from 0 to 1,000,000.", 0, 1_000_000),
  forecast: readText(forecastFromText, FORECAST_LIMITS.charactersMost),
  from: readText(dayText, 20),
  months: wholeText("Months must be a whole number from 1 to 60.", 1, 60),
  name: nameText("name"),
  namespace: nameText("namespace"),
  image: nameText("image"),
  prometheus: nameText("prometheusAddress"),
  workloadResource: choice("Workload resource", WORKLOAD_RESOURCES),
  lead: wholeText("Lead time must be a whole number of days from 0 to 730.", 0, 730),
} as const;

export type PlannerField = keyof typeof plannerFields;
const plannerSchema = v.object(plannerFields);
export type PlannerSettings = v.InferOutput<typeof plannerSchema>;
/** Every field as it was typed. Each is valid. */
export type PlannerTexts = Readonly<Record<PlannerField, string>>;

export const defaultTexts: PlannerTexts = {
  curve: "published",
  rows: "",
  title: "",
  source: "imported",
  run: "",
  scale: "1",
  pymdp: "",
  exclude: "",
  model: "rows",
  demand: "throughput",
  ops: "500",
  agents: "100",
  rate: "10",
  headroom: "25",
  spare: "machine",
  latency: "",
  efficiency: "",
  memory: "",
  processes: String(PLAN_LIMITS.processesMost),
  perProcess: "",
  vcpu: "1",
  split: "equal",
  objective: "price",
  reading: "compounding",
  baseMB: String(publishedConstants.baseMB),
  perAgentMB: String(publishedConstants.perAgentMB),
  cachePercent: String(publishedConstants.cacheShare * 100),
  bufferPercent: String(publishedConstants.bufferShare * 100),
  machines: "gke",
  currency: "USD",
  prices: "",
  whatIfs: "",
  growth: "none",
  perMonth: "5",
  forecast: "",
  from: "",
  months: "24",
  name: defaultNames.name,
  namespace: defaultNames.namespace,
  image: defaultNames.image,
  prometheus: defaultNames.prometheusAddress,
  workloadResource: "Deployment",
  lead: "30",
};

/** What a field means that an address before version 3, or one that was typed without a version, does not have. */
export const earlierTexts: PlannerTexts = { ...defaultTexts, headroom: "0", spare: "0", objective: "memory" };

export const plannerFieldNames: readonly PlannerField[] = v.parse(
  v.array(v.picklist(keysOf(plannerFields))),
  Object.keys(plannerFields),
);

function keysOf<Source extends object>(source: Source): (keyof Source & string)[] {
  const keys: (keyof Source & string)[] = [];
  for (const key in source) keys.push(key);
  return keys;
}

/** @param texts all valid, as withFieldText and textsFromParameters return them */
export function settingsOf(texts: PlannerTexts): PlannerSettings {
  return v.parse(plannerSchema, texts);
}

/** Puts one field, as typed, into the texts. The message says what the field takes. */
export function withFieldText(texts: PlannerTexts, field: PlannerField, text: string): Reading<PlannerTexts> {
  const parsed = v.safeParse(plannerFields[field], text, { abortEarly: true });
  if (!parsed.success) {
    const hint = exponentHint(text, (plain) => v.is(plannerFields[field], plain));
    return refused(parsed.issues[0].message + hint);
  }
  return { state: "read", value: { ...texts, [field]: text } };
}
