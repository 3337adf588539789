// The index of a catalogue, version 3: as version 2, and what each result found. Frozen: it never changes.
import * as v from "valibot";
import { keptCount, keptEntries, keptListing, keptText } from "./kept-texts.ts";

const SETTINGS_MOST = 20;
const FINDINGS_MOST = 4_000;

const entrySchema = v.object({
  ...keptListing,
  scenario: keptText(40),
  description: keptText(300),
  settings: v.pipe(
    v.record(keptText(40), keptText(60)),
    v.check(
      (settings) => Object.keys(settings).length <= SETTINGS_MOST,
      `an entry has at most ${SETTINGS_MOST} settings.`,
    ),
  ),
  points: v.pipe(v.array(v.pipe(v.number(), v.minValue(0), v.maxValue(1e9))), v.maxLength(64)),
  samples: keptCount(6_000),
  /** As findings are written; null where they are not known. */
  findings: v.nullable(v.pipe(v.string(), v.maxLength(FINDINGS_MOST))),
});

export const catalogueThreeSchema = v.object({
  format: v.literal("headroom-catalogue"),
  version: v.literal(3),
  title: keptText(120),
  results: keptEntries(entrySchema),
});
