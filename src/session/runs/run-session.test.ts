// A run of the Benchmark page on scripted lanes: what the store says at each point, and that no result is lost.
import { keptSettings } from "../../fields/settings.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { scalingWith } from "../../scenarios/fixtures/experiments.ts";
import { realisticResult } from "../../results/fixtures/realistic-result.ts";
import { type FinishedRun, type RunState, setRun, useBenchmark } from "./benchmark-store.ts";
import { currentSession, stopMeasuring } from "../measuring/current-session.ts";
import { type FakeParts, fakeParts } from "../measuring/fixtures/fake-parts.ts";
import type { Kept } from "../measuring/keeper.ts";
import { endLingering } from "../measuring/lingering-lanes.ts";
import { keepRun, measureRun } from "./run-session.ts";

const small = scalingWith({ agents: [1, 4], repeats: 1 });
const refused: Kept = { state: "not-kept", reason: "The storage is full." };
const earlier: FinishedRun = {
  state: "finished",
  result: realisticResult({ seed: 3 }),
  stopped: false,
  notice: null,
  kept: { state: "kept" },
};

const shown = (): RunState => useBenchmark.getState().run;

function finishedNow(): FinishedRun {
  const run = shown();
  if (run.state !== "finished") throw new Error(`The run is ${run.state}.`);
  return run;
}

/** Every state that the store goes through, until `stop` is called. */
function recorded(): { readonly states: RunState[]; readonly stop: () => void } {
  const states: RunState[] = [];
  return { states, stop: useBenchmark.subscribe(({ run }) => states.push(run)) };
}

/** Stops the run as its so-many-th measured window begins. */
function stoppingAt(window: number): FakeParts {
  let windows = 0;
  return fakeParts({
    window: ({ durationMs }) => {
      if (durationMs === 60 || (windows += 1) !== window) return null;
      stopMeasuring();
      return { state: "stopped" };
    },
  });
}

beforeEach(() => setRun({ state: "idle" }));
afterEach(() => void endLingering());

test("a run ends in a result that says where it was measured and what the page cost", async () => {
  const parts = fakeParts();
  await measureRun(small, parts);
  const { result, stopped, notice } = finishedNow();
  expect({ stopped, notice }).toEqual({ stopped: false, notice: null });
  expect(currentSession()).toBeNull();
  expect(result).toMatchObject({
    id: "id-1",
    settings: keptSettings(small.scenario.fields, small.settings),
    environment: { browser: "Fake 1", appVersion: "0.0.0", mainThreadBusyShare: 0.125, longTasks: 2, workers: 2 },
  });
  expect(result.samples.length).toBeGreaterThan(2);
});

test("the store follows the run between windows, and each state has the id of the result", async () => {
  const { states, stop } = recorded();
  await measureRun(small, fakeParts());
  stop();
  const running = states.filter((state) => state.state === "running");
  expect(new Set(running.map(({ id }) => id))).toEqual(new Set(["id-1"]));
  expect(running.length).toBeGreaterThan(2);
  expect(running[0]).toMatchObject({ samples: [], calibration: null, progress: { done: 0, current: null } });
  expect(running[0]?.progress.total).toBeGreaterThan(0);
  const last = running.at(-1);
  expect(last).toMatchObject({
    calibration: { capacity: { cores: 2 }, timerStepUs: 5 },
    engineMemory: { perAgentBytes: 1_000 },
  });
  expect(last?.progress.secondsLeft).toBeGreaterThan(0);
  expect(last?.progress.current).not.toBeNull();
});

test("a result is being kept before it is said to be kept", async () => {
  const parts = fakeParts();
  const { states, stop } = recorded();
  await measureRun(small, parts);
  stop();
  const kept = states.flatMap((state) => (state.state === "finished" ? [state.kept.state] : []));
  expect(kept[0]).toBe("keeping");
  expect(kept.indexOf("kept")).toBeGreaterThan(0);
  expect(parts.keeper.kept.get("id-1")).toMatchObject({ ending: "finished" });
});

