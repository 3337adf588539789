// Merging shards: a split result comes back with the same rows, and what cannot be one run is refused with the way out.
import fc from "fast-check";
import { expect, test } from "vitest";
import { deriveResult } from "../../results/derive.ts";
import { arbitraryResultOf } from "../../results/fixtures/arbitrary-result.ts";
import { realisticResult, realisticSingleAgent } from "../../results/fixtures/realistic-result.ts";
import { shardsOf } from "../../results/fixtures/shards.ts";
import { experimentOf } from "../../results/experiment.ts";
import { mergeResults } from "./merge.ts";
import { uncounted } from "../../measurement/run/sample.ts";
import { readResult } from "../../results/format/read-result.ts";
import type { Environment, Result } from "../../results/format/result.ts";
import type { Shard } from "./shard.ts";

const pointsOf = (result: Result) => experimentOf(result).points;
const GROUPS = [[1, 5, 10], [15, 20, 30], [50]];
const whole = realisticResult({ seed: 5 });

function merged(shards: readonly Shard[]): Result {
  const merge = mergeResults(shards);
  if (merge.state === "merged") return merge.result;
  throw new Error(merge.state === "refused" ? merge.message : merge.differences.join("; "));
}

function messageOf(shards: readonly Shard[]): string {
  const merge = mergeResults(shards);
  return merge.state === "refused" ? merge.message : merge.state;
}

function differencesOf(shards: readonly Shard[]): readonly string[] {
  const merge = mergeResults(shards);
  return merge.state === "different" ? merge.differences : [merge.state];
}

/** The shards with one of them changed. */
function changed(n: number, change: (result: Result) => Result): Shard[] {
  return shardsOf(whole, GROUPS).map((shard, at) => (at === n ? { ...shard, result: change(shard.result) } : shard));
}

function changedEnvironment(n: number, change: Partial<Environment>): Shard[] {
  return changed(n, (result) => ({ ...result, environment: { ...result.environment, ...change } }));
}

test("splitting by agent counts and merging gives the same rows back", () => {
  const splits = fc.record({
    seed: fc.integer({ min: 1, max: 1_000 }),
    repeats: fc.integer({ min: 1, max: 8 }),
    groupOf: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 7, maxLength: 7 }),
  });
  fc.assert(
    fc.property(splits, ({ seed, repeats, groupOf }) => {
      const result = realisticResult({ seed, repeats });
      const agents = pointsOf(result);
      const groups = [0, 1, 2, 3]
        .map((group) => agents.filter((_, n) => groupOf[n] === group))
        .filter((counts) => counts.length > 0);
      fc.pre(groups.length > 1);
      const back = merged(shardsOf(result, groups));
      expect(back.settings).toEqual(result.settings);
      expect(back.environment).toMatchObject({ ...result.environment, longTasks: 2 * groups.length });
      expect(back.samples).toHaveLength(result.samples.length);
      expect(deriveResult(back).rows).toEqual(deriveResult(result).rows);
    }),
    { numRuns: 25 },
  );
});

test("solo trials keep their place in their run and stay unique, attempts together", () => {
  const shards = shardsOf(whole, GROUPS).map(({ name, result }): Shard => {
    const again = result.samples.flatMap((sample) =>
      sample.series === "solo" && sample.repeat === 1
        ? [uncounted(sample, "invalid", "The tab was hidden."), { ...sample, attempt: 1 }]
        : [sample],
    );
    return { name, result: { ...result, samples: again } };
  });
  const solos = merged(shards).samples.filter(({ series }) => series === "solo");
  const given = shards.flatMap(({ result }) => result.samples.filter(({ series }) => series === "solo"));
  expect(solos.map(({ repeat }) => repeat % 3)).toEqual(given.map(({ repeat }) => repeat % 3));
  expect(new Set(solos.map(({ repeat, attempt }) => `${repeat} ${attempt}`)).size).toBe(solos.length);
  expect(solos.filter(({ attempt }) => attempt === 1).map(({ repeat }) => repeat)).toEqual([1, 13, 25]);
});

