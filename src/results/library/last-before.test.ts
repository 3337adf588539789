// Which kept run a new one is compared with.
import { expect, test } from "vitest";
import type { LibraryEntry } from "./entry.ts";
import { lastBefore } from "./last-before.ts";

function entry(id: string, createdAt: string, more: Partial<LibraryEntry> = {}): LibraryEntry {
  return {
    id,
    createdAt,
    scenario: "scaling",
    description: "explorer 5×5",
    settings: {},
    browser: "Chromium",
    platform: "Linux",
    points: [1],
    samples: 3,
    bytes: 100,
    findings: null,
    name: id,
    tags: [],
    pinned: false,
    savedAt: createdAt,
    ending: "finished",
    ...more,
  };
}

const now = entry("now", "2026-11-26T13:00:00Z");

test("the newest earlier run of the same settings, whatever the order of the list", () => {
  const older = entry("older", "2026-11-24T13:00:00Z");
  const last = entry("last", "2026-11-25T13:00:00Z");
  const later = entry("later", "2026-11-27T13:00:00Z");
  expect(lastBefore("now", [later, last, now, older])?.id).toBe("last");
});

test("none of other settings, of another scenario, or where the run itself is not kept", () => {
  const other = entry("other", "2026-11-25T13:00:00Z", { description: "explorer 10×10" });
  const single = entry("single", "2026-11-25T13:00:00Z", { scenario: "single-agent" });
  expect(lastBefore("now", [now, other, single])).toBeNull();
  expect(lastBefore("gone", [now, other])).toBeNull();
});
