// The index of a catalogue, version 2: results of any scenario, their settings by parameter. Frozen: it never changes.
import * as v from "valibot";
import { keptCount, keptEntries, keptListing, keptText } from "./kept-texts.ts";

const SETTINGS_MOST = 20;

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
});

export const catalogueTwoSchema = v.object({
  format: v.literal("headroom-catalogue"),
  version: v.literal(2),
  title: keptText(120),
  results: keptEntries(entrySchema),
});