test("the same shards give the same result in any order, with an id of their own", () => {
  const shards = shardsOf(whole, GROUPS);
  const one = merged(shards);
  expect(merged(shards.toReversed())).toEqual(one);
  expect(one.id).toMatch(/^merged-[0-9a-f]{12}$/);
  expect(one.createdAt).toBe("2026-03-01T00:00:00.000Z");
  expect(merged(shards.slice(1)).id).not.toBe(one.id);
});

test("a part of a merged run can be merged further", () => {
  const [first, second, third] = shardsOf(whole, GROUPS);
  if (first === undefined || second === undefined || third === undefined) throw new Error("Three were made.");
  const half = { name: "half.json", result: merged([first, second]) };
  expect(pointsOf(merged([half, third]))).toEqual(pointsOf(whole));
});

test("the environment covers all shards: C's hull, the coarsest clock, the worst cost", () => {
  const spread = [
    { cores: 1.5, low: 1.4, high: 1.6 },
    { cores: 1.6, low: 1.5, high: 1.8 },
    { cores: 1.4, low: 1.2, high: 1.55 },
  ];
  const shards = shardsOf(whole, GROUPS).map(({ name, result }, n): Shard => {
    const parallelCapacity = spread[n] ?? whole.environment.parallelCapacity;
    const own = { parallelCapacity, timerStepUs: 5 * (n + 1), hardwareConcurrency: 4 - n };
    const cost = { mainThreadBusyShare: 0.1 * n, longTasks: n };
    return { name, result: { ...result, environment: { ...result.environment, ...own, ...cost } } };
  });
  expect(merged(shards).environment).toMatchObject({
    parallelCapacity: { cores: 1.5, low: 1.2, high: 1.8 },
    timerStepUs: 15,
    hardwareConcurrency: 2,
    mainThreadBusyShare: 0.2,
    longTasks: 3,
    workers: 2,
    processMemory: whole.environment.processMemory,
  });
  const unwatched = merged(changedEnvironment(0, { longTasks: null, mainThreadBusyShare: null })).environment;
  expect(unwatched).toMatchObject({ longTasks: null, mainThreadBusyShare: null });
  const unavailable = { state: "unavailable", reason: "Firefox has none." } as const;
  expect(merged(changedEnvironment(2, { processMemory: unavailable })).environment.processMemory).toMatchObject({
    state: "unavailable",
  });
});

test("a shard of small counts has fewer workers and is comparable; one that left workers idle is not", () => {
  const shards = shardsOf(whole, [[1], [5, 50]]);
  expect(shards.map(({ result }) => result.environment.workers)).toEqual([1, 2]);
  expect(merged(shards).environment.workers).toBe(2);
  expect(differencesOf(changedEnvironment(1, { workers: 4 }))).toEqual([
    "workers: 2 against 4 (shard-1.json, shard-2.json)",
    "workers: 4 against 2 (shard-2.json, shard-3.json)",
  ]);
});

test("a shard whose rows all failed leaves a gap and is no other environment", () => {
  const engineMemory = { perAgentBytes: 0, sharedPerWorkerBytes: 0 };
  const unknown = { workers: 1, transport: null, engineMemory };
  for (const n of [0, 2]) {
    const failed = changed(n, (result) => ({
      ...result,
      environment: { ...result.environment, ...unknown },
      samples: result.samples.filter(({ series }) => series === "solo"),
    }));
    const { workers, transport, engineMemory: known } = whole.environment;
    expect(merged(failed).environment).toMatchObject({ workers, transport, engineMemory: known });
  }
  expect(differencesOf(changedEnvironment(2, unknown)).join()).toContain("transport: shared-memory against none");
});

test("different environments are named, every fact with the files", () => {
  const apart = { cores: 9, low: 8, high: 10 };
  const differences = differencesOf(
    changedEnvironment(2, { browser: "Firefox\u001B[31m 150", appVersion: "0.2.0", parallelCapacity: apart }),
  );
  expect(differences).toHaveLength(6);
  expect(differences[0]).toBe("browser: Chromium 156 against Firefox [31m 150 (shard-1.json, shard-3.json)");
  expect(differences.join()).toContain("parallel capacity C");
  expect(differences.join()).toContain("app version: 0.1.0 against 0.2.0");
  const engineMemory = { perAgentBytes: 1, sharedPerWorkerBytes: 2 };
  expect(differencesOf(changedEnvironment(1, { engineMemory })).join()).toContain("memory per agent: 14336 bytes");
});

