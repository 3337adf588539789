// Owns the columnar form of a run's trials in a link: grouped by kind and agents, each figure a column of numbers.
import type { Trial, ValidTrial } from "../../measurement/run/trial.ts";
import { BitReader, BitWriter, readWholes, unzigzag, writeWholes, zigzag } from "./bits.ts";
import { type PlainNumbers, readColumn, writeColumn } from "./columns.ts";
import { type Group, groupKey, readOrder, writeOrder } from "./order.ts";

/** The trials of a run: coded numbers, numbers kept as they are, and the distinct reasons. */
export interface PackedTrials {
  readonly numbers: string;
  readonly plain: readonly number[];
  readonly reasons: readonly string[];
}

type Place = Pick<Trial, "kind" | "agents" | "repeat" | "attempt" | "state">;

/** The order of this list is part of the link format: add at the end only. */
const states = ["valid", "invalid", "failed"] as const satisfies readonly Trial["state"][];
const PLACE_LIMIT = 1_000_000;

/** What the next trial of a group most likely is: a repetition after one that does not count, else the next repeat. */
function expectedPlace(previous: Place | undefined): { repeat: number; attempt: number } {
  if (previous === undefined) return { repeat: 0, attempt: 0 };
  const again = previous.state !== "valid" && previous.attempt < 2;
  return again
    ? { repeat: previous.repeat, attempt: previous.attempt + 1 }
    : { repeat: previous.repeat + 1, attempt: 0 };
}

/** Every figure of a valid trial, in the order in which the columns are written. */
const figureColumns: readonly ((trial: ValidTrial) => number | null)[] = [
  (trial) => trial.opsPerSecond,
  (trial) => trial.latency.p50Us,
  (trial) => trial.latency.p95Us,
  (trial) => trial.latency.p99Us,
  (trial) => trial.service?.p50Us ?? null,
  (trial) => trial.service?.p95Us ?? null,
  (trial) => trial.service?.p99Us ?? null,
  (trial) => trial.lateOps,
  (trial) => trial.loss?.fuse ?? null,
  (trial) => trial.loss?.transport ?? null,
  (trial) => trial.loss?.wait ?? null,
];

function isValid(trial: Trial): trial is ValidTrial {
  return trial.state === "valid";
}

/** Packs trials exactly, in their order. */
export function packTrials(trials: readonly Trial[]): PackedTrials {
  const writer = new BitWriter();
  const byKey = new Map<string, Trial[]>();
  for (const group of writeOrder(writer, trials)) byKey.set(groupKey(group), []);
  for (const trial of trials) byKey.get(groupKey(trial))?.push(trial);
  const groups = [...byKey.values()];
  const flat = groups.flat();
  const write = (values: readonly number[]) => {
    writeWholes(writer, values);
  };

  write(flat.map(({ state }) => states.indexOf(state)));
  const expected = groups.flatMap((group) => group.map((_, n) => expectedPlace(group[n - 1])));
  write(flat.map(({ repeat }, n) => zigzag(repeat - (expected[n]?.repeat ?? 0))));
  write(flat.map(({ attempt }, n) => zigzag(attempt - (expected[n]?.attempt ?? 0))));
  const disturbed = flat.flatMap((trial) => (isValid(trial) ? [] : [trial.reason]));
  const reasons = [...new Set(disturbed)];
  write(disturbed.map((reason) => reasons.indexOf(reason)));
  write(flat.filter(isValid).map(({ warmupBlocks }) => warmupBlocks));
  const plain: number[] = [];
  const validGroups = groups.map((group) => group.filter(isValid));
  for (const column of figureColumns) {
    const figures = validGroups.map((group) => group.map(column));
    writeColumn(writer, plain, figures);
  }
  return { numbers: writer.text(), plain, reasons };
}

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
  const columns = figureColumns.map(() => readColumn(reader, plain, validCounts).flat());
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
