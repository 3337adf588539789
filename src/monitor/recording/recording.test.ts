// Recordings come back as they were, also after a crash in mid-line, and what is wrong in them is told.
import fc from "fast-check";
import { expect, test } from "vitest";
import { header, slotAt } from "../fixtures/slots.ts";
import { largestOf } from "../histogram.ts";
import type { Entry } from "../slot.ts";
import { intervalFigure, sinceStart } from "../tile.ts";
import { METRICS } from "../metrics.ts";
import { Watched, watchedUntil } from "./watched.ts";
import { entryLine, headerLine, readRecording } from "./recording.ts";

const entries: readonly Entry[] = [
  { mark: { atMs: 0, kind: "start", text: "10 agents" } },
  { slot: slotAt(0) },
  { slot: slotAt(1, { workerBytes: 4_000_000, pageBytes: 9_000_000, longTasks: 1 }, [100, 2_000]) },
  { mark: { atMs: 4_000, kind: "note", text: "<b>deploy</b>" } },
  { slot: slotAt(2, { ops: 0, failed: 400, latency: [] }) },
  { slot: slotAt(3, { cache: { requests: 400, hits: 88 } }) },
];

function fileOf(all: readonly Entry[]): string {
  return headerLine(header) + all.map(entryLine).join("");
}

test("A7: a recording is read as it was written", () => {
  expect(readRecording(fileOf(entries))).toEqual({ state: "read", recording: { header, entries, remarks: [] } });
});

test("A7: at every slot a replay has the tiles of the live soak", () => {
  const live = new Watched(header);
  const read = readRecording(fileOf(entries));
  if (read.state === "refused") throw new Error(read.message);
  for (const entry of entries) {
    live.take(entry);
    if (!("slot" in entry)) continue;
    const nowMs = entry.slot.atMs + entry.slot.durationMs;
    const replayed = watchedUntil(read.recording.header, read.recording.entries, nowMs);
    for (const id of METRICS) {
      expect(intervalFigure(replayed.history, id, nowMs)).toEqual(intervalFigure(live.history, id, nowMs));
      expect(sinceStart(replayed.history, id)).toBe(sinceStart(live.history, id));
    }
  }
});

test("A7: a file that was cut anywhere gives everything before the cut, and says so", () => {
  const whole = fileOf(entries);
  fc.assert(
    fc.property(fc.integer({ min: headerLine(header).length + 1, max: whole.length - 2 }), (end) => {
      const read = readRecording(whole.slice(0, end));
      if (read.state === "refused") throw new Error(read.message);
      const complete = whole.slice(0, end).split("\n").length - 2;
      expect(read.recording.entries.length).toBeGreaterThanOrEqual(complete);
      if (!whole.slice(0, end).endsWith("\n") && read.recording.entries.length === complete) {
        expect(read.recording.remarks[0]).toContain("The last line was cut");
      }
    }),
  );
});

test("a wrong line is left out alone and named, and lines that go back in time too", () => {
  const bad = ['{"slot":{"atMs":"x"}}', "[]", entryLine({ slot: slotAt(0) }).trim()];
  const read = readRecording(`${fileOf(entries)}${bad.join("\n")}\n`);
  if (read.state === "refused") throw new Error(read.message);
  expect(read.recording.entries).toEqual(entries);
  expect(read.recording.remarks).toEqual([
    "Line 8 was left out: it is no slot and no mark.",
    "Line 9 was left out: it is no slot and no mark.",
    "Line 10 was left out: it is earlier than the line before it.",
  ]);
});

test("what is no recording, a newer one and a wrong field of the first line are refused in words", () => {
  const messageOf = (text: string): string => {
    const read = readRecording(text);
    return read.state === "refused" ? read.message : "";
  };
  expect(messageOf("hello")).toContain('does not say "format": "headroom-recording"');
  expect(messageOf(JSON.stringify({ ...header, version: 3 }))).toContain(
    "version 3, and this Headroom knows versions up to 2",
  );
  expect(messageOf(JSON.stringify({ ...header, basis: { cores: 2 } }))).toContain(
    'wrong field "basis.soloOpsPerSecond"',
  );
});