test("intervals of C must overlap between every two shards, not only with the first", () => {
  const spread = [
    { cores: 1.7, low: 1.4, high: 2 },
    { cores: 1.3, low: 1, high: 1.5 },
    { cores: 2, low: 1.8, high: 2.2 },
  ];
  const shards = shardsOf(whole, GROUPS).map(({ name, result }, n): Shard => {
    const parallelCapacity = spread[n] ?? whole.environment.parallelCapacity;
    return { name, result: { ...result, environment: { ...result.environment, parallelCapacity } } };
  });
  expect(differencesOf(shards)).toEqual([
    "parallel capacity C: 1.3 (1 to 1.5) against 2 (1.8 to 2.2) (shard-2.json, shard-3.json)",
  ]);
});

test("what is no run in parts is refused: the field, the files and the way out are named", () => {
  const [first, second] = shardsOf(whole, GROUPS);
  if (first === undefined || second === undefined) throw new Error("Three were made.");
  const longer = changed(1, (r) => ({ ...r, settings: { ...r.settings, windowMs: 250 } }));
  const twice = changed(1, (r) => ({ ...r, settings: { ...r.settings, agents: [10, 15, 20, 30] } }));
  const unlisted = changed(1, (r) => ({ ...r, settings: { ...r.settings, agents: [15, 20] } }));
  const many = shardsOf(whole, GROUPS).map(({ name, result }, n): Shard => {
    const agents = Array.from({ length: 20 }, (_, at) => 100 * n + at + 1).concat(pointsOf(result));
    return { name, result: { ...result, settings: { ...result.settings, agents: [...new Set(agents)] } } };
  });
  const solo = first.result.samples.find(({ series }) => series === "solo");
  const solos = Array.from({ length: 5_900 }, () => solo).flatMap((sample) => sample ?? []);
  const cases: readonly (readonly [readonly Shard[], string])[] = [
    [[first], "at least two results"],
    [[first, { ...first, name: "copy.json" }], 'shard-1.json and copy.json are the same result: their field "id"'],
    [longer, 'The setting "windowMs" is 500 in shard-1.json and 250 in shard-2.json. Give results of one'],
    [twice, '10 agents: this row is in the setting "agents" of both shard-1.json and shard-2.json. Give each'],
    [
      [first, { ...second, result: { ...second.result, scenario: { kind: "scaling", version: 2 } } }],
      "The scenario is scaling, version 1 in shard-1.json and scaling, version 2 in shard-2.json",
    ],
    [
      [1, 2].map((seed) => ({ name: `${seed}.json`, result: realisticSingleAgent({ seed }) })),
      'the scenario "single-agent" has no setting that chooses its rows',
    ],
    [unlisted, "shard-2.json: samples["],
    [many.slice(1), "Agents must be 1 to 32 different counts"],
    [changed(0, (r) => ({ ...r, samples: [...r.samples, ...solos] })), "and a result holds at most 6,000. Merge fewer"],
    [
      changed(0, (r) => ({
        ...r,
        samples: r.samples.concat(solos.slice(0, 400).map((one, n) => ({ ...one, repeat: n * 3 }))),
      })),
      "repeat",
    ],
  ];
  for (const [shards, part] of cases) expect(messageOf(shards)).toContain(part);
});

test("whatever results are given, what is merged is a result that can be read", () => {
  fc.assert(
    fc.property(fc.array(arbitraryResultOf("scaling"), { minLength: 2, maxLength: 3 }), (results) => {
      const [base] = results;
      if (base === undefined) return;
      const shards = results.map((result, n): Shard => {
        const agents = [n * 3 + 1, n * 3 + 2];
        const samples = result.samples.map((sample) => ({ ...sample, at: n * 3 + 1 }));
        const settings = { ...base.settings, agents };
        return { name: `${n}`, result: { ...base, id: `${n}`, createdAt: result.createdAt, settings, samples } };
      });
      const merge = mergeResults(shards);
      if (merge.state === "merged") expect(readResult(merge.result)).toEqual({ state: "read", result: merge.result });
    }),
    { numRuns: 100 },
  );
});
