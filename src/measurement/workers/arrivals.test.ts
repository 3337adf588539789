// Arrivals of a round: complete whatever the order, and a lane that sends nothing is missed by its number.
import { expect, test } from "vitest";
import { Arrivals } from "./arrivals.ts";

test("a round is complete when each lane has sent, in any order, before or after it is waited for", async () => {
  const arrivals = new Arrivals([1, 4], 5_000);
  arrivals.arriveFrom(4);
  const first = arrivals.all(1);
  expect(first).toBeInstanceOf(Promise);
  arrivals.arriveFrom(1);
  await first;
  arrivals.arriveFrom(1);
  arrivals.arriveFrom(4);
  expect(arrivals.all(2)).toBeUndefined();
});

test("who waits for nobody goes on at once", () => {
  expect(new Arrivals([], 1).all(1)).toBeUndefined();
});

test("G7: lanes that send nothing are missed within the bound, and those that sent are not named", async () => {
  const arrivals = new Arrivals([0, 2, 5], 20);
  arrivals.arriveFrom(2);
  await expect(arrivals.all(1)).rejects.toThrow("Workers 1, 6 did not arrive within 0.0 s.");
});

test("rounds that go on are watched on, and the one that hangs is told", async () => {
  const arrivals = new Arrivals([3], 20);
  const first = arrivals.all(1);
  arrivals.arriveFrom(3);
  await first;
  await expect(arrivals.all(2)).rejects.toThrow("Worker 4 did not arrive");
});
