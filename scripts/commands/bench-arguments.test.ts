// Every field of every scenario is a flag of `npm run bench`, and what is wrong is named with the way out.
import { expect, test } from "vitest";
import { SCENARIOS, scenarios } from "../../src/scenarios/registry.ts";
import { benchHelp, readBenchArguments } from "./bench-arguments.ts";

function settingsOf(...args: readonly string[]) {
  const read = readBenchArguments(args);
  return read.state === "read" ? read.asked.experiment.settings : read;
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
    const figure = name.endsWith("Ms") && name !== "limitMs" ? "600" : "3";
    const text = control.kind === "choice" ? (control.choices.at(-1)?.text ?? "") : figure;
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

test.each(["coordination", "independent", "single-lane", "paced"])("the question %s sets its fields", (name) => {
  const variant = scenarios.scaling.questions.find((one) => one.name === name);
  expect(settingsOf("--scenario", name)).toMatchObject(variant?.settings ?? { never: true });
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
  for (const part of ["(default: 1,5,10,15,20,30,50)", "quick (~", "(default: quick)", "Example: npm run bench"]) {
    expect(help).toContain(part);
  }
  for (const kind of SCENARIOS) {
    for (const { label } of Object.values(scenarios[kind].fields)) expect(help).not.toContain(`${label} must be`);
  }
});
