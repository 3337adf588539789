// A late write never takes a person back to the page they left, and what they edited there is not lost.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { lateWriter } from "./late-writer.ts";
import type { SearchText } from "./search-text.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function pageAddress() {
  const seen = {
    here: true,
    written: new Array<SearchText>(),
    remembered: new Array<SearchText>(),
    isHere: () => seen.here,
    write: (search: SearchText) => void seen.written.push(search),
    remember: (search: SearchText) => void seen.remembered.push(search),
  };
  return seen;
}

test("the newest of several changes is written once, a moment after the last", () => {
  const page = pageAddress();
  const writer = lateWriter(page, 200);
  for (const agents of ["1", "2", "3"]) {
    writer.put(() => ({ agents }));
    vi.advanceTimersByTime(150);
  }
  expect(page.written).toEqual([]);
  vi.advanceTimersByTime(50);
  expect(page.written).toEqual([{ agents: "3" }]);
  expect(page.remembered).toEqual([{ agents: "3" }]);
});

test("what is due after somebody left is remembered, and not written", () => {
  const page = pageAddress();
  lateWriter(page, 200).put(() => ({ agents: "25" }));
  page.here = false;
  vi.advanceTimersByTime(1_000);
  expect(page.written).toEqual([]);
  expect(page.remembered).toEqual([{ agents: "25" }]);
});

test("a flush writes at once and only once, and nothing where nothing changed", () => {
  const page = pageAddress();
  const writer = lateWriter(page, 200);
  writer.flush();
  expect(page.remembered).toEqual([]);
  writer.put(() => ({ agents: "25" }));
  writer.flush();
  expect(page.written).toEqual([{ agents: "25" }]);
  vi.advanceTimersByTime(1_000);
  expect(page.written).toHaveLength(1);
});

test("a dropped change is neither written nor remembered", () => {
  const page = pageAddress();
  const writer = lateWriter(page, 200);
  writer.put(() => ({ agents: "25" }));
  writer.drop();
  vi.advanceTimersByTime(1_000);
  writer.flush();
  expect(page.written).toEqual([]);
  expect(page.remembered).toEqual([]);
});
