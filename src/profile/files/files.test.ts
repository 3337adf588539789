// Exported profiles: what viewers need of them, what they hold, and that they open again as they were.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import fc from "fast-check";
import Papa from "papaparse";
import * as v from "valibot";
import { expect, test } from "vitest";
import { sampleProfile } from "../fixtures/sample-profile.ts";
import { profileRows } from "../profile-table.ts";
import { type Span, SPANS_MOST } from "../spans.ts";
import { chromeTrace } from "./chrome-trace.ts";
import { microseconds, type Profile, profileFileName } from "./exported.ts";
import { flowsOf } from "./flows.ts";
import { drawnSpans, nestingProblem } from "./nesting.ts";
import { profileCsv } from "./profile-csv.ts";
import { readProfile } from "./read-profile.ts";
import { speedscopeFile } from "./speedscope.ts";

const profile = sampleProfile();
const eventSchema = v.looseObject({
  ph: v.string(),
  tid: v.number(),
  name: v.string(),
  ts: v.optional(v.number(), 0),
  dur: v.optional(v.number(), 0),
});

function chromeEvents(of: Profile) {
  return v.parse(v.object({ traceEvents: v.array(eventSchema) }), JSON.parse(chromeTrace(of))).traceEvents;
}

function opened(text: string) {
  const read = readProfile(text);
  return read.state === "read" ? read : expect.fail(read.message);
}

test("E2: the speedscope file holds to speedscope's own schema", () => {
  const path = createRequire(import.meta.url).resolve("speedscope/dist/release/file-format-schema.json");
  const schema = v.parse(v.record(v.string(), v.unknown()), JSON.parse(readFileSync(path, "utf8")));
  const ajv = new Ajv({ strict: false });
  const isValid = ajv.compile({ ...schema, $ref: "#/definitions/FileFormat.File" });
  expect(isValid(JSON.parse(speedscopeFile(profile))), JSON.stringify(isValid.errors)).toBe(true);
  expect(isValid({ profiles: [] })).toBe(false);
});

test("E2: in the Chrome trace spans of a thread are sorted, parents first, nested, and take time", () => {
  const spans = chromeEvents(profile).filter(({ ph }) => ph === "X");
  for (const tid of [1, 2]) {
    const own = spans.filter((span) => span.tid === tid);
    expect(own.length).toBeGreaterThan(10);
    const inNs = own.map(({ ts, dur }) => ({ startNs: Math.round(ts * 1e3), durationNs: Math.round(dur * 1e3) }));
    expect(nestingProblem(inNs)).toBeNull();
    expect(own.every(({ dur }) => dur > 0)).toBe(true);
  }
  expect(spans.some((span) => "args" in span)).toBe(false);
});

