// What holds for every scenario, so that none can leave a part of the contract out.
import { expect, test } from "vitest";
import { FakeLanes } from "../measurement/fixtures/fake-lanes.ts";
import { runOnLanes } from "../measurement/fixtures/scripted-run.ts";
import type { Settings } from "../fields/settings.ts";
import type { MeasuredOn } from "./contract/rows.ts";
import { type ScenarioKind, SCENARIOS, scenarios } from "./registry.ts";
import type { Experiment } from "./contract/experiment.ts";
import type { Configuration, Scenario } from "./contract/scenario.ts";
import { tableOf } from "./contract/table.ts";
import { experimentFrom } from "./experiments.ts";
import { configurationFromTexts, textsOf } from "./texts.ts";

const on: MeasuredOn = {
  capacity: { cores: 2, low: 2, high: 2 },
  timerStepUs: 5,
  engineMemory: { perAgentBytes: 1_000, sharedPerWorkerBytes: 5_000 },
  processMemory: null,
};

/** The settings with every choice of one field. */
function withEachChoice(scenario: Scenario, settings: Settings, name: string): readonly Configuration[] {
  const { control } = scenario.fields[name] ?? expect.fail(`no field ${name}`);
  const texts = "choices" in control ? control.choices.map(({ text }) => text) : [];
  return texts.flatMap((text) => {
    const reading = scenario.withText(settings, name, text);
    return reading.state === "read" ? [reading.value] : [];
  });
}

/** One run for each set of measures among the choices of any two fields. */
function runsOf(kind: ScenarioKind): readonly Experiment[] {
  const scenario = scenarios[kind];
  const standard = scenario.standard();
  const names = Object.keys(scenario.fields);
  const pairs = names.flatMap((name) =>
    withEachChoice(scenario, standard.settings, name).flatMap(({ settings }) =>
      names.flatMap((other) => withEachChoice(scenario, settings, other)),
    ),
  );
  const one = new Map(
    [standard, ...pairs]
      .map(experimentFrom)
      .map((experiment) => [experiment.measures.map(({ id }) => id).join(" "), experiment]),
  );
  return [...one.values()];
}

async function measured(experiment: Experiment) {
  const lanes = new FakeLanes();
  const outcome = await runOnLanes(experiment, lanes);
  return outcome.state === "broken" ? [] : outcome.samples;
}

function idsOf(measures: readonly { readonly id: string }[]): readonly string[] {
  return measures.map(({ id }) => id).sort();
}

test.each(SCENARIOS)("%s is registered under its own name", (kind) => {
  expect(scenarios[kind].kind).toBe(kind);
});

test.each(SCENARIOS)("%s declares each measure once, with words for people", (kind) => {
  const { scenarioMeasures: measures } = experimentFrom(scenarios[kind].standard());
  expect(new Set(measures.map(({ id }) => id)).size).toBe(measures.length);
  for (const { id, label, help } of measures) {
    expect(id).toMatch(/^[a-z][a-z0-9.-]*$/);
    expect(label.length).toBeGreaterThan(1);
    expect(help).toMatch(/[.”]$/);
  }
});

test.each(SCENARIOS)("%s has fields with names, rules and defaults of their own", (kind) => {
  const { fields, defaults } = scenarios[kind];
  const all = Object.entries(fields);
  expect(new Set(all.map(([, { parameter }]) => parameter)).size).toBe(all.length);
  for (const [name, field] of all) {
    const value = defaults[name];
    expect(field.accepts(value), name).toBe(true);
    expect(field.fromText(field.toText(value ?? ""))).toEqual({ state: "read", value });
    expect(field.rule).toContain(field.label.split(",")[0]);
    expect(field.accepts({}), name).toBe(false);
  }
});

test.each(SCENARIOS)("%s declares every measure that any of its runs has, and no other", (kind) => {
  const ofRuns = runsOf(kind).flatMap(({ measures }) => idsOf(measures));
  expect([...new Set(ofRuns)].sort()).toEqual(idsOf(experimentFrom(scenarios[kind].standard()).scenarioMeasures));
});

test.each(SCENARIOS)("%s measures every figure that a run declares of samples, and no other", async (kind) => {
  for (const experiment of runsOf(kind)) {
    const samples = await measured(experiment);
    const rows = samples.flatMap((sample) => (sample.state === "valid" && sample.series === "row" ? [sample] : []));
    expect(rows.length).toBeGreaterThan(0);
    const seen = new Set(rows.flatMap(({ figures }) => Object.keys(figures)));
    expect([...seen].sort()).toEqual(idsOf(experiment.measures.filter(({ of }) => of === "sample")));
  }
});

