// One session, whatever it measures: once, held, drawn seldom, and nothing measured is lost whatever fails around it.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { currentSession, stopMeasuring } from "./current-session.ts";
import { FakePage } from "./fixtures/fake-parts.ts";
import { armOf, asking, attemptsOf, Drafts, type Asked, type Made } from "./fixtures/fake-session.ts";
import { endLingering, isLingering } from "./lingering-lanes.ts";
import type { SessionArm } from "./session-arm.ts";
import { measure, type SessionProgress } from "./session.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  endLingering();
  vi.useRealTimers();
});

test("a session ends with the results of its arms, and gives everything back", async () => {
  const [page, drafts, arm] = [new FakePage(), new Drafts(), armOf("a")];
  const end = await measure(asking({ arms: [arm] }), page, drafts);
  expect(end).toEqual({
    state: "finished",
    problem: null,
    results: [{ id: "a", samples: ["x", "y", "z"], facts: "two lanes", ending: "finished" }],
  });
  expect([page.holds, page.releases, page.probes, arm.lanes.resets]).toEqual([1, 1, 0, 1]);
  expect(currentSession()).toBeNull();
  expect(drafts.forgotten).toEqual([]);
});

test("what is finished is kept before the next trial begins, and only what is new", async () => {
  const drafts = new Drafts();
  await measure(asking(), new FakePage(), drafts);
  expect(drafts.puts.map(({ samples, ending }) => `${samples.join("")} ${ending}`)).toEqual([
    "x interrupted",
    "xy interrupted",
  ]);
});

test("waiting without news keeps nothing once more", async () => {
  const drafts = new Drafts();
  const run: Asked["run"] = async (around) => {
    const end = await attemptsOf(["x"])(around);
    for (let wait = 0; wait < 3; wait += 1) await around.untilMeasurable();
    return end;
  };
  await measure(asking({ run }), new FakePage(), drafts);
  expect(drafts.puts.map(({ samples }) => samples.join(""))).toEqual(["x"]);
});

test("two sessions of one tab never measure at once, and the second is told who does", async () => {
  const [page, drafts] = [new FakePage(), new Drafts()];
  const second = armOf("b");
  const begun = vi.fn<Asked["begun"]>();
  let told: unknown = null;
  const run = attemptsOf(["x"], () => {
    told = measure(asking({ who: "Another", arms: [second], begun }), page, drafts);
  });
  expect(await measure(asking({ run }), page, drafts)).toMatchObject({ state: "finished" });
  expect(await told).toEqual({ state: "busy", who: "A test" });
  expect(begun).not.toHaveBeenCalled();
  expect(page.holds).toBe(1);
  expect(second.lanes.resets).toBe(0);
});

test("while another tab measures nothing is begun", async () => {
  const page = new FakePage();
  page.isBusy = true;
  const run = vi.fn<Asked["run"]>(attemptsOf(["x"]));
  const end = await measure(asking({ run }), page, new Drafts());
  expect(end).toEqual({ state: "busy", who: "Another tab of Headroom" });
  expect(run).not.toHaveBeenCalled();
});

test("a stop ends the lanes at once, and what is finished is the result", async () => {
  const arm = armOf("a");
  const run = attemptsOf(["x", "y", "z"], (name) => {
    if (name === "y") stopMeasuring();
  });
  const end = await measure(asking({ arms: [arm], run }), new FakePage(), new Drafts());
  expect(end).toMatchObject({ state: "stopped", results: [{ samples: ["x", "y"], ending: "stopped" }] });
  expect(arm.lanes.resets).toBe(2);
});

test("an arm with nothing worth keeping leaves no draft", async () => {
  const drafts = new Drafts();
  const end = await measure(asking({ arms: [armOf("a"), armOf("b")] }), new FakePage(), drafts);
  expect(end).toMatchObject({ results: [{ id: "a" }, null] });
  expect(drafts.forgotten).toEqual(["b"]);
});

test("the page is drawn between windows, at most every half second, with the time that is left", async () => {
  const page = new FakePage();
  const seen: SessionProgress[] = [];
  const run = attemptsOf(["1", "2", "3", "4", "5", "6"], () => {
    page.clock.nowMs += 200;
  });
  await measure(asking({ run, draw: (progress) => void seen.push(progress) }), page, new Drafts());
  // Windows could be drawn between at 0, 0, 200, 400, 600, 800 and 1,000 ms.
  expect(seen).toEqual([
    { done: 0, total: 0, secondsLeft: null },
    { done: 3, total: 6, secondsLeft: 0.6 },
  ]);
  expect(page.drawings).toBe(2);
});

