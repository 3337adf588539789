// Recordings in the browser's database: lines in their order, the newest recording, and old ones that go.
import { expect, test } from "vitest";
import { header, slotAt } from "../../monitor/fixtures/slots.ts";
import { entryLine, headerLine } from "../../monitor/recording/recording.ts";
import { openRecordings, RECORDINGS_MOST } from "./recordings-db.ts";

test("A9: lines come back in their order, also from a database that is opened again", async () => {
  const name = `soaks-${crypto.randomUUID()}`;
  const first = await openRecordings(name);
  expect(await first.list()).toEqual([]);
  await first.begin(header);
  await first.append(header.id, [{ slot: slotAt(0) }, { slot: slotAt(1) }]);
  const again = await openRecordings(name);
  const text = headerLine(header) + [0, 1].map((n) => entryLine({ slot: slotAt(n) })).join("");
  expect(await again.read(header.id)).toBe(text);
  const { id, startedAt, title } = header;
  expect(await again.list()).toEqual([{ id, startedAt, title, lastsMs: 4_000 }]);
  expect(await again.read("another")).toBeNull();
});

test("only the newest recordings stay, with their own lines", async () => {
  const db = await openRecordings(`soaks-${crypto.randomUUID()}`);
  const headers = Array.from({ length: RECORDINGS_MOST + 1 }, (_, n) => ({
    ...header,
    id: `soak-${n}`,
    startedAt: `2026-11-2${n}T08:00:00.000Z`,
  }));
  for (const [n, one] of headers.entries()) {
    await db.begin(one);
    await db.append(one.id, [{ slot: slotAt(n) }]);
  }
  expect(await db.read("soak-0")).toBeNull();
  expect(await db.read("soak-1")).toContain('"atMs":2000');
  const ids = async () => (await db.list()).map(({ id }) => id);
  expect(await ids()).toEqual(["soak-3", "soak-2", "soak-1"]);
  await db.remove("soak-2");
  expect(await ids()).toEqual(["soak-3", "soak-1"]);
  expect(await db.read("soak-2")).toBeNull();
  // Another tab still writes the one that was removed: its lines go with the next recording.
  await db.append("soak-2", [{ slot: slotAt(9) }]);
  await db.begin({ ...header, id: "soak-5", startedAt: "2026-11-25T08:00:00.000Z" });
  await db.begin({ ...header, id: "soak-2", startedAt: "2026-11-26T08:00:00.000Z" });
  expect(await db.read("soak-2")).not.toContain('"slot"');
});
