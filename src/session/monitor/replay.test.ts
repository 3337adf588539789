// A replay stands where one seeks, plays at a multiple, and takes a second recording under it.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { header, slotAt } from "../../monitor/fixtures/slots.ts";
import { entryLine, headerLine } from "../../monitor/recording/recording.ts";
import { useMonitor } from "./monitor-store.ts";
import { layOver, openReplayText, play, seek } from "./replay.ts";

const text = headerLine(header) + Array.from({ length: 30 }, (_, n) => entryLine({ slot: slotAt(n) })).join("");

function replayed() {
  const { monitor } = useMonitor.getState();
  if (monitor.state !== "replay") throw new Error("A recording is open.");
  return monitor;
}

beforeEach(() => {
  vi.useFakeTimers();
  openReplayText(text);
});

afterEach(() => {
  play(0);
  vi.useRealTimers();
});

test("it opens at its end, and seeking shows what was known then", () => {
  expect(replayed()).toMatchObject({ atMs: 60_000, endMs: 60_000, speed: 0 });
  seek(10_500);
  expect(replayed().watched.slots).toBe(5);
  seek(-5);
  expect(replayed().atMs).toBe(0);
});

test("A7: it plays at 1, 10 and 100 times, and stands still at its end", () => {
  for (const speed of [1, 10, 100]) {
    seek(0);
    play(speed);
    vi.advanceTimersByTime(500);
    expect(replayed().atMs).toBe(500 * speed);
    expect(replayed().watched.slots).toBe(Math.floor((500 * speed) / 2_000));
  }
  vi.advanceTimersByTime(1_000);
  expect(replayed()).toMatchObject({ atMs: 60_000, speed: 0 });
  play(100);
  vi.advanceTimersByTime(250);
  expect(replayed().atMs).toBe(25_000);
});

test("A7: another recording is laid over it, and what is none is refused in words", () => {
  expect(layOver("hello")).toContain("This is no recording of the Monitor");
  expect(layOver(text)).toBeNull();
  expect(replayed().other?.slots).toBe(30);
});
