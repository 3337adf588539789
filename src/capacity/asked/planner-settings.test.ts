// The planner's address: every setting is read back, a bad one alone falls back, a newer version is refused.
import fc from "fast-check";
import { expect, test } from "vitest";
import { withCheck } from "../../fields/address-check.ts";
import { textsFromParameters, textsToParameters } from "./plan-address.ts";
import { defaultTexts, type PlannerField, settingsOf, withFieldText } from "./planner-settings.ts";

function readTexts(parameters: Readonly<Record<string, string>>) {
  const reading = textsFromParameters(parameters);
  if (reading.state !== "read") throw new Error(reading.state);
  return reading;
}

/** An address of version 1 as it was first written. What its names and values mean must never change. */
const versionOne = {
  v: "1",
  curve: "rows",
  rows: "1:670/655.5,5:478,10:453.25",
  title: "T-maze",
  source: "measured-elsewhere",
  exclude: "10",
  model: "usl",
  demand: "agents",
  agents: "40",
  rate: "12.5",
  headroom: "20",
  spare: "1",
  latency: "120",
  efficiency: "45",
  memory: "90000",
  processes: "32",
  "per-process": "25",
  vcpu: "1.5",
  split: "mixed",
  objective: "price",
  reading: "agents-only",
  base: "400",
  "per-agent": "30.5",
  cache: "10",
  buffer: "25",
  machines: "big~whole~64~16~110~1.25;small~eks~8~2~29~",
  scenarios: "belief:30-40:component+cache:35-40:5;processes:1",
  growth: "compound",
  "per-month": "3",
  series: "2027-01-01:600",
  from: "2027-01-01",
  months: "12",
  name: "explorers",
  namespace: "agents",
  image: "ghcr.io/you/agents:1.0",
  prometheus: "http://prometheus:9090",
  workload: "StatefulSet",
  lead: "14",
} as const;

test("an address of version 1 means what it meant", () => {
  const { texts, problems } = readTexts(versionOne);
  expect(problems).toEqual([]);
  expect(settingsOf(texts)).toMatchObject({
    curve: "rows",
    rows: [
      { agents: 1, opsPerSecond: 662.75, trials: [670, 655.5] },
      { agents: 5, opsPerSecond: 478 },
      { agents: 10, opsPerSecond: 453.25 },
    ],
    title: "T-maze",
    exclude: [10],
    model: "usl",
    demand: "agents",
    agents: 40,
    rate: 12.5,
    headroom: 20,
    spare: "1",
    latency: 120,
    efficiency: 45,
    memory: 90_000,
    processes: 32,
    perProcess: 25,
    vcpu: 1.5,
    baseMB: 400,
    perAgentMB: 30.5,
    machines: [
      { name: "big", platform: "whole", memoryGiB: 64, vcpu: 16, podsMost: 110, pricePerHour: 1.25 },
      { name: "small", platform: "eks", memoryGiB: 8, vcpu: 2, podsMost: 29, pricePerHour: null },
    ],
    whatIfs: [
      [
        { kind: "belief", saved: { low: 0.3, high: 0.4 }, of: "component" },
        { kind: "cache", hitRate: { low: 0.35, high: 0.4 }, speedup: 5 },
      ],
      [{ kind: "processes", agentsMost: 1 }],
    ],
    forecast: [{ day: 20_819, amount: 600 }],
    from: 20_819,
    name: "explorers",
    workloadResource: "StatefulSet",
    lead: 14,
  });
  // Only what differs from a new plan is written.
  const { objective, ...others } = versionOne;
  expect(objective).toBe(defaultTexts.objective);
  expect(textsToParameters(texts)).toEqual(withCheck({ ...others, v: "3" }));
});

test("the defaults need no parameters, and are what the published example asks", () => {
  expect(textsToParameters(defaultTexts)).toEqual({});
  expect(readTexts({})).toEqual({ state: "read", texts: defaultTexts, problems: [], isUnchecked: false });
});

test("a newer version is refused whole", () => {
  expect(textsFromParameters({ ...versionOne, v: "4" })).toEqual({ state: "newer", version: "4" });
});

