// The table of a profile sums to the whole, tells waiting from work, and says how each phase was measured.
import fc from "fast-check";
import { expect, test } from "vitest";
import { sampleRecord } from "./fixtures/sample-profile.ts";
import type { ProfileRecord } from "./format-1.ts";
import { bytesRows, exactBytes } from "./profile-bytes.ts";
import { probesSentence, profileSentence } from "./profile-sentence.ts";
import { profileRows, restWarning } from "./profile-table.ts";

const rows = profileRows(sampleRecord);

test("E5: self times sum to the whole of the workers' time, with a row for what is not attributed", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1e4, noNaN: true }), { minLength: 7, maxLength: 7 }), (times) => {
      const phases = sampleRecord.phases.map((phase, at) => ({ ...phase, perOpUs: times[at] ?? 0 }));
      const all = profileRows({ ...sampleRecord, phases, opUs: 500 });
      expect(all.at(-1)?.id).toBe("rest");
      expect(all.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    }),
  );
});

test("E5: more than 5% without an owner is a warning, and so is more than 5% too much", () => {
  const resting = (opUs: number): string | null => restWarning(profileRows({ ...sampleRecord, opUs }));
  expect(restWarning(rows)).toBeNull();
  expect(resting(22)).toContain("11% of the time has no owner");
  expect(resting(18)).toContain("8% more than the whole");
});

test("E5: waiting is told from work", () => {
  expect(rows.filter(({ isWaiting }) => isWaiting).map(({ id }) => id)).toEqual(["wait"]);
});

test("E4: each phase says its method, its batch and what its probe costs", () => {
  const policies = rows.find(({ id }) => id === "infer-policies");
  expect(policies?.method).toBe("repeated in batches of 8 ops or more");
  expect(policies?.probeUs).toBe(0.05);
  expect(rows.find(({ id }) => id === "wait")?.method).toContain("shorter than 10 of its steps: rough");
});

test("E4: what probes change is told with its interval and the pairs it comes from", () => {
  expect(probesSentence(sampleRecord)).toBe(
    "Probes made an op 4.1% slower (3.0% to 5.0%), from 40 pairs of blocks with and without them in turn. The table is of the blocks without.",
  );
});

test("the answer is one sentence with the largest share, and the operation that was asked for", () => {
  expect(profileSentence(sampleRecord, rows)).toBe(
    "Choosing a plan takes 60% of a worker's time: 12 µs of 20 µs. Coordination altogether takes 24%.",
  );
  const agent: ProfileRecord = {
    ...sampleRecord,
    settings: { component: "agent" },
    phases: sampleRecord.phases.slice(0, 4),
    opUs: 15,
  };
  expect(profileSentence(agent, profileRows(agent))).toBe(
    "Choosing a plan takes 80% of an op: 12 µs of 15 µs. Inference altogether takes 93%.",
  );
});

test("a phase of a later version counts to what is not attributed", () => {
  const phases = sampleRecord.phases.map((phase) => (phase.phase === "act" ? { ...phase, phase: "dream" } : phase));
  const all = profileRows({ ...sampleRecord, phases });
  expect(all.at(-1)?.perOpUs).toBeCloseTo(0.5 + 0.6, 9);
});

test("E6: bytes are exact by owner, the published figures stand beside them, and nothing is estimated", () => {
  const bytes = bytesRows(sampleRecord);
  expect(exactBytes(sampleRecord)).toBe(89_760);
  expect(bytes.find(({ id }) => id === "beliefs")?.perAgent).toBe(2_000);
  expect(bytes.map(({ published }) => published)).toEqual([6e6, 12e6, 8e6, 5e6, null, null, 3.5e6]);
  expect(bytes.at(-1)).toMatchObject({ id: "runtime", bytes: null, reason: "It was not asked for." });
  const measured = { state: "measured", workersBytes: 5_089_760, totalBytes: 9_000_000 } as const;
  expect(bytesRows({ ...sampleRecord, processMemory: measured }).at(-1)?.bytes).toBe(5_000_000);
});
