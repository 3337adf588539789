// Version 2 of recordings: slots say what the page itself took, and what caches found. Frozen: it never changes.
import * as v from "valibot";
import { count, headerFields, markEntry, rulesEntry, slotFields } from "./version-1.ts";

export const headerSchema2 = v.object({ ...headerFields, version: v.literal(2) });

const cacheSchema = v.pipe(
  v.object({ requests: count, hits: count }),
  v.check(({ requests, hits }) => hits <= requests, "a cache cannot find more than it was asked for"),
);

export const entrySchema2 = v.union([
  v.strictObject({
    slot: v.object({
      ...slotFields,
      longTasks: v.nullable(count),
      pageBytes: v.nullable(count),
      cache: v.nullable(cacheSchema),
    }),
  }),
  markEntry,
  rulesEntry,
]);
