// Turns what version 2 of the library listed of a result into an entry of version 3, whose findings are worked out later. Frozen.
import * as v from "valibot";

const text = v.fallback(v.string(), "");
const count = v.fallback(v.number(), 0);

/** The app wrote these entries itself: what is missing is empty, so that no entry is lost. */
const entryTwoSchema = v.object({
  name: text,
  tags: v.fallback(v.array(v.string()), []),
  pinned: v.fallback(v.boolean(), false),
  savedAt: text,
  ending: v.fallback(v.picklist(["finished", "stopped", "interrupted", "imported"]), "finished"),
  id: v.string(),
  createdAt: text,
  scenario: text,
  description: text,
  settings: v.fallback(v.record(v.string(), v.string()), {}),
  browser: text,
  platform: text,
  points: v.fallback(v.array(v.number()), []),
  samples: count,
  bytes: count,
});

/** What version 2 listed. */
export type EntryTwo = Readonly<Omit<v.InferOutput<typeof entryTwoSchema>, "points">> & {
  readonly points: readonly number[];
};

/** What version 3 lists of a result that was kept before: nothing of what it found, yet. */
export type UpgradedEntry = EntryTwo & { readonly findings: null };

/** @param stored an entry of version 2 as the database holds it @returns the entry of version 3; null where it is none */
export function upgradeEntryTwo(stored: unknown): UpgradedEntry | null {
  const parsed = v.safeParse(entryTwoSchema, stored);
  return parsed.success ? { ...parsed.output, findings: null } : null;
}
