// The barrier with one lane on this thread: what it waits for, how long at most, and whom it misses. Lanes that meet have threads of their own.
import { expect, test } from "vitest";
import { barrierBytes, createBarrier, missedWords, waitMostMs } from "./barrier.ts";

const bounds = { spins: 0, waitMostMs: 20 };

function bufferFor(lanes: number): SharedArrayBuffer {
  return new SharedArrayBuffer(barrierBytes(lanes));
}

test("one lane never waits for itself, generation after generation", () => {
  const meet = createBarrier({ buffer: bufferFor(1), lanes: 1, lane: 0, ...bounds });
  for (let round = 0; round < 1_000; round += 1) meet();
});

test("G7: a lane that does not come is missed by its number within the bound, whether the wait spins or sleeps", () => {
  for (const spins of [0, 100]) {
    const meet = createBarrier({ buffer: bufferFor(2), lanes: 2, lane: 0, spins, waitMostMs: 20 });
    expect(meet).toThrow("Worker 2 did not arrive within 0.0 s. The round cannot go on without it.");
  }
});

test("only those are missed that have not come", () => {
  const buffer = bufferFor(4);
  const meets = [0, 1, 2].map((lane) => createBarrier({ buffer, lanes: 4, lane, ...bounds }));
  expect(meets[1]).toThrow("Workers 1, 3, 4 did not arrive");
  expect(meets[0]).toThrow("Workers 3, 4 did not arrive");
  expect(meets[2]).toThrow("Worker 4 did not arrive");
});

test("the last lane to come opens the next generation, and leaves nobody behind", () => {
  const buffer = bufferFor(2);
  const [one, two] = [0, 1].map((lane) => createBarrier({ buffer, lanes: 2, lane, ...bounds }));
  expect(one).toThrow("Worker 2");
  // The first is counted, though it gave up: the second completes the round.
  expect(two).not.toThrow();
  expect(two).toThrow("Worker 1 did not arrive");
});

test("many that are missed are counted, and more lanes are waited for longer", () => {
  expect(missedWords([1, 3, 5, 7, 9], 3_100)).toBe(
    "Workers 2, 4, 6 and 2 more did not arrive within 3.1 s. The round cannot go on without them.",
  );
  expect(waitMostMs(400)).toBeGreaterThan(waitMostMs(2));
});

test("arrivals of any number of lanes have whole cache lines", () => {
  expect([1, 16, 17, 400].map(barrierBytes)).toEqual([128, 128, 192, 64 + 1_600]);
});