test("a result that is not kept stays, says why, and is kept when somebody tries again", async () => {
  const parts = fakeParts();
  parts.keeper.answers.push(refused, refused);
  await measureRun(small, parts);
  expect(finishedNow().kept).toEqual(refused);
  await keepRun(parts.keeper);
  expect(finishedNow().kept).toEqual(refused);
  await keepRun(parts.keeper);
  expect(finishedNow().kept).toEqual({ state: "kept" });
  // With what was learnt after the first try.
  expect(parts.keeper.kept.get("id-1")?.result.environment.processMemory).toMatchObject({ state: "measured" });
});

test("memory is measured after the end, with the most agents alive, and goes into the result and the library", async () => {
  const parts = fakeParts();
  await measureRun(small, parts);
  const memory = { state: "measured", agents: 4, workers: 1, totalBytes: 900, workersBytes: 500 };
  expect(finishedNow().result.environment.processMemory).toEqual(memory);
  expect(parts.keeper.kept.get("id-1")?.result.environment.processMemory).toEqual(memory);
  expect(parts.lanes[0]?.resets).toBe(1);
});

test("memory that cannot be measured says so, and nothing else changes", async () => {
  const parts = { ...fakeParts(), measureMemory: () => Promise.reject(new Error("Refused")) };
  await measureRun(small, parts);
  expect(finishedNow()).toMatchObject({ kept: { state: "kept" } });
  expect(finishedNow().result.environment.processMemory).toEqual({
    state: "unavailable",
    reason: "It could not be measured: Refused.",
  });
});

test("a run that begins while the last one is still being kept loses neither, and starts no lanes of the last", async () => {
  const parts = fakeParts();
  let answer: (kept: Kept) => void = () => undefined;
  parts.keeper.answers.push(new Promise((resolve) => (answer = resolve)));
  const first = measureRun(small, parts);
  await expect.poll(() => shown().state).toBe("finished");
  const second = measureRun(small, parts);
  await expect.poll(() => shown().state).toBe("running");
  const prepared = parts.lanes[0]?.setups.length;
  answer({ state: "kept" });
  await Promise.all([first, second]);
  expect([...parts.keeper.kept.keys()].toSorted()).toEqual(["id-1", "id-2"]);
  expect(parts.lanes[0]?.setups).toHaveLength(prepared ?? Number.NaN);
  expect(finishedNow().result.id).toBe("id-2");
  expect(parts.keeper.kept.get("id-1")?.result.environment.processMemory.state).toBe("unavailable");
});

test("a result that is kept while the next run goes on is said to be kept when it comes back", async () => {
  let answer: (kept: Kept) => void = () => undefined;
  const parts = fakeParts(
    {},
    {
      calibrate: () => {
        answer({ state: "kept" });
        return null;
      },
      window: ({ durationMs }) => {
        if (durationMs === 60) return null;
        stopMeasuring();
        return { state: "stopped" };
      },
    },
  );
  parts.keeper.answers.push(new Promise((resolve) => (answer = resolve)));
  const first = measureRun(small, parts);
  await expect.poll(() => shown().state).toBe("finished");
  expect(finishedNow().kept).toEqual({ state: "keeping" });
  await Promise.all([first, measureRun(small, parts)]);
  expect(finishedNow()).toMatchObject({ result: { id: "id-1" }, kept: { state: "kept" } });
});

test("a second Run while one is in progress does nothing", async () => {
  const parts = fakeParts();
  const first = measureRun(small, parts);
  await measureRun(scalingWith({ agents: [1, 4], repeats: 1, seed: 99 }), parts);
  await first;
  expect(parts.lanes).toHaveLength(1);
  expect(finishedNow().result.settings["seed"]).toBe(small.settings["seed"]);
});

test("a stop keeps what is finished as stopped, and asks for no memory", async () => {
  const parts = stoppingAt(6);
  await measureRun(small, parts);
  expect(finishedNow()).toMatchObject({ stopped: true, kept: { state: "kept" } });
  expect(parts.keeper.kept.get("id-1")).toMatchObject({ ending: "stopped" });
  expect(finishedNow().result.environment.processMemory).toEqual({
    state: "unavailable",
    reason: "The run was stopped.",
  });
});

