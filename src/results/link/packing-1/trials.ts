// Reads the columnar form of trials in links of version 1 and 2: grouped by kind and agents, each figure a column of numbers. Frozen.
import { BitReader, readWholes, unzigzag } from "../coding/bits.ts";
import { type PlainNumbers, readColumn } from "./columns.ts";
import { type Group, readOrder } from "./order.ts";

/** The trials of a run: coded numbers, numbers kept as they are, and the distinct reasons. */
export interface PackedTrials {
  readonly numbers: string;
  readonly plain: readonly number[];
  readonly reasons: readonly string[];
}

interface Place extends Group {
  readonly repeat: number;
  readonly attempt: number;
  readonly state: (typeof states)[number];
}

const states = ["valid", "invalid", "failed"] as const;
const PLACE_LIMIT = 1_000_000;

/** What the next trial of a group most likely is: a repetition after one that does not count, else the next repeat. */
function expectedPlace(previous: Place | undefined): { repeat: number; attempt: number } {
  if (previous === undefined) return { repeat: 0, attempt: 0 };
  const again = previous.state !== "valid" && previous.attempt < 2;
  return again
    ? { repeat: previous.repeat, attempt: previous.attempt + 1 }
    : { repeat: previous.repeat + 1, attempt: 0 };
}

/** op/s, p50, p95 and p99 of latency and of service time, late ops, then fuse, transport and wait. */
const FIGURE_COLUMNS = 11;

/** Reads kind, agents, repeat, attempt and state of every trial, group by group. */
function readPlaces(reader: BitReader, groups: readonly Group[], sizes: readonly number[], count: number): Place[][] {
  const stateCodes = readWholes(reader, count, states.length);
  const repeats = readWholes(reader, count, PLACE_LIMIT);
  const attempts = readWholes(reader, count, PLACE_LIMIT);
  let at = 0;
  return groups.map(({ kind, agents }, g) => {
    const places: Place[] = [];
    for (let n = 0; n < (sizes[g] ?? 0); n += 1, at += 1) {
      const expected = expectedPlace(places.at(-1));
      places.push({
        kind,
        agents,
        repeat: expected.repeat + unzigzag(repeats[at] ?? 0),
        attempt: expected.attempt + unzigzag(attempts[at] ?? 0),
        state: states[stateCodes[at] ?? 0] ?? "valid",
      });
    }
    return places;
  });
}

function validFields(warmupBlocks: number | undefined, figures: readonly (number | null | undefined)[]): object {
  const [ops, p50, p95, p99, s50, s95, s99, lateOps, fuse, transport, wait] = figures;
  return {
    opsPerSecond: ops,
    latency: { p50Us: p50, p95Us: p95, p99Us: p99 },
    service: s50 === null ? null : { p50Us: s50, p95Us: s95, p99Us: s99 },
    lateOps,
    loss: fuse === null ? null : { fuse, transport, wait },
    warmupBlocks,
  };
}

/** @returns the trials, not yet checked against their schema; null where the packed form is damaged */
export function unpackTrials(packed: PackedTrials): unknown[] | null {
  const reader = new BitReader(packed.numbers);
  const order = readOrder(reader);
  if (order === null) return null;
  const { groups, turns } = order;
  const sizes = groups.map(() => 0);
  for (const index of turns) sizes[index] = (sizes[index] ?? 0) + 1;

  const placeGroups = readPlaces(reader, groups, sizes, turns.length);
  const validCounts = placeGroups.map((group) => group.filter(({ state }) => state === "valid").length);
  const validCount = validCounts.reduce((sum, count) => sum + count, 0);
  const reasons = readWholes(reader, turns.length - validCount, Math.max(1, packed.reasons.length));
  const warmups = readWholes(reader, validCount, PLACE_LIMIT);
  const plain: PlainNumbers = { values: [...packed.plain], next: 0 };
  const columns = Array.from({ length: FIGURE_COLUMNS }, () => readColumn(reader, plain, validCounts).flat());
  if (reader.damaged || !reader.finished || plain.next !== plain.values.length) return null;

  const queues: unknown[][] = [];
  let valid = 0;
  let disturbed = 0;
  for (const group of placeGroups) {
    const queue: unknown[] = [];
    for (const place of group) {
      if (place.state === "valid") {
        const figures = columns.map((column) => column[valid]);
        queue.push({ ...place, ...validFields(warmups[valid], figures) });
        valid += 1;
      } else {
        queue.push({ ...place, reason: packed.reasons[reasons[disturbed] ?? 0] });
        disturbed += 1;
      }
    }
    queues.push(queue);
  }
  const taken = groups.map(() => 0);
  return turns.map((index) => {
    const at = taken[index] ?? 0;
    taken[index] = at + 1;
    return queues[index]?.[at];
  });
}
