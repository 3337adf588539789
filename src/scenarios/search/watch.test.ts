// A search to be watched: it begins at the start, goes on round by round, and stops where it is over.
import { expect, test } from "vitest";
import type { WatchedFrame } from "../contract/watch.ts";
import { searchDefaults } from "./fields.ts";
import { watchOf } from "./watch.ts";

const watch = watchOf(searchDefaults) ?? expect.fail("nothing to watch");

async function frames(choice: string, at: number, seed: number): Promise<readonly WatchedFrame[]> {
  const watched = await watch.start(choice, at, seed);
  const seen = [watched.next()];
  while (seen.at(-1)?.isOver === false) seen.push(watched.next());
  return seen;
}

test("an episode begins before anybody looked, and ends with a collector on the target, or after all rounds", async () => {
  for (const choice of ["talk", "alone", "oracle"]) {
    const seen = await frames(choice, 6, 3);
    expect(seen[0]?.text).toContain("Nobody has looked yet");
    for (const likely of seen[0]?.heat ?? []) expect(likely).toBeCloseTo(1 / 25, 9);
    expect(seen.length).toBeLessThanOrEqual(41);
    const last = seen.at(-1) ?? expect.fail("no frame");
    expect(last.text).toMatch(/^After \d+ rounds? a collector stands on the target\.$/);
    expect(last.marks.some(({ kind, cell }) => kind === "collector" && cell === last.target)).toBe(true);
    for (const { heat } of seen) expect(heat.reduce((sum, likely) => sum + likely, 0)).toBeCloseTo(1, 9);
  }
});

test("each choice begins before the same target, from the same cells; another seed elsewhere", async () => {
  const [talk, alone, other] = await Promise.all([frames("talk", 6, 3), frames("alone", 6, 3), frames("talk", 6, 4)]);
  expect(talk[0]).toEqual(alone[0]);
  expect(talk[0]?.marks).not.toEqual(other[0]?.marks);
});

test("a team of five or more has a coordinator in the middle, and kinds are those that the watch declares", async () => {
  const [start] = await frames("talk", 5, 1);
  const kinds = new Set(watch.kinds.map(({ kind }) => kind));
  expect(start?.marks.every(({ kind }) => kinds.has(kind))).toBe(true);
  expect(start?.marks.filter(({ kind }) => kind === "coordinator")).toEqual([{ kind: "coordinator", cell: 12 }]);
});

test("teams that would hide the grid are not offered", () => {
  expect(watchOf({ ...searchDefaults, agents: [50, 4] })?.points).toEqual([4]);
  expect(watchOf({ ...searchDefaults, agents: [50] })).toBeNull();
});