test.each<[string, string, string]>([
  ["ops", "-5", "Demand must be a number of op/s from 0.001 to 1,000,000,000, such as 500."],
  [
    "ops",
    "1e3",
    "Demand must be a number of op/s from 0.001 to 1,000,000,000, such as 500. Write 1000 instead of 1e3.",
  ],
  ["ops", "1000000001", "Demand must be a number of op/s from 0.001 to 1,000,000,000"],
  ["rate", "1000001", "from 0.001 to 1,000,000"],
  ["latency", "10000001", "from 0.001 to 10,000,000"],
  ["memory", "1000000001", "from 0.001 to 1,000,000,000"],
  ["rows", "1:1000000000001", "from 0.000000000000000001 to 1,000,000,000,000"],
  ["machines", "a~gke~100001~2~110~0", "above 0 and at most 100,000"],
  ["machines", "a~gke~8~10001~110~0", "above 0 and at most 10,000"],
  ["series", "2027-01-01:1000000001", "is not a demand above 0 and at most 1,000,000,000"],
  ["agents", "1.5", "Agents must be a whole number"],
  ["rows", "1:20,5", 'Row 2 of the curve, "5",'],
  ["rows", "1:20,1:30", "another row has too"],
  ["rows", "1:NaN", "throughput that is not a number"],
  ["rows", "0:20", "must be agents:op/s"],
  ["rows", "1:-20", "throughput that is not a number"],
  ["rows", "1.5:20", "must be agents:op/s"],
  ["exclude", "a", "Rows left out are agent counts"],
  ["latency", "fast", "Latency limit must be empty or a number"],
  ["per-process", "900", "Agents per process must be empty or a whole number"],
  ["per-process", "1.5", "Agents per process must be empty or a whole number"],
  ["machines", "x", "A machine type in the address is"],
  ["machines", "a~gke~8~2~110~0;a~gke~8~2~110~0", "Two machine types are called a"],
  ["machines", "<b>~gke~8~2~110~0", "The name of a machine type is"],
  ["scenarios", "belief:90", "is not understood"],
  ["scenarios", "belief:40-30:whole", "is not understood"],
  ["from", "2027-02-29", "must be a date"],
  ["series", "2027-01-01:0", "is not a demand above 0"],
  ["memory", "lots", "Memory budget must be empty or a number"],
  ["name", "Agents", "Name: lower-case letters"],
  ["image", "a b", "Image: a reference"],
  ["split", "both", "Split must be one of: equal, mixed."],
])("%s=%s alone falls back, and is reported", (parameter, text, message) => {
  const { v: _, ...typed } = versionOne;
  const { texts, problems } = readTexts({ ...typed, [parameter]: text });
  expect(problems.map((problem) => problem.parameter)).toContain(parameter);
  expect(problems.find((problem) => problem.parameter === parameter)?.message).toContain(message);
  expect(settingsOf(texts).headroom).toBe(20);
});

test("a curve of its own without rows is replaced by the published one, and reported", () => {
  const { texts, problems } = readTexts({ curve: "rows" });
  expect(texts.curve).toBe("published");
  expect(problems).toHaveLength(1);
});

test("no text breaks the reading of an address", () => {
  const names = Object.keys(versionOne);
  const hostile = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.stringMatching(/^[0-9:;,~+./-]{0,80}$/),
    fc.constantFrom("__proto__", "1:".repeat(9_000), "9".repeat(400)),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), hostile), (parameters) => {
      const reading = textsFromParameters(parameters);
      if (reading.state !== "read") return;
      expect(() => settingsOf(reading.texts)).not.toThrow();
    }),
    { numRuns: 1_000 },
  );
});

test("of a field whose default is empty nothing is used instead", () => {
  expect(readTexts({ latency: "fast", headroom: "x" }).problems).toMatchObject([
    { parameter: "headroom", text: "x", usedInstead: "0" },
    { parameter: "latency", text: "fast", usedInstead: null },
  ]);
});

test("one field is taken or refused as it is typed", () => {
  const field: PlannerField = "ops";
  expect(withFieldText(defaultTexts, field, "750")).toMatchObject({ state: "read", value: { ops: "750" } });
  expect(withFieldText(defaultTexts, field, "")).toMatchObject({ state: "refused" });
});