/** Version 1, as it was first written. It must be read for ever, with the same figures. */
const VERSION_1 = `{"format":"headroom-recording","version":1,"id":"4f0c","startedAt":"2026-11-27T12:00:00.000Z","title":"explorer 5×5, length 1 · 4 agents · 20 op/s each · pool · none","browser":"Chromium 156","rules":"groups:\\n- name: g\\n  rules:\\n  - alert: Late\\n    expr: late_ops_percent > 1\\n","basis":{"soloOpsPerSecond":52000,"cores":1.98}}
{"mark":{"atMs":0,"kind":"start","text":"4 agents"}}
{"slot":{"atMs":3,"durationMs":2001,"agents":4,"lanes":2,"ops":160,"offered":160,"late":3,"failed":0,"busyMs":4.2,"mainThread":0.05,"workerBytes":948000,"latency":[25,90,96,60,233,10]}}
{"rules":""}
{"slot":{"atMs":2006,"durationMs":2000,"agents":4,"lanes":2,"ops":0,"offered":160,"late":0,"failed":160,"busyMs":0,"mainThread":null,"workerBytes":null,"latency":[]}}
{"mark":{"atMs":4006,"kind":"crash","text":"Worker 1 died."}}
`;

test("version 1 is read as ever, with the same figures and alerts", () => {
  const read = readRecording(VERSION_1);
  if (read.state === "refused") throw new Error(read.message);
  const { header: first, entries: all, remarks } = read.recording;
  expect(remarks).toEqual([]);
  const watched = watchedUntil(first, all, Infinity);
  expect(watched.slots).toBe(2);
  expect(first.version).toBe(2);
  expect(sinceStart(watched.history, "errors")).toBe(0.5);
  expect(sinceStart(watched.history, "cache-hits")).toBeNull();
  expect(sinceStart(watched.history, "long-tasks")).toBeNull();
  expect(sinceStart(watched.history, "p95")).toBe(largestOf(233));
  expect(watched.marks.kept.map(({ kind }) => kind)).toEqual(["start", "alert", "crash"]);
  expect(watched.alerts.timeline.entries).toMatchObject([{ rule: "Late", firedAtMs: 2_004, resolvedAtMs: 4_006 }]);
});

/** Version 2, as it was first written. It must be read for ever, with the same figures. */
const VERSION_2 = `{"format":"headroom-recording","version":2,"id":"4f0d","startedAt":"2026-11-27T22:00:00.000Z","title":"explorer 5×5, length 1 · 4 agents · 20 op/s each · pool · none · LRU of 512 entries","browser":"Chromium 156","rules":"","basis":{"soloOpsPerSecond":52000,"cores":1.98}}
{"slot":{"atMs":3,"durationMs":2001,"agents":4,"lanes":2,"ops":160,"offered":160,"late":3,"failed":0,"busyMs":4.2,"mainThread":0.05,"longTasks":2,"workerBytes":948000,"pageBytes":8120000,"cache":{"requests":160,"hits":40},"latency":[25,90,96,60,233,10]}}
{"slot":{"atMs":2006,"durationMs":2000,"agents":4,"lanes":2,"ops":160,"offered":160,"late":0,"failed":0,"busyMs":3.1,"mainThread":null,"longTasks":null,"workerBytes":null,"pageBytes":null,"cache":{"requests":160,"hits":120},"latency":[25,160]}}
`;

test("version 2 is read as ever, with what the page took and what caches found", () => {
  const read = readRecording(VERSION_2);
  if (read.state === "refused") throw new Error(read.message);
  const { header: first, entries: all, remarks } = read.recording;
  expect(remarks).toEqual([]);
  const { history } = watchedUntil(first, all, Infinity);
  expect(sinceStart(history, "cache-hits")).toBe(0.5);
  expect(sinceStart(history, "long-tasks")).toBe(2);
  expect(intervalFigure(history, "cache-hits", 4_006)).toMatchObject({ state: "fresh", value: 0.75 });
  expect(intervalFigure(history, "page-memory", 4_006)).toMatchObject({ state: "fresh", value: 8_120_000 });
});

test("a slot whose cache found more than it was asked for is left out and named", () => {
  const read = readRecording(fileOf([{ slot: slotAt(0, { cache: { requests: 1, hits: 2 } }) }]));
  if (read.state === "refused") throw new Error(read.message);
  expect(read.recording.entries).toEqual([]);
  expect(read.recording.remarks).toEqual(["Line 2 was left out: it is no slot and no mark."]);
});
