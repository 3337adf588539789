// Taking a profile on scripted lanes: what is asked of them, what comes of a worker that dies, and of a page that was hidden.
import * as v from "valibot";
import { expect, test } from "vitest";
import { FakeLanes, type Script } from "../measurement/fixtures/fake-lanes.ts";
import { formatOneSchema } from "./format-1.ts";
import { profileDefaults, type ProfileSettings } from "./profile-fields.ts";
import { profileRows } from "./profile-table.ts";
import { type ProfileSurroundings, takeProfile } from "./take-profile.ts";

const environment = {
  browser: "Chromium 156",
  platform: "Linux",
  hardwareConcurrency: 2,
  isolated: true,
  engineVersion: "1",
  appVersion: "0.1.0",
};

function taken(over: Partial<ProfileSettings> = {}, script: Script = {}, around: Partial<ProfileSurroundings> = {}) {
  const host = new FakeLanes(script);
  const told: string[] = [];
  const profile = takeProfile(
    { ...profileDefaults, ...over },
    {
      host,
      machine: { cores: 2, poolWorkers: 2, canShareMemory: true },
      environment,
      watch: () => () => null,
      isStopped: () => false,
      tell: (text) => told.push(text),
      nowIso: () => "2026-11-27T10:00:00.000Z",
      memory: null,
      ...around,
    },
  );
  return { host, told, profile };
}

async function finished(profile: ReturnType<typeof taken>["profile"]) {
  const end = await profile;
  return end.state === "finished" ? end : expect.fail(end.state === "broken" ? end.reason : "it was stopped");
}

test("a profile of real agents holds to its format, and its table to its whole", async () => {
  const { host, told, profile } = taken();
  const { record, workers } = await finished(profile);
  expect(v.parse(formatOneSchema, record)).toEqual(record);
  expect(record.settings).toMatchObject({
    component: "agent",
    operation: "inference",
    workload: "explorer 5×5, length 2",
  });
  expect(host.setups[0]).toMatchObject({ topology: "none", totalAgents: 10 });
  expect(workers.map(({ agents }) => agents)).toEqual([5, 5]);
  expect(record.trace.spans).toBeGreaterThan(100);
  expect(profileRows(record).reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  expect(told).toEqual(["Preparing workers", "Warming up", "Profiling 10 agents for 4 s"]);
});

test("coordination is profiled in rounds, a cache with one", async () => {
  const team = taken({ component: "coordination", topology: "ring", agents: 4 });
  await finished(team.profile);
  expect(team.host.setups[0]).toMatchObject({ topology: "ring", transport: "shared-memory" });
  const cached = taken({ component: "cache" });
  await finished(cached.profile);
  expect(cached.host.profileOrders[0]?.cache).toMatchObject({ policy: "lru", scope: "worker" });
});

test("E1: a worker that dies is told as an instant of the profile that was taken after it", async () => {
  let dies = true;
  const profile = () => {
    if (!dies) return null;
    dies = false;
    return { state: "failed", reason: "Worker 2 threw: it was told to." } as const;
  };
  const run = taken({}, { profile });
  const { record } = await finished(run.profile);
  expect(record.instants).toEqual([
    { atUs: 0, worker: 1, text: "Before this window: Worker 2 threw: it was told to." },
  ]);
  expect(run.host.resets).toBe(1);
});

test("a worker that dies again breaks the profile, with the reason", async () => {
  const run = taken({}, { profile: () => ({ state: "failed", reason: "Worker 1 was silent." }) });
  expect(await run.profile).toEqual({ state: "broken", reason: "Worker 1 was silent." });
});

test("a hidden tab is told, and the profile is taken once more", async () => {
  const reasons = ["The tab was hidden.", null];
  const run = taken({}, {}, { watch: () => () => reasons.shift() ?? null });
  const { record } = await finished(run.profile);
  expect(run.host.profileOrders).toHaveLength(2);
  expect(record.instants).toEqual([{ atUs: 0, worker: null, text: "Before this window: The tab was hidden." }]);
});

test("a stopped profile leaves nothing", async () => {
  expect(await taken({}, {}, { isStopped: () => true }).profile).toEqual({ state: "stopped" });
});

test("E6: the runtime's bytes are those that the browser measured, and none where it did not", async () => {
  const measured = async () =>
    ({ state: "measured", agents: 10, workers: 2, totalBytes: 9_000, workersBytes: 7_000 }) as const;
  const { record } = await finished(taken({}, {}, { memory: measured }).profile);
  expect(record.processMemory).toEqual({ state: "measured", workersBytes: 7_000, totalBytes: 9_000 });
  const none = await finished(taken().profile);
  expect(none.record.processMemory).toEqual({ state: "unavailable", reason: "It was not asked for." });
});