test.each(SCENARIOS)("%s has a figure, or a reason, for every measure of every row, and for no other", async (kind) => {
  for (const experiment of runsOf(kind)) {
    const rows = experiment.rowsOf(await measured(experiment), on, false);
    // A search does not know its points beforehand.
    if (experiment.search === null) expect(rows.map(({ at }) => at)).toEqual(experiment.points);
    expect(rows.length).toBeGreaterThan(0);
    for (const { figures } of rows) expect(Object.keys(figures).sort()).toEqual(idsOf(experiment.measures));
    const table = tableOf(experiment, rows, on);
    for (const { cells } of table.rows) for (const { id } of table.columns) expect(cells[id]?.text, id).toBeTruthy();
  }
});

test.each(SCENARIOS)("%s says in a sentence what it found, and nothing without a row", async (kind) => {
  const experiment = experimentFrom(scenarios[kind].standard());
  const samples = await measured(experiment);
  const rows = experiment.rowsOf(samples, on, false);
  expect(experiment.sentenceOf({ rows, samples, on, quality: "steady" })).toMatch(/\.$/);
  expect(experiment.sentenceOf({ rows: [], samples: [], on, quality: "unknown" })).toBeNull();
});

test.each(SCENARIOS)("%s holds its targets and charts to measures that it has", (kind) => {
  const { scenarioMeasures: measures, targets } = experimentFrom(scenarios[kind].standard());
  const charts = runsOf(kind).flatMap(({ panels }) => panels.flat());
  expect(charts.length).toBeGreaterThan(0);
  const ids = measures.map(({ id }) => id);
  for (const { measure } of targets) expect(ids).toContain(measure);
  for (const chart of charts) {
    if (chart.kind === "curve" || chart.kind === "multiples" || chart.kind === "bars")
      expect(ids).toContain(chart.measure);
    if (chart.kind === "response") expect(ids).toEqual(expect.arrayContaining([...chart.measures]));
  }
});

/** Settings that say how much is measured, where chance begins, or what the answer is held against, not what is measured. */
const HOW_MUCH: ReadonlySet<string> = new Set([
  "repeats",
  "windowMs",
  "confirmMs",
  "seed",
  "neededAgents",
  "workerDeaths",
]);

test.each(SCENARIOS)("%s is known by every setting that changes what is measured", (kind) => {
  const scenario = scenarios[kind];
  const standard = scenario.standard();
  const isHowMuch = (field: string) => HOW_MUCH.has(field) || field === scenario.axis.field;
  for (const name of standard.shownFields.filter((field) => !isHowMuch(field))) {
    const field = scenario.fields[name];
    const control = field?.control;
    const texts = control !== undefined && "choices" in control ? control.choices.map(({ text }) => text) : ["3", "30"];
    const others = texts.flatMap((text) => {
      const reading = scenario.withText(standard.settings, name, text);
      return reading.state === "read" && reading.value.settings[name] !== standard.settings[name]
        ? [reading.value]
        : [];
    });
    expect(others.length, name).toBeGreaterThan(0);
    for (const other of others) {
      const differs =
        JSON.stringify(experimentFrom(other).fingerprint) !== JSON.stringify(experimentFrom(standard).fingerprint);
      // Rows compare row by row, so that a setting which chooses them need not agree.
      const hasOtherRows = experimentFrom(other).points.join() !== experimentFrom(standard).points.join();
      // How many workers and which transport were really used is in the environment of a result.
      expect(differs || hasOtherRows || ["workers", "transport"].includes(name), name).toBe(true);
    }
  }
});

test.each(SCENARIOS)("%s survives an address with every choice of every field", (kind) => {
  const scenario = scenarios[kind];
  const standard = scenario.standard();
  for (const name of Object.keys(scenario.fields)) {
    for (const configuration of [standard, ...withEachChoice(scenario, standard.settings, name)]) {
      const read = configurationFromTexts(textsOf(configuration));
      expect(read.problems).toEqual([]);
      expect(read.configuration.scenario.kind).toBe(kind);
      expect(read.configuration.settings).toEqual(configuration.settings);
    }
  }
});
