// What storage refuses is told once, held, and still saved.
import { expect, test } from "vitest";
import { header, slotAt } from "../../monitor/fixtures/slots.ts";
import { entryLine, headerLine } from "../../monitor/recording/recording.ts";
import type { Kept } from "./monitor-store.ts";
import { RecordingWriter } from "./recording-writer.ts";
import type { RecordingsDb } from "./recordings-db.ts";

/** Storage that holds so many entries. */
function storageFor(most: number): RecordingsDb {
  const lines: string[] = [];
  const read = async () => headerLine(header) + lines.join("");
  return {
    begin: async () => undefined,
    append: async (_, entries) => {
      if (lines.length >= most) throw new DOMException("The quota is full", "QuotaExceededError");
      lines.push(...entries.map(entryLine));
    },
    read,
    list: async () => [],
    remove: async () => undefined,
  };
}

async function written(open: () => Promise<RecordingsDb>) {
  const told: Kept[] = [];
  const writer = new RecordingWriter(open, (kept) => told.push(kept));
  expect(await writer.text()).toBeNull();
  writer.begin(header);
  for (let n = 0; n < 4; n += 1) writer.append({ slot: slotAt(n) });
  await writer.settled();
  return { told, text: await writer.text() };
}

const whole = headerLine(header) + [0, 1, 2, 3].map((n) => entryLine({ slot: slotAt(n) })).join("");

test("A9: every entry is put down, and the recording is read back whole", async () => {
  const storage = storageFor(10);
  expect(await written(async () => storage)).toEqual({ told: [], text: whole });
});

test("A9: storage that is full in the middle is told, and what it did not take can still be saved", async () => {
  const storage = storageFor(2);
  const { told, text } = await written(async () => storage);
  expect(told).toHaveLength(1);
  expect(told[0]?.state === "not-kept" ? told[0].reason : "").toContain("its storage is full");
  expect(text).toBe(whole);
});

test("A9: where nothing can be kept at all, the recording is held", async () => {
  const { told, text } = await written(() => Promise.reject(new Error("denied")));
  expect(told).toHaveLength(1);
  expect(text).toBe(whole);
});