test("drawing that fails stops nothing", async () => {
  const draw = (): void => {
    throw new Error("The page is broken.");
  };
  expect(await measure(asking({ draw }), new FakePage(), new Drafts())).toMatchObject({ state: "finished" });
});

test("a library that fails stops nothing, and the result is there", async () => {
  const drafts = new Drafts();
  drafts.onPut = () => Promise.reject(new Error("The database is closed."));
  const end = await measure(asking(), new FakePage(), drafts);
  expect(end).toMatchObject({ state: "finished", results: [{ samples: ["x", "y", "z"] }] });
  // What was not kept is tried again with the next trial.
  expect(drafts.puts.map(({ samples }) => samples.join(""))).toEqual(["x", "xy"]);
});

test("a library that never answers holds a session up for two seconds, and once", async () => {
  const drafts = new Drafts();
  drafts.onPut = () => new Promise(() => undefined);
  const ended = measure(asking(), new FakePage(), drafts);
  await vi.advanceTimersByTimeAsync(1_999);
  expect(currentSession()).not.toBeNull();
  await vi.advanceTimersByTimeAsync(1);
  expect(currentSession()).toBeNull();
  expect(await ended).toMatchObject({ state: "finished", results: [{ samples: ["x", "y", "z"] }] });
});

test("a run that throws in the middle gives what it measured until then, with the reason", async () => {
  const run = attemptsOf(["x", "y"], (name) => {
    if (name === "y") throw new Error("A bug");
  });
  const end = await measure(asking({ run }), new FakePage(), new Drafts());
  expect(end).toMatchObject({ state: "stopped", problem: "A bug.", results: [{ samples: ["x"] }] });
});

test("a run that throws before it measured anything is broken, and everything is given back", async () => {
  const [page, arm] = [new FakePage(), armOf("a")];
  const run = attemptsOf(["x"], () => {
    throw new Error("A bug.");
  });
  expect(await measure(asking({ arms: [arm], run }), page, new Drafts())).toEqual({
    state: "broken",
    reason: "A bug.",
  });
  expect([page.releases, page.probes, arm.lanes.resets]).toEqual([1, 0, 1]);
});

test("a result that cannot be made costs neither the other nor its own draft", async () => {
  const drafts = new Drafts();
  const failing: SessionArm<string, string, Made> = {
    ...armOf("a"),
    resultOf: ({ samples, facts }, { state }) => {
      if (state !== "interrupted") throw new Error("Cannot be made.");
      return { id: "a", samples: [...samples], facts, ending: state };
    },
  };
  const run: Asked["run"] = async (around) => {
    around.report({ type: "prepared", arm: 1, facts: "others" });
    around.report({ type: "attempt-ended", arm: 1, sample: "w" });
    return attemptsOf(["x", "y"])(around);
  };
  const end = await measure(asking({ arms: [failing, armOf("b")], run }), new FakePage(), drafts);
  expect(end).toMatchObject({ state: "finished", problem: "Cannot be made.", results: [null, { samples: ["w"] }] });
  expect(drafts.forgotten).toEqual([]);
});

test("nothing that could be measured is broken, with the run's own reason", async () => {
  const run: Asked["run"] = async () => ({ state: "broken", reason: "No worker." });
  expect(await measure(asking({ run }), new FakePage(), new Drafts())).toEqual({
    state: "broken",
    reason: "No worker.",
  });
});

test("a page that cannot be held is told, and the next session may begin", async () => {
  const page = new FakePage();
  const { hold } = page;
  page.hold = () => Promise.reject(new Error("Locks are broken."));
  expect(await measure(asking(), page, new Drafts())).toEqual({ state: "broken", reason: "Locks are broken." });
  page.hold = hold;
  expect(await measure(asking(), page, new Drafts())).toMatchObject({ state: "finished" });
});

test("lanes that linger are alive after the end, and the next session ends them and knows of it", async () => {
  const arm = armOf("a");
  await measure(asking({ arms: [arm], lingers: true }), new FakePage(), new Drafts());
  expect(isLingering(arm.lanes)).toBe(true);
  expect(arm.lanes.resets).toBe(0);
  const begun = vi.fn<Asked["begun"]>();
  await measure(asking({ begun }), new FakePage(), new Drafts());
  expect(begun).toHaveBeenCalledWith(true);
  expect(isLingering(arm.lanes)).toBe(false);
  expect(arm.lanes.resets).toBe(1);
});

test("lanes of a stopped session do not linger", async () => {
  const arm = armOf("a");
  const run = attemptsOf(["x", "y"], () => stopMeasuring());
  await measure(asking({ arms: [arm], lingers: true, run }), new FakePage(), new Drafts());
  expect(isLingering(arm.lanes)).toBe(false);
});
