// A limited wait: an answer in time, one that comes late, and one that fails.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LATE, within } from "./within.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function after<Value>(ms: number, value: Value): Promise<Value> {
  return new Promise((resolve) => setTimeout(() => resolve(value), ms));
}

test("an answer in time is the answer, and no timer is left", async () => {
  const waiting = within(after(90, "here"), 100);
  await vi.advanceTimersByTimeAsync(90);
  expect(await waiting).toBe("here");
  expect(vi.getTimerCount()).toBe(0);
});

test("what has not answered by then is late", async () => {
  const waiting = within(after(110, "here"), 100);
  await vi.advanceTimersByTimeAsync(100);
  expect(await waiting).toBe(LATE);
});

test("what fails in time fails", async () => {
  await expect(within(Promise.reject(new Error("no")), 100)).rejects.toThrow("no");
  expect(vi.getTimerCount()).toBe(0);
});
