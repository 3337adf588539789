// The retry rules that rehearsals apply: each is read from the manifest, so a manifest without it gives another history.
import type { IJob } from "kubernetes-models/batch/v1/Job";
import { expect, test } from "vitest";
import { fleetJob } from "../../src/fleet/fleet-objects.ts";
import { type PodEnd, runJob } from "./fixtures/job-controller.ts";

const job = fleetJob({
  mode: "split",
  machines: 3,
  image: `ghcr.io/example/headroom@sha256:${"0".repeat(64)}`,
  name: "headroom-fleet",
  namespace: "bench",
  run: "20261128T0230Z",
  cores: 4,
  memoryGi: 4,
  deadlineSeconds: 7_200,
  claim: null,
  settings: [],
});

function withSpec(change: Partial<NonNullable<IJob["spec"]>>): IJob {
  if (job.spec === undefined) throw new Error("It has a spec.");
  return { ...job, spec: { ...job.spec, ...change } };
}

const end = (exitCode: number, disrupted = false): PodEnd => ({ exitCode, disrupted });

/** How each index ends, pod by pod; with 0 after the last. */
async function history(of: IJob, ends: Readonly<Record<number, readonly PodEnd[]>>) {
  const next = new Map<number, number>();
  const told: string[] = [];
  const { state, indexes } = await runJob(of, (index, failures) => {
    const n = next.get(index) ?? 0;
    next.set(index, n + 1);
    told.push(`${index}:${failures}`);
    return Promise.resolve(ends[index]?.[n] ?? end(0));
  });
  return { state, pods: indexes.map(({ ends: all }) => all.length), states: indexes.map((one) => one.state), told };
}

test("I3: where every pod succeeds each runs once", async () => {
  expect(await history(job, {})).toMatchObject({ state: "Complete", pods: [1, 1, 1] });
});

test("I3: a crash is tried again and told to the next pod, twice at most", async () => {
  expect(await history(job, { 1: [end(137)] })).toMatchObject({ state: "Complete", pods: [1, 2, 1] });
  const often = await history(job, { 1: [end(137), end(3), end(1), end(137)] });
  expect(often).toMatchObject({ state: "Failed", pods: [1, 3, 1], states: ["succeeded", "failed", "succeeded"] });
  expect(often.told.filter((one) => one.startsWith("1:"))).toEqual(["1:0", "1:1", "1:2"]);
});

test("I3: exit codes 2 and 4 end an index at once; without the rule they would be tried again", async () => {
  for (const code of [2, 4]) {
    expect(await history(job, { 2: [end(code)] })).toMatchObject({ state: "Failed", pods: [1, 1, 1] });
    const { podFailurePolicy: _, ...spec } = job.spec ?? expect.fail("It has a spec.");
    expect(await history({ ...job, spec }, { 2: [end(code)] })).toMatchObject({ state: "Complete", pods: [1, 1, 2] });
  }
});

test("I3: a node that is taken away does not count; without the rule it would", async () => {
  const lost = Array.from({ length: 5 }, () => end(137, true));
  const kept = await history(job, { 0: lost });
  expect(kept).toMatchObject({ state: "Complete", pods: [6, 1, 1] });
  expect(kept.told.filter((one) => one.startsWith("0:"))).toEqual(Array.from({ length: 6 }, () => "0:0"));
  expect(await history(withSpec({ podFailurePolicy: { rules: [] } }), { 0: lost })).toMatchObject({ state: "Failed" });
});

test("I3: without retries by index a crash ends it, and without indexes no pod would know who it is", async () => {
  expect(await history(withSpec({ backoffLimitPerIndex: 0 }), { 1: [end(137)] })).toMatchObject({
    state: "Failed",
    pods: [1, 1, 1],
  });
  await expect(history(withSpec({ completionMode: "NonIndexed" }), {})).rejects.toThrow("not Indexed");
});

test("I3: once more than half have failed for good, the others are not tried again", async () => {
  const all = { 0: [end(2)], 1: [end(2)], 2: [end(137), end(137)] };
  expect(await history(withSpec({ maxFailedIndexes: 1 }), all)).toMatchObject({ state: "Failed", pods: [1, 1, 1] });
  expect(await history(job, all)).toMatchObject({ state: "Failed", pods: [1, 1, 3] });
});
