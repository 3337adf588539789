// A model as a setting: which results it makes comparable, what of it a result keeps, and pymdp's time beside an example's.
import { expect, test } from "vitest";
import { keptSettings } from "../fields/settings.ts";
import type { Sample } from "../measurement/run/sample.ts";
import { DEFAULT_MODEL } from "../workloads/model-reference.ts";
import { weightOf } from "../regression/fact.ts";
import { compareFingerprints } from "../regression/fingerprint.ts";
import type { MeasuredOn } from "./contract/rows.ts";
import type { Configuration, Scenario } from "./contract/scenario.ts";
import { experimentFrom } from "./experiments.ts";
import { scenarios } from "./registry.ts";
import { configurationFromTexts, textsOf } from "./texts.ts";

const HASH = "3fa4".repeat(16);
const OTHER = "3fa5".repeat(16);
const withModels: readonly Scenario[] = [scenarios.scaling, scenarios["single-agent"], scenarios["real-time"]];

function asking(scenario: Scenario, model: string, workload = "custom"): Configuration {
  const reading = scenario.configure({ ...scenario.defaults, workload, model });
  return reading.state === "read" ? reading.value : expect.fail(reading.message);
}

function fingerprintOf(configuration: Configuration): string {
  return JSON.stringify(experimentFrom(configuration).fingerprint);
}

test.each(withModels)(
  "$kind: results of different models are not comparable, of the same one they are, however its link had it",
  (scenario) => {
    const short = asking(scenario, `sha256:${HASH}`);
    expect(fingerprintOf(asking(scenario, `sha256:${HASH}.eJy-_7`))).toBe(fingerprintOf(short));
    expect(fingerprintOf(asking(scenario, `sha256:${OTHER}`))).not.toBe(fingerprintOf(short));
    expect(fingerprintOf(asking(scenario, "example:a_tmaze_pl2"))).not.toBe(fingerprintOf(short));
    expect(short.name).toContain("own model 3fa43fa43fa4");
    const { fingerprint } = experimentFrom(short);
    const against = (other: Configuration) => compareFingerprints(experimentFrom(other).fingerprint, fingerprint).state;
    expect(against(asking(scenario, `sha256:${OTHER}`))).toBe("different");
    expect(weightOf(fingerprint.find(({ name }) => name === "workload") ?? expect.fail("no workload"))).toBe("binding");
  },
);

test.each(withModels)(
  "$kind: a model changes nothing of another workload, and its field is hidden there",
  (scenario) => {
    const plain = asking(scenario, DEFAULT_MODEL, "explorer");
    expect(fingerprintOf(asking(scenario, `sha256:${HASH}`, "explorer"))).toBe(fingerprintOf(plain));
    expect(plain.shownFields).not.toContain("model");
    const own = asking(scenario, DEFAULT_MODEL).shownFields;
    expect(own).toContain("model");
    expect(own).not.toContain("gridSize");
  },
);

test.each(withModels)(
  "$kind: an address keeps the model itself, a result its hash, and an older result needs none",
  (scenario) => {
    const model = `sha256:${HASH}.eJy-_7`;
    const asked = asking(scenario, model);
    expect(configurationFromTexts(textsOf(asked)).configuration.settings["model"]).toBe(model);
    const kept = keptSettings(scenario.fields, asked.settings);
    expect(kept["model"]).toBe(`sha256:${HASH}`);
    expect(scenario.configure(kept).state).toBe("read");
    const usual = keptSettings(scenario.fields, asking(scenario, DEFAULT_MODEL).settings);
    expect(usual).not.toHaveProperty("model");
    const read = scenario.configure(usual);
    expect(read.state === "read" ? read.value.settings["model"] : read.message).toBe(DEFAULT_MODEL);
  },
);

test("an address that names no model falls back to the usual one alone, and is told", () => {
  const { configuration, problems } = configurationFromTexts({ workload: "custom", model: "sha256:12", grid: "5" });
  expect(configuration.settings).toMatchObject({ workload: "custom", model: DEFAULT_MODEL, gridSize: 5 });
  expect(problems.map(({ parameter, usedInstead }) => [parameter, usedInstead])).toEqual([["model", DEFAULT_MODEL]]);
  const long = configurationFromTexts({ workload: "custom", model: `sha256:${HASH}.${"A".repeat(9_000)}` });
  expect(long.problems[0]?.text.length).toBeLessThan(100);
});

const on: MeasuredOn = {
  capacity: { cores: 2, low: 2, high: 2 },
  timerStepUs: 5,
  engineMemory: null,
  processMemory: null,
};

test("beside a run of an example stands what pymdp took, labelled, and beside another model nothing", () => {
  const samples: readonly Sample[] = [0, 1, 2].map((repeat) => ({
    series: "row",
    at: 0,
    repeat,
    attempt: 0,
    state: "valid",
    figures: { throughput: 100_000 },
  }));
  const tablesOf = (configuration: Configuration) => {
    const experiment = experimentFrom(configuration);
    return experiment.tablesOf({ rows: experiment.rowsOf(samples, on, false), samples, on, quality: "steady" });
  };
  const [table] = tablesOf(asking(scenarios["single-agent"], "example:d_grid10x4_pl2"));
  expect(table?.help).toContain("measured elsewhere");
  expect(table?.rows).toEqual([["d_grid10x4_pl2", "10", "67,700", "6,770×"]]);
  expect(tablesOf(asking(scenarios["single-agent"], `sha256:${HASH}`))).toEqual([]);
  expect(tablesOf(asking(scenarios["single-agent"], DEFAULT_MODEL, "explorer"))).toEqual([]);
});
