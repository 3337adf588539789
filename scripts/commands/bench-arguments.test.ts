// Every field of every scenario is a flag of `npm run bench`, and what is wrong is named with the way out.
import { expect, test } from "vitest";
import { SCENARIOS, scenarios } from "../../src/scenarios/registry.ts";
import { readBenchArguments } from "./bench-arguments.ts";
import { benchHelp } from "./bench-help.ts";

function settingsOf(...args: readonly string[]) {
  const read = readBenchArguments(args);
  return read.state === "read" ? read.asked.configuration.settings : read;
}

function refusalOf(...args: readonly string[]): string {
  const read = readBenchArguments(args);
  return read.state === "refused" ? read.message : "";
}

test("without flags the usual scaling run is measured", () => {
  expect(settingsOf()).toEqual(scenarios.scaling.defaults);
});

test.each(SCENARIOS)("every field of %s is a flag, and is in the help with its rule and default", (kind) => {
  const help = benchHelp();
  for (const [name, field] of Object.entries(scenarios[kind].fields)) {
    const { control } = field;
    const figure = ["3", "30", "600"].find((one) => field.fromText(one).state === "read") ?? "3";
    const text =
      control.kind === "text"
        ? figure
        : control.kind === "model"
          ? "example:a_tmaze_pl2"
          : (control.choices.at(-1)?.text ?? "");
    const taken = field.fromText(text);
    const settings = settingsOf("--scenario", kind, `--${field.parameter}`, text);
    expect(settings).toMatchObject({ [name]: taken.state === "read" ? taken.value : undefined });
    expect(help).toContain(`--${field.parameter} `);
    const { label, rule } = field;
    expect(help).toContain(rule.replace(`${label} must be `, "").replace(/\.$/, ""));
  }
});

test("a flag may carry its value behind an equals sign", () => {
  expect(settingsOf("--agents=1,5", "--grid=5")).toMatchObject({ agents: [1, 5], gridSize: 5 });
});

test.each(["independent", "single-lane", "paced"])("the question %s sets its fields", (name) => {
  const variant = scenarios.scaling.questions.find((one) => one.name === name);
  expect(settingsOf("--scenario", name)).toMatchObject(variant?.settings ?? { never: true });
});

test("the name coordination, once a question of scaling, is a scenario of its own with ticks", () => {
  const settings = settingsOf("--scenario", "coordination", "--topologies", "star;ring", "--transports", "message");
  expect(settings).toMatchObject({ topologies: "ring,star", transports: "message", placements: "pool" });
  expect(refusalOf("--scenario", "coordination", "--topology", "ring")).toContain("Did you mean --topologies?");
  expect(refusalOf("--scenario", "coordination", "--topologies", "")).toContain("one or more of: ring, star");
  expect(refusalOf("--scenario", "coordination", "--agents", "1,5")).toContain("each from 2 to 100");
});

test("flags go before the preset, and the preset before the defaults", () => {
  expect(settingsOf("--preset", "thorough", "--repeats", "4")).toMatchObject({ repeats: 4, windowMs: 500 });
});

test.each([
  [["--agent", "5"], "Did you mean --agents?"],
  [["--windows", "500"], "Did you mean --window?"],
  [["--colour", "red"], "It takes: --scenario"],
  [["--scenario", "single-agent", "--agents", "5"], "--agents is no flag of the scenario single-agent"],
  [["--scenario", "singleagent"], "Did you mean single-agent?"],
  [["--agents", "0"], "--agents 0: it must be 1 to 32 different counts"],
  [["--window", "5"], "--window 5: it must be a whole number from 100 to 10000 ms."],
  [["--window", "1,000"], "it must be a whole number from 100 to 10000 ms. Write 1000 instead of 1,000."],
  [["--scenario", "real-time", "--limit", "1,000"], "ms. Write 1000 or 1.000, whichever is meant."],
  [["--pacing", "fast"], "--pacing fast: it must be one of: saturated, paced."],
  [["--preset", "slow"], "--preset must be one of: quick, thorough."],
  [["--site", "nowhere"], "--site must be an address"],
  [["--agents"], "--agents needs a value."],
  [["--agents", "--grid", "5"], "--agents needs a value."],
  [["--seed", "1", "--seed", "2"], "--seed is given twice."],
  [["agents", "5"], "is no flag"],
  [["--placement", "worker-per-agent", "--agents", "401"], "401 workers"],
])("%j is refused with the way out", (args, wayOut) => {
  expect(refusalOf(...args)).toContain(wayOut);
});

test("every bad value is told at once", () => {
  const message = refusalOf("--grid", "7", "--repeats", "999");
  expect(message).toContain("--grid 7");
  expect(message).toContain("--repeats 999");
});

test("a result that is written is measured ten times, unless told otherwise", () => {
  const repeatsOf = (...args: readonly string[]): string | undefined => {
    const read = readBenchArguments(args);
    return read.state === "read" ? read.asked.texts["repeats"] : undefined;
  };
  expect(repeatsOf()).not.toBe("10");
  expect(repeatsOf("--out", "a.json")).toBe("10");
  expect(repeatsOf("--scenario", "single-agent", "--out", "a.json")).toBe("10");
  expect(repeatsOf("--out", "a.json", "--repeats", "4")).toBe("4");
  expect(repeatsOf("--out", "a.json", "--preset", "quick")).not.toBe("10");
});

test("help says what each flag takes, what stands without it, and how long a preset is, in words of flags", () => {
  const help = benchHelp();
  for (const part of [
    "(default: 1,5,10,15,20,30,50)",
    "quick (~",
    "slow to say what memory",
    "(default: quick)",
    "Example: npm run bench",
  ]) {
    expect(help).toContain(part);
  }
  for (const kind of SCENARIOS) {
    for (const { label } of Object.values(scenarios[kind].fields)) expect(help).not.toContain(`${label} must be`);
  }
});

const modelFile = "src/session/models/fixtures/pymdp-0.0.7.1-random.json";

test("a model's file is read, and runs as the workload custom", () => {
  const read = readBenchArguments(["--scenario", "single-agent", "--model", modelFile]);
  if (read.state !== "read") return expect.fail(JSON.stringify(read));
  const { models, configuration, texts } = read.asked;
  const [hash = ""] = Object.keys(models);
  expect(configuration.settings["workload"]).toBe("custom");
  expect(texts["model"]).toMatch(new RegExp(`^sha256:${hash}\\.`));
  expect(models[hash]).toContain('"schema":"headroom-model/1"');
});

test("an example by name runs as the workload custom too, unless another workload is asked for", () => {
  expect(settingsOf("--model", "example:a_tmaze_pl2")).toMatchObject({
    workload: "custom",
    model: "example:a_tmaze_pl2",
  });
  expect(settingsOf("--model", "example:a_tmaze_pl2", "--workload", "t-maze")).toMatchObject({ workload: "t-maze" });
});

test("a model that cannot be read, is none, or is not known is told with what is wrong", () => {
  expect(refusalOf("--model", "no-such-file.json")).toContain("no-such-file.json cannot be read");
  expect(refusalOf("--model", "package.json")).toContain('The field "schema" is missing.');
  expect(refusalOf("--model", "example:a_tmaze")).toContain(
    "--model example:a_tmaze: it must be example: and the name",
  );
});
