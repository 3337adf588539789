// The search scenario from its settings to its sentence, on scripted lanes that really play the episodes.
import { expect, test } from "vitest";
import { FakeLanes } from "../../measurement/fixtures/fake-lanes.ts";
import { runOnLanes } from "../../measurement/fixtures/scripted-run.ts";
import type { Sample } from "../../measurement/run/sample.ts";
import { runTask } from "../../workloads/built/tasks.ts";
import type { MeasuredOn } from "../contract/rows.ts";
import type { Experiment } from "../contract/experiment.ts";
import { experimentFrom } from "../experiments.ts";
import { searchDefaults, type SearchSettings } from "./fields.ts";
import { episodeSeeds } from "./plan.ts";
import { search } from "./search.ts";

const on: MeasuredOn = {
  capacity: { cores: 2, low: 2, high: 2 },
  timerStepUs: 5,
  engineMemory: null,
  processMemory: null,
};

function experimentWith(settings: Partial<SearchSettings>): Experiment {
  const reading = search.configure({ ...search.defaults, ...settings });
  if (reading.state === "refused") throw new Error(reading.message);
  return experimentFrom(reading.value);
}

/** Lanes whose windows are scripted, and whose episodes are played. */
function playing(): FakeLanes {
  return new FakeLanes({ tasks: (tasks) => ({ state: "done", value: tasks.map(runTask) }) });
}

async function measured(experiment: Experiment, lanes = playing()): Promise<readonly Sample[]> {
  const outcome = await runOnLanes(experiment, lanes);
  return outcome.state === "broken" ? [] : outcome.samples;
}

async function said(settings: Partial<SearchSettings>): Promise<string | null> {
  const experiment = experimentWith(settings);
  const samples = await measured(experiment);
  return experiment.sentenceOf({ rows: experiment.rowsOf(samples, on, false), samples, on, quality: "steady" });
}

test("the same settings find the same on every machine, other seeds something else", async () => {
  const figuresOf = async (seed: number) => {
    const samples = await measured(experimentWith({ agents: [3], repeats: 2, episodes: 4, seed }));
    return samples.flatMap((one) => (one.state === "valid" && one.series === "row" ? [one.figures["steps"]] : []));
  };
  expect(await figuresOf(7)).toEqual(await figuresOf(7));
  expect(await figuresOf(7)).not.toEqual(await figuresOf(8));
});

test("episodes are dealt out to the lanes, each once, and have other seeds in every repeat", async () => {
  const lanes = playing();
  const experiment = experimentWith({ agents: [4], repeats: 2, episodes: 5 });
  await measured(experiment, lanes);
  const seeds = lanes.taskOrders.flatMap((task) => task.seeds);
  expect(lanes.taskOrders).toHaveLength(4);
  expect(new Set(seeds).size).toBe(10);
  const settings: SearchSettings = { ...searchDefaults, episodes: 5 };
  expect(new Set(seeds)).toEqual(new Set([...episodeSeeds(settings, 0), ...episodeSeeds(settings, 1)]));
});

test("a team that is sure to gain says by how much, beside silence, the limit, and the cost", async () => {
  const sentence = await said({ agents: [6], repeats: 10, episodes: 20 });
  expect(sentence).toMatch(
    /^Talking saves 6 agents \d+% of the rounds to a target \([\d.]+% to \d+%\)(?:, (?:and|but takes) [\d.]+% (?:of the|more) time)?\. 6 agents who all hear each other need [\d.]+, in silence [\d.]+, one mind with all their eyes [\d.]+\. /,
  );
});

test("few repeats are not called certain, and one agent has nobody to talk with", async () => {
  expect(await said({ agents: [6], repeats: 3, episodes: 2 })).toMatch(
    /^It cannot be told from chance whether talking saves 6 agents rounds\./,
  );
  expect(await said({ agents: [1], repeats: 2, episodes: 3 })).toMatch(
    /^One agent finds the target in [\d.]+ rounds\./,
  );
});

test.each([
  ["ring", "metropolis", 5, "12"],
  ["star", "metropolis", 10, "66"],
  ["star", "row-mean", 10, "10"],
  ["all-to-all", "metropolis", 10, "1"],
] as const)(
  "%s, %s: rounds that %i agents need to agree are counted, and are those of theory",
  async (topology, pooling, agents, rounds) => {
    const experiment = experimentWith({ topology, pooling, agents: [1, agents], repeats: 1, episodes: 1 });
    const samples = await measured(experiment);
    const [table] = experiment.tablesOf({
      rows: experiment.rowsOf(samples, on, false),
      samples,
      on,
      quality: "steady",
    });
    expect(table?.rows.map((row) => row.slice(0, 3))).toEqual([[String(agents), rounds, rounds]]);
  },
);

test("a task that fails, or a run that is stopped meanwhile, is no figure", async () => {
  const failing = new FakeLanes({ tasks: () => ({ state: "failed", reason: "died" }) });
  const samples = await measured(experimentWith({ agents: [2], repeats: 1 }), failing);
  expect(samples.filter(({ series, state }) => series === "row" && state === "valid")).toEqual([]);
  expect(samples.some((one) => one.state === "failed" && one.reason.includes("died"))).toBe(true);
});
