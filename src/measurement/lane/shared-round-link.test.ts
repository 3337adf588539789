// The shared buffer of a round with one lane; several lanes meet in the browser test, where each has a thread.
import { expect, test } from "vitest";
import { createSharedRoundLink, sharedRoundBytes } from "./shared-round-link.ts";

function linkAlone() {
  const buffer = new SharedArrayBuffer(sharedRoundBytes(3, 4, 1));
  return createSharedRoundLink({ buffer, lanes: 1, lane: 0, rowsBytes: 96, spins: 0 });
}

test("the buffer holds a row for each agent behind the barrier's cache lines", () => {
  expect(sharedRoundBytes(3, 4, 1)).toBe(2 * 64 + 3 * 4 * 8);
  expect(sharedRoundBytes(3, 4, 17)).toBe(3 * 64 + 3 * 4 * 8);
  expect(linkAlone().messages).toHaveLength(12);
});

test("one lane never waits for itself, round after round", () => {
  const link = linkAlone();
  for (let round = 0; round < 5; round += 1) {
    expect(link.exchange()).toBeUndefined();
    expect(link.finish(false)).toBeUndefined();
    expect(link.isLast).toBe(false);
  }
});

test("a round carries the own rows once, whoever reads them", () => {
  const link = linkAlone();
  expect(link.takeCarriedBytes()).toBe(0);
  void link.exchange();
  void link.exchange();
  expect(link.takeCarriedBytes()).toBe(2 * 96);
  expect(link.takeCarriedBytes()).toBe(0);
});

test("the last round is known after it has finished", () => {
  const link = linkAlone();
  expect(link.isLast).toBe(false);
  void link.finish(true);
  expect(link.isLast).toBe(true);
  void link.finish(false);
  expect(link.isLast).toBe(false);
});

test("only lane 0 says which round is the last", () => {
  const buffer = new SharedArrayBuffer(sharedRoundBytes(1, 1, 1));
  const other = createSharedRoundLink({ buffer, lanes: 1, lane: 1, rowsBytes: 8, spins: 4 });
  void other.finish(true);
  expect(other.isLast).toBe(false);
});

test("rows written through one lane are read through another, at no transport time", () => {
  const buffer = new SharedArrayBuffer(sharedRoundBytes(2, 2, 2));
  const one = createSharedRoundLink({ buffer, lanes: 2, lane: 0, rowsBytes: 16, spins: 0 });
  const two = createSharedRoundLink({ buffer, lanes: 2, lane: 1, rowsBytes: 16, spins: 0 });
  one.messages.set([0.5, 0.5], 0);
  two.messages.set([0.2, 0.8], 2);
  expect([...one.messages]).toEqual([0.5, 0.5, 0.2, 0.8]);
  expect([...two.messages]).toEqual([...one.messages]);
  expect(one.takeTransportMs()).toBe(0);
});
