// Rounds without waiting: what others wrote last is read, nobody is waited for, and each lane ends by itself.
import { expect, test } from "vitest";
import { createAsynchronousRoundLink } from "./asynchronous-round-link.ts";
import { sharedRoundBytes } from "./shared-round-link.ts";

test("a lane reads what another wrote last, without its being there, and counts its own bytes", () => {
  const buffer = new SharedArrayBuffer(sharedRoundBytes(2, 3, 2));
  const [one, other] = [createAsynchronousRoundLink(buffer, 2, 24), createAsynchronousRoundLink(buffer, 2, 24)];
  one.messages.set([1, 2, 3], 0);
  expect(one.exchange()).toBeUndefined();
  expect([...other.messages.subarray(0, 3)]).toEqual([1, 2, 3]);
  expect(one.exchange()).toBeUndefined();
  expect([one.takeCarriedBytes(), one.takeCarriedBytes(), other.takeCarriedBytes()]).toEqual([48, 0, 0]);
});

test("each lane ends by its own word, and is not ended by another's", () => {
  const buffer = new SharedArrayBuffer(sharedRoundBytes(2, 1, 2));
  const [one, other] = [createAsynchronousRoundLink(buffer, 2, 8), createAsynchronousRoundLink(buffer, 2, 8)];
  expect(one.finish(true)).toBeUndefined();
  expect(other.finish(false)).toBeUndefined();
  expect([one.isLast, other.isLast]).toEqual([true, false]);
  expect(one.finish(false)).toBeUndefined();
  expect(one.isLast).toBe(false);
});