test("E2: what ends together ends together in the arithmetic of viewers, which add ts and dur", () => {
  const lengths = fc.array(fc.array(fc.integer({ min: 0, max: 40_000 }), { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(fc.nat(100_000_000), lengths, (offsetNs, ops) => {
      let now = offsetNs;
      const spans = ops.flatMap((phases): Span[] => {
        const durationNs = phases.reduce((sum, one) => sum + one, 0);
        const op: Span = { kind: "op", agent: 0, startNs: now, durationNs };
        const inside = phases.map((lasts): Span => {
          now += lasts;
          return { kind: "act", agent: 0, startNs: now - lasts, durationNs: lasts };
        });
        return [op, ...inside];
      });
      const ends: number[] = [];
      const events = chromeEvents({ record: profile.record, workers: [{ agents: 1, spans }] });
      for (const { ts, dur } of events.filter(({ ph }) => ph === "X")) {
        while ((ends.at(-1) ?? Infinity) <= ts) ends.pop();
        expect(ts + dur).toBeLessThanOrEqual(ends.at(-1) ?? Infinity);
        ends.push(ts + dur);
        expect(ends.length).toBeLessThanOrEqual(2);
      }
    }),
  );
});

test("E2: the phases of an op sum to the op", () => {
  const spans = profile.workers[0]?.spans ?? [];
  const op = spans[0] ?? expect.fail("no op");
  const inside = spans.slice(1, 6);
  expect(inside.reduce((sum, { durationNs }) => sum + durationNs, 0)).toBe(op.durationNs);
});

test("E2: the checker finds what does not nest", () => {
  const at = (startNs: number, durationNs: number) => ({ startNs, durationNs });
  expect(nestingProblem([at(0, 10), at(0, 4), at(4, 6), at(10, 1)])).toBeNull();
  expect(nestingProblem([at(0, 10), at(5, 6)])).toContain("behind the end");
  expect(nestingProblem([at(5, 1), at(4, 1)])).toContain("before the one before");
  expect(nestingProblem([at(0, -1)])).toContain("ends before");
  expect(nestingProblem([at(0.5, 1)])).toContain("whole nanoseconds");
});

test("E1: a thread for each worker, arrows for messages, an instant for a crash, and ops per second", () => {
  const events = chromeEvents(profile);
  const named = events.filter(({ name }) => name === "thread_name");
  expect(named.map(({ tid }) => tid)).toEqual([1, 2]);
  expect(events.filter(({ ph }) => ph === "s")).toHaveLength(flowsOf(profile).length);
  // Two rounds, from each worker to the other.
  expect(flowsOf(profile)).toHaveLength(4);
  expect(events.filter(({ ph }) => ph === "f")).toHaveLength(4);
  expect(events.find(({ ph }) => ph === "i")).toMatchObject({
    name: "Worker 2 threw: it was told to.",
    tid: 2,
    s: "t",
  });
  const counted = events.filter(({ ph }) => ph === "C");
  expect(counted.length).toBe(20);
  expect(counted.every((event) => v.is(v.object({ "op/s": v.number() }), event["args"]))).toBe(true);
});

test("E1: arrows begin inside a span that published and end inside one that read", () => {
  for (const { from, to } of flowsOf(profile)) {
    const inside = (worker: number, atNs: number): readonly string[] =>
      (profile.workers[worker]?.spans ?? [])
        .filter(({ startNs, durationNs }) => startNs <= atNs && atNs < startNs + durationNs)
        .map(({ kind }) => kind);
    expect(inside(from.worker, from.atNs)).toContain("publish");
    expect(inside(to.worker, to.atNs)).toContain("fuse");
  }
  const alone: Profile = { ...profile, record: { ...profile.record, settings: { component: "agent" } } };
  expect(flowsOf(alone)).toEqual([]);
});

test("E1: the CSV has a row for each phase and each owner of bytes", () => {
  const { data } = Papa.parse<Record<string, string>>(profileCsv(profile.record), {
    header: true,
    skipEmptyLines: true,
  });
  expect(data.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["infer policies", "not attributed", "scratch, once a worker"]),
  );
  const shares = data.filter(({ kind }) => kind === "time").map(({ share }) => Number(share));
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
});

test("E3: as many spans as there may be stay under 50 MB in both files, and both say one of how many rounds they hold", () => {
  const PART = 20;
  const spans = Array.from({ length: SPANS_MOST / PART }, (_, at): Span => {
    // Late and long, so that each takes as many digits as any.
    return { kind: "infer-policies", agent: 0, startNs: 99_000_000_001 + at * 123_457, durationNs: 123_457 };
  });
  const large: Profile = { record: profile.record, workers: [{ agents: 4, spans }] };
  expect(PART * chromeTrace(large).length).toBeLessThan(50e6);
  expect(PART * speedscopeFile(large).length).toBeLessThan(50e6);
  expect(chromeTrace(profile)).toContain('"sampling":"1 of 2 rounds"');
  expect(speedscopeFile(profile)).toContain('"every":2');
});

test("E6: the speedscope file has the bytes by owner as a profile in bytes", () => {
  const { profiles } = v.parse(
    v.object({ profiles: v.array(v.looseObject({ unit: v.string() })) }),
    JSON.parse(speedscopeFile(profile)),
  );
  expect(profiles.map(({ unit }) => unit)).toEqual(["microseconds", "microseconds", "bytes"]);
  expect(profiles[2]?.["endValue"]).toBe(89_760);
});

test.each([
  ["Chrome trace", chromeTrace],
  ["speedscope file", speedscopeFile],
])("E7: a %s opens again to the same table and the same spans", (_, write) => {
  const { profile: again, remarks } = opened(write(profile));
  expect(remarks).toEqual([]);
  expect(again.record).toEqual(profile.record);
  expect(profileRows(again.record)).toEqual(profileRows(profile.record));
  const kept = profile.workers.map(({ spans }) => drawnSpans(spans).map((span) => ({ ...span, agent: null })));
  expect(again.workers.map(({ spans }) => spans)).toEqual(kept);
});

test.each([
  ["no JSON", "op,ms", "no JSON"],
  ["a Chrome trace of another program", '{"traceEvents":[{"ph":"X"}]}', "Chrome trace of another program"],
  ["a bare list of events", "[]", "list of trace events"],
  [
    "a speedscope file of another program",
    '{"$schema":"x","shared":{"frames":[]},"profiles":[]}',
    "speedscope file of another program",
  ],
  ["anything else", '{"hello":1}', "neither"],
  [
    "a later version",
    '{"traceEvents":[],"metadata":{"headroom":{"format":"headroom-profile","version":2}}}',
    "version 2",
  ],
])("E7: %s is refused with the reason", (_, text, reason) => {
  const read = readProfile(text);
  expect(read).toMatchObject({ state: "refused" });
  expect(read.state === "refused" && read.message).toContain(reason);
});

test.each(["profile-1.trace.json", "profile-1.speedscope.json"])(
  "E7: %s, kept from version 1, opens as it always did",
  (name) => {
    const { profile: kept, remarks } = opened(readFileSync(new URL(`../fixtures/${name}`, import.meta.url), "utf8"));
    expect(remarks).toEqual([]);
    expect(kept.record.opUs).toBe(20);
    expect(profileRows(kept.record).map(({ label }) => label)).toContain("infer policies");
    expect(kept.workers.map(({ spans }) => spans.length)).toEqual([26, 26]);
  },
);

test("E7: a wrong field is named, and spans that cannot be read are left out and counted", () => {
  const broken = { ...profile.record, opUs: 0 };
  const read = readProfile(chromeTrace({ ...profile, record: broken }));
  expect(read.state === "refused" && read.message).toContain("Its opUs is wrong");
  const text = chromeTrace(profile).replace('"name":"fuse"', '"name":"dream"');
  expect(opened(text).remarks).toEqual(["1 span could not be read and are left out."]);
});

test("E7: cut and changed files never throw", () => {
  const whole = [chromeTrace(profile), speedscopeFile(profile)];
  fc.assert(
    fc.property(fc.constantFrom(...whole), fc.nat(), fc.string({ maxLength: 3 }), (text, at, put) => {
      const place = at % text.length;
      const read = readProfile(text.slice(0, place) + put + text.slice(place + put.length));
      expect(["read", "refused"]).toContain(read.state);
    }),
    { numRuns: 300 },
  );
});

test("whole nanoseconds are written exactly, and a file is named by component and time", () => {
  expect([0, 5, 1_000, 1_050, 12_345_678].map(microseconds)).toEqual(["0", "0.005", "1", "1.05", "12345.678"]);
  expect(profileFileName(profile.record)).toBe("headroom-profile-coordination-2026-11-27T10-00-00");
});
