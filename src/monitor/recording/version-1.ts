// Version 1 of recordings. Frozen: it never changes, and is read for ever.
import * as v from "valibot";
import { BUCKETS } from "../histogram.ts";
import { MARK_KINDS } from "../slot.ts";

export const RECORDING_FORMAT = "headroom-recording";

const TEXT_MOST = 500;
const RULES_MOST = 100_000;

export const count = v.pipe(v.number(), v.finite(), v.minValue(0));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const shortText = v.pipe(v.string(), v.maxLength(TEXT_MOST));
const rulesText = v.pipe(v.string(), v.maxLength(RULES_MOST));

const latencySchema = v.pipe(
  v.array(v.pipe(v.number(), v.integer(), v.minValue(0))),
  v.maxLength(2 * BUCKETS),
  v.check(
    (sparse) =>
      sparse.length % 2 === 0 &&
      sparse.every((value, at) => at % 2 === 1 || (value < BUCKETS && (at === 0 || value > (sparse[at - 2] ?? 0)))),
    "latency must be ascending buckets with their counts",
  ),
);

export const headerFields = {
  format: v.literal(RECORDING_FORMAT),
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  startedAt: v.pipe(v.string(), v.isoTimestamp()),
  /** What ran, in a line. */
  title: shortText,
  browser: shortText,
  /** Alert rules in force at the start, as text. */
  rules: rulesText,
  basis: v.object({ soloOpsPerSecond: count, cores: count }),
};

export const slotFields = {
  atMs: count,
  durationMs: count,
  agents: count,
  lanes: count,
  ops: count,
  offered: v.nullable(count),
  late: count,
  failed: count,
  busyMs: count,
  mainThread: v.nullable(share),
  workerBytes: v.nullable(count),
  latency: latencySchema,
};

export const markEntry = v.strictObject({
  mark: v.object({ atMs: count, kind: v.picklist(MARK_KINDS), text: shortText }),
});

export const rulesEntry = v.strictObject({ rules: rulesText });

export const headerSchema1 = v.object({ ...headerFields, version: v.literal(1) });

/** A slot becomes one of today: what was not measured then is not known. */
const slotSchema = v.pipe(
  v.object(slotFields),
  v.transform((slot) => ({ ...slot, longTasks: null, pageBytes: null, cache: null })),
);

export const entrySchema1 = v.union([v.strictObject({ slot: slotSchema }), markEntry, rulesEntry]);
