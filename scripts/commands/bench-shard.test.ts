// One machine of a fleet: which it is, what it measures, what it leaves, and when its run does not count.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { readShardFile } from "../../src/comparison/fleet/shard-file.ts";
import { realisticResult } from "../../src/results/fixtures/realistic-result.ts";
import { readBenchArguments } from "./bench-arguments.ts";
import { runBench } from "./bench.entry.ts";
import { CGROUP_FILES } from "./cgroup.ts";

const house = mkdtempSync(join(tmpdir(), "headroom-bench-shard-"));
const fleet = ["--fleet", "split", "--machines", "3", "--results", house];

afterAll(() => {
  rmSync(house, { recursive: true, force: true });
});

function asked(args: readonly string[], variables: Readonly<Record<string, string>> = {}) {
  const read = readBenchArguments(args, variables);
  return read.state === "read" ? read.asked : expect.fail(read.state === "refused" ? read.message : "help");
}

function refusalOf(args: readonly string[], variables: Readonly<Record<string, string>> = {}): string {
  const read = readBenchArguments(args, variables);
  return read.state === "refused" ? read.message : read.state;
}

test("I3: a pod measures the rows of its index, and ten repeats, since its file will be judged", () => {
  const counts = ["0", "1", "2"].map(
    (index) => asked(fleet, { JOB_COMPLETION_INDEX: index }).configuration.settings["agents"],
  );
  expect(counts).toEqual([
    [1, 5, 50],
    [10, 30],
    [15, 20],
  ]);
  const { shard, whole, configuration } = asked([...fleet, "--shard", "2"], { JOB_COMPLETION_INDEX: "0" });
  expect(shard).toMatchObject({
    mode: "split",
    machines: 3,
    index: 2,
    folder: house,
    points: [1, 5, 10, 15, 20, 30, 50],
  });
  expect(whole.settings["agents"]).toEqual([1, 5, 10, 15, 20, 30, 50]);
  expect(configuration.settings["repeats"]).toBe(10);
});

test("I2: replicate: every pod measures every row, also of a scenario that has no parts", () => {
  const replicate = ["--fleet", "replicate", "--machines", "9", "--results", house, "--shard", "8"];
  expect(asked(replicate).configuration.settings["agents"]).toEqual([1, 5, 10, 15, 20, 30, 50]);
  expect(asked(["--scenario", "single-agent", ...replicate]).shard).toMatchObject({ mode: "replicate", index: 8 });
});

test("without flags of a fleet the variable of a pod changes nothing", () => {
  expect(asked([], { JOB_COMPLETION_INDEX: "1" }).shard).toBe(null);
});

test("what contradicts itself is refused with the flag and the way out", () => {
  const pod = { JOB_COMPLETION_INDEX: "0" };
  expect(refusalOf(fleet)).toContain("Which machine this is must be known: --shard 0 to 2, or JOB_COMPLETION_INDEX");
  expect(refusalOf(fleet, { JOB_COMPLETION_INDEX: "3" })).toContain(
    "JOB_COMPLETION_INDEX 3: a fleet of 3 machines has 0 to 2",
  );
  expect(refusalOf([...fleet, "--shard", "-1"])).toContain("--shard -1");
  expect(refusalOf([...fleet, "--shard", "1e0"])).toContain("--shard 1e0");
  expect(refusalOf(["--shard", "0"])).toContain("--shard needs --fleet too");
  expect(refusalOf(["--fleet", "split", "--machines", "3"], pod)).toContain("needs --results too");
  expect(refusalOf(["--fleet", "both", "--machines", "3", "--results", house], pod)).toContain(
    "one of: split, replicate",
  );
  expect(refusalOf(["--fleet", "split", "--machines", "0", "--results", house], pod)).toContain("--machines 0");
  expect(refusalOf(["--fleet", "split", "--machines", "201", "--results", house], pod)).toContain("1 to 200");
  expect(refusalOf(["--fleet", "split", "--machines", "8", "--results", house], pod)).toContain(
    "8 machines would share 7 rows",
  );
  expect(refusalOf(["--scenario", "single-agent", ...fleet], pod)).toContain(
    "never measured in parts. Give --fleet replicate",
  );
});

/** Runs the command with a result for a browser, in a container that is kept from running for so many µs of 10 s. */
async function ran(throttledUs: number, args: readonly string[]) {
  let nowMs = 1_000;
  let throttled = 400_000;
  const errors: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const error = vi.spyOn(console, "error").mockImplementation((text: string) => void errors.push(text));
  const write = vi.spyOn(process.stdout, "write").mockImplementation(() => true);
  const result = realisticResult({ seed: 3, repeats: 3 });
  const code = await runBench(
    args,
    (_texts, _models, tell) => {
      // The browser starts, and uses up its quota before the run: that does not count.
      throttled += 5_000_000;
      tell({ type: "began" });
      nowMs += 10_000;
      throttled += throttledUs;
      tell({ type: "ended" });
      throttled += 5_000_000;
      return Promise.resolve({ state: "measured", result });
    },
    {
      variables: { JOB_COMPLETION_INDEX: "1", NODE_NAME: "node-a", POD_NAME: "fleet-1-abcde", INDEX_FAILURES: "1" },
      readSystemFile: (path) =>
        path === CGROUP_FILES.stat
          ? `nr_periods 100\nnr_throttled 7\nthrottled_usec ${throttled}\n`
          : "400000 100000\n",
      nowMs: () => nowMs,
    },
  ).finally(() => {
    for (const spy of [log, error, write]) spy.mockRestore();
  });
  return { code, errors };
}

function leftBy(index: number) {
  const read = readShardFile(readFileSync(join(house, `shard-00${index}.json`), "utf8"));
  return read.state === "read" ? read.shard : expect.fail(read.message);
}

test("I6: the file of a machine names its node and pod, its quota, and how long it was kept from running", async () => {
  expect(await ran(100_000, fleet)).toEqual({ code: 0, errors: [] });
  const { attempt, node, pod, result } = leftBy(1);
  expect({ attempt, node, pod }).toEqual({ attempt: 2, node: "node-a", pod: "fleet-1-abcde" });
  expect(result.environment.container).toEqual({
    node: "node-a",
    quotaCores: 4,
    throttledShare: 0.01,
    throttledPeriods: 0,
  });
});

test("I6: kept from running for more than 1 % it ends with 3, so that the index is tried again, and its file says why", async () => {
  const { code, errors } = await ran(101_000, fleet);
  expect(code).toBe(3);
  expect(errors.join(" ")).toContain(
    "The container was kept from running for 1.0% of the run, so nothing is concluded",
  );
  expect(leftBy(1).result.environment.container?.throttledShare).toBe(0.0101);
});
