// The flags of a fleet: those of its own, and every setting of a scenario, which the pods get written out.
import fc from "fast-check";
import { expect, test } from "vitest";
import { SCENARIOS, scenarios } from "../../src/scenarios/registry.ts";
import { readBenchArguments } from "./bench-arguments.ts";
import { readFleetArguments } from "./fleet-arguments.ts";

const NOW = "2026-11-28T02:30:45.123Z";
const image = `ghcr.io/example/headroom@sha256:${"0".repeat(64)}`;
const needed = ["--mode", "replicate", "--machines", "3", "--image", image, "--out", "fleet"];

function requestOf(...args: readonly string[]) {
  const read = readFleetArguments([...needed, ...args], NOW);
  return read.state === "read" ? read.options.request : expect.fail(read.state === "refused" ? read.message : "help");
}

function refusalOf(args: readonly string[]): string {
  const read = readFleetArguments(args, NOW);
  return read.state === "refused" ? read.message : read.state;
}

test("what is not asked for has a default, and each run of a fleet a folder of its own", () => {
  expect(requestOf()).toMatchObject({
    mode: "replicate",
    machines: 3,
    name: "headroom-fleet",
    namespace: "default",
    run: "20261128T023045Z",
    cores: 4,
    memoryGi: 4,
    deadlineSeconds: 7_200,
    claim: null,
  });
});

test.each(SCENARIOS)("a pod that gets the flags of %s measures what was asked for here", (kind) => {
  const { presets } = scenarios[kind];
  for (const args of [[], ["--repeats", "3"], ...presets.map(({ name }) => ["--preset", name])]) {
    if (args[0] === "--repeats" && !Object.hasOwn(scenarios[kind].fields, "repeats")) continue;
    const own = [
      "--scenario",
      kind,
      ...args,
      "--results",
      ".",
      "--fleet",
      "replicate",
      "--machines",
      "3",
      "--shard",
      "0",
    ];
    const here = readBenchArguments(own);
    const pod = readBenchArguments([...requestOf("--scenario", kind, ...args).settings, ...own.slice(-8)]);
    if (here.state !== "read" || pod.state !== "read") throw new Error("Both can be asked for.");
    expect(pod.asked.configuration.scenario.kind).toBe(kind);
    expect(pod.asked.configuration.settings).toEqual(here.asked.configuration.settings);
  }
});

test("agent counts of any kind reach the pods as they are", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 12 }), (counts) => {
      const agents = counts.toSorted((a, b) => a - b).join(",");
      expect(requestOf("--agents", agents).settings).toContain(`--agents=${agents}`);
    }),
    { numRuns: 20 },
  );
});

test("bad input is refused here, before there is a cluster", () => {
  const without = (flag: string) => needed.filter((_, n) => needed[n] !== flag && needed[n - 1] !== flag);
  for (const flag of ["--mode", "--machines", "--image", "--out"])
    expect(refusalOf(without(flag))).toContain(`${flag} is missing`);
  expect(refusalOf([...without("--mode"), "--mode", "both"])).toContain("one of: split, replicate");
  expect(refusalOf([...without("--machines"), "--machines", "201"])).toContain("1 to 200");
  expect(refusalOf([...without("--image"), "--image", "headroom:1"])).toContain("has no digest");
  expect(refusalOf([...needed, "--cores", "1.5"])).toContain("--cores 1.5: it must be a whole number");
  expect(refusalOf([...needed, "--agents", "0"])).toContain("--agents 0");
  expect(refusalOf([...needed, "--scenario", "scalin"])).toContain("scalin");
  expect(refusalOf([...needed, "--mach", "3"])).toContain("Did you mean");
  expect(refusalOf([...needed, "--shard", "1"])).toContain("--shard is no flag of npm run fleet");
  const split = [...without("--mode"), "--mode", "split"];
  expect(refusalOf([...split, "--agents", "1,5"])).toContain("3 machines would share 2 rows");
  expect(refusalOf([...split, "--scenario", "single-agent"])).toContain("never measured in parts");
  expect(refusalOf(["--help"])).toBe("help");
});