test("a stopped run goes on: what it lacks is measured, and both are one result under its id", async () => {
  const stoppedParts = stoppingAt(6);
  await measureRun(small, stoppedParts);
  const before = finishedNow().result;
  expect(before.samples.length).toBeLessThan(small.plan.length);
  const parts = fakeParts();
  const { states, stop } = recorded();
  await measureRun(small, parts, before);
  stop();
  const { result, stopped } = finishedNow();
  expect(stopped).toBe(false);
  expect(result).toMatchObject({ id: before.id, createdAt: before.createdAt });
  expect(result.samples.slice(0, before.samples.length)).toEqual(before.samples);
  const places = result.samples.map(({ series, at, repeat }) => `${series} ${at} ${repeat}`);
  expect(new Set(places).size).toBe(small.plan.length);
  expect(places).toHaveLength(small.plan.length);
  expect(parts.keeper.kept.get(before.id)).toMatchObject({ ending: "finished" });
  const running = states.find((state) => state.state === "running");
  expect(running).toMatchObject({
    samples: before.samples,
    progress: { total: small.plan.length - before.samples.length },
  });
});

test("a run that goes on and is stopped at once leaves its first part as it was", async () => {
  await measureRun(small, stoppingAt(6));
  const before = finishedNow().result;
  await measureRun(small, stoppingAt(1), before);
  expect(finishedNow()).toMatchObject({ result: { id: before.id, samples: before.samples }, stopped: true });
});

test("a stop before the first row brings the earlier result back, and leaves no draft", async () => {
  setRun(earlier);
  const parts = stoppingAt(1);
  await measureRun(small, parts);
  expect(finishedNow()).toMatchObject({ result: { id: earlier.result.id } });
  expect(finishedNow().notice).toContain("The run was stopped before any agent count had a figure.");
  expect(parts.keeper.forgotten).toEqual(["id-1"]);
  expect(parts.keeper.kept.size).toBe(0);
});

test("a stop before anything, with nothing earlier, leaves the page as it was", async () => {
  await measureRun(small, stoppingAt(1));
  expect(shown()).toEqual({ state: "idle" });
});

test.each([
  [
    "another tab measures",
    (parts: FakeParts) => void (parts.page.isBusy = true),
    {},
    "Another tab of Headroom is measuring now.",
  ],
  [
    "no worker starts",
    () => undefined,
    { calibrate: () => ({ state: "failed", reason: "No worker." }) as const },
    "The workers could not be started: No worker.",
  ],
])("where %s the earlier result comes back, else the reason stands alone", async (_, prepare, script, reason) => {
  for (const before of [earlier, { state: "idle" } as const]) {
    setRun(before);
    const parts = fakeParts(script);
    prepare(parts);
    await measureRun(small, parts);
    const run = shown();
    expect(run.state).toBe(before.state === "idle" ? "broken" : "finished");
    expect(run.state === "broken" ? run.message : finishedNow().notice).toContain(reason);
  }
});

test("a run that throws in the middle leaves what it measured, kept, with the reason", async () => {
  let windows = 0;
  const parts = fakeParts({
    window: ({ durationMs }) => {
      if (durationMs !== 60 && (windows += 1) === 6) throw new Error("A bug");
      return null;
    },
  });
  await measureRun(small, parts);
  expect(finishedNow()).toMatchObject({ stopped: true, kept: { state: "kept" } });
  expect(finishedNow().notice).toBe("The run broke off: A bug. What it had measured until then is below.");
  expect(finishedNow().result.samples).toHaveLength(5);
});

test("drafts that cannot be kept end no run", async () => {
  const parts = fakeParts();
  parts.keeper.draftsFail = true;
  await measureRun(small, parts);
  expect(finishedNow()).toMatchObject({ stopped: false, kept: { state: "kept" } });
});

test("while it goes on each finished trial is in its draft, as an interrupted run", async () => {
  const parts = stoppingAt(5);
  parts.keeper.answers.push(refused);
  await measureRun(small, parts);
  const draft = parts.keeper.drafts.get("id-1");
  expect(draft?.samples).toHaveLength(4);
  expect(draft?.environment.processMemory).toMatchObject({ reason: "The tab was closed before the run had ended." });
});
