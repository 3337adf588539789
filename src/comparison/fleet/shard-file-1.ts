// Version 1 of the file that one machine of a fleet leaves. Frozen: it imports no live form and never changes.
import * as v from "valibot";

const name = v.pipe(v.string(), v.maxLength(253));
const count = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** The result has a format of its own, with its version: it is read by that. */
export const shardFileOneSchema = v.pipe(
  v.object({
    format: v.literal("headroom-shard"),
    version: v.literal(1),
    mode: v.picklist(["split", "replicate"]),
    machines: count(1, 200),
    index: count(0, 199),
    attempt: count(1, 1_000),
    pod: v.nullable(name),
    node: v.nullable(name),
    /** Every point of the run, of which a machine of a split has some. */
    points: v.pipe(v.array(v.number()), v.maxLength(64)),
    result: v.unknown(),
  }),
  v.check(({ index, machines }) => index < machines, "The index must be below the number of machines."),
);
