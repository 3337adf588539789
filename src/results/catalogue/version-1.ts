// The index of a catalogue, version 1: results of one scenario, four of their settings by name. Frozen: it never changes.
import * as v from "valibot";
import { keptCount, keptEntries, keptListing, keptText } from "./kept-texts.ts";

const entrySchema = v.object({
  ...keptListing,
  workload: keptText(60),
  placement: keptText(60),
  topology: keptText(60),
  pacing: keptText(60),
  agents: v.pipe(v.array(keptCount(100_000)), v.maxLength(64)),
  trials: keptCount(6_000),
});

export const catalogueOneSchema = v.object({
  format: v.literal("headroom-catalogue"),
  version: v.literal(1),
  title: keptText(120),
  results: keptEntries(entrySchema),
});
