// The interval of C in words; one that says nothing is called so.
import { formatMeasured } from "../words/format.ts";
import type { Environment } from "./format/result.ts";

/** An interval whose ends are further apart than this says nothing of C. */
const RANGE_MOST = 4;

/** @returns "1.9 to 2.1", or null where its windows differ too much for an interval */
export function capacityRange({ low, high }: Environment["parallelCapacity"]): string | null {
  return high > RANGE_MOST * low ? null : `${formatMeasured(low)} to ${formatMeasured(high)}`;
}
