// Owns the columnar form of a run's trials in a link: grouped by kind and agents, each figure a column of numbers.
import type { Percentiles, Trial, ValidTrial } from "../measurement/trial.ts";
import { type PlainNumbers, readColumn, writeColumn } from "./link-columns.ts";
import { BitReader, BitWriter, readWholes, unzigzag, writeWholes, zigzag } from "./link-bits.ts";
import { TRIALS_MOST } from "./schema.ts";

/** The trials of a run: coded numbers, numbers kept as they are, and the distinct reasons. */
export interface PackedTrials {
  readonly numbers: string;
  readonly plain: readonly number[];
  readonly reasons: readonly string[];
}

type Place = Pick<Trial, "kind" | "agents" | "repeat" | "attempt" | "state">;
type Group = Pick<Trial, "kind" | "agents">;

/** The order of these lists is part of the link format: add at the end only. */
const kinds = ["row", "control", "solo"] as const satisfies readonly Trial["kind"][];
const states = ["valid", "invalid", "failed"] as const satisfies readonly Trial["state"][];

const AGENTS_LIMIT = 1_000_000;
const PLACE_LIMIT = 1_000_000;

function groupKey({ kind, agents }: Group): string {
  return `${kind} ${agents}`;
}

/** Whether a row's control comes right after it, as lock-step runs measure it. */
function isFollowedByItsControl(trial: Group, next: Group | undefined): boolean {
  return trial.kind === "row" && next?.kind === "control" && next.agents === trial.agents;
}

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

/** Which of the groups comes next, counted from the one that was longest ago: small where blocks are shuffled. */
class LongestAgoFirst {
  private readonly groups: number[];

  constructor(groupCount: number) {
    this.groups = Array.from({ length: groupCount }, (_, group) => group);
  }

  rankOf(group: number): number {
    return this.groups.indexOf(group);
  }

  take(rank: number): number {
    const group = this.groups[rank] ?? 0;
    this.groups.splice(rank, 1);
    this.groups.push(group);
    return group;
  }
}

function grouped(trials: readonly Trial[]): Map<string, Trial[]> {
  const groups = new Map<string, Trial[]>();
  for (const trial of trials) {
    const key = groupKey(trial);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [trial]);
    else group.push(trial);
  }
  return groups;
}

/** Packs trials exactly. Groups stand in the order of their first trial, those that are only ever controls after a row last. */
export function packTrials(trials: readonly Trial[]): PackedTrials {
  const writer = new BitWriter();
  const plain: number[] = [];
  const followed = trials.map((trial, n) => isFollowedByItsControl(trial, trials[n + 1]));
  const leading = trials.filter((_, n) => followed[n - 1] !== true);
  const leaders = grouped(leading).keys();
  const byKey = grouped(trials);
  const keys = [...new Set([...leaders, ...byKey.keys()])];
  const groups = keys.map((key) => byKey.get(key) ?? []);
  const flat = groups.flat();
  const heads = groups.flatMap((group) => group.slice(0, 1));
  const leaderCount = grouped(leading).size;

  writeWholes(writer, [trials.length, leading.length, groups.length, leaderCount]);
  const write = (values: readonly number[]) => {
    writeWholes(writer, values);
  };
  write(heads.map(({ kind }) => kinds.indexOf(kind)));
  write(heads.map(({ agents }) => agents));
  const turns = new LongestAgoFirst(leaderCount);
  write(
    leading.map((trial) => {
      const rank = turns.rankOf(keys.indexOf(groupKey(trial)));
      turns.take(rank);
      return rank;
    }),
  );
  write(trials.flatMap(({ kind }, n) => (kind === "row" ? [followed[n] === true ? 0 : 1] : [])));
  write(flat.map(({ state }) => states.indexOf(state)));
  const surprises = groups.flatMap((group) =>
    group.map((trial, n) => {
      const expected = expectedPlace(group[n - 1]);
      return { repeat: zigzag(trial.repeat - expected.repeat), attempt: zigzag(trial.attempt - expected.attempt) };
    }),
  );
  write(surprises.map(({ repeat }) => repeat));
  write(surprises.map(({ attempt }) => attempt));
  const disturbed = flat.flatMap((trial) => (isValid(trial) ? [] : [trial.reason]));
  const reasons = [...new Set(disturbed)];
  write(disturbed.map((reason) => reasons.indexOf(reason)));
  write(flat.filter(isValid).map(({ warmupBlocks }) => warmupBlocks));
  const validGroups = groups.map((group) => group.filter(isValid));
  for (const column of figureColumns) {
    writeColumn(
      writer,
      plain,
      validGroups.map((group) => group.map(column)),
    );
  }
  return { numbers: writer.text(), plain, reasons };
}

function percentiles(p50Us: unknown, p95Us: unknown, p99Us: unknown): Record<keyof Percentiles, unknown> {
  return { p50Us, p95Us, p99Us };
}

/** @returns for each trial the index of its group; null where that is not said for each of them */
function readOrder(reader: BitReader, groups: readonly Group[], counts: Counts): number[] | null {
  const ranks = readWholes(reader, counts.leading, Math.max(1, counts.leaders));
  const turns = new LongestAgoFirst(counts.leaders);
  const leading = ranks.map((rank) => turns.take(rank));
  const rows = leading.filter((index) => groups[index]?.kind === "row").length;
  const alone = readWholes(reader, rows, 2);
  const indexOf = new Map(groups.map((group, index) => [groupKey(group), index]));
  const order: number[] = [];
  let row = 0;
  for (const index of leading) {
    order.push(index);
    const group = groups[index];
    if (group?.kind !== "row" || alone[row++] !== 0) continue;
    const control = indexOf.get(groupKey({ kind: "control", agents: group.agents }));
    if (control === undefined) return null;
    order.push(control);
  }
  return reader.damaged || order.length !== counts.trials ? null : order;
}

interface Counts {
  readonly trials: number;
  readonly leading: number;
  readonly leaders: number;
}

/** @returns the trials, not yet checked against their schema; null where the packed form is damaged */
export function unpackTrials(packed: PackedTrials): unknown[] | null {
  const reader = new BitReader(packed.numbers);
  const plain: PlainNumbers = { values: [...packed.plain], next: 0 };
  const [trialCount = 0, leading = 0, groupCount = 0, leaders = 0] = readWholes(reader, 4, TRIALS_MOST + 1);
  if (reader.damaged || leading > trialCount || groupCount > trialCount || leaders > groupCount) return null;
  if (leaders === 0 && leading > 0) return null;

  const groupKinds = readWholes(reader, groupCount, kinds.length);
  const agents = readWholes(reader, groupCount, AGENTS_LIMIT);
  const groups = groupKinds.map((kind, g): Group => ({ kind: kinds[kind] ?? "row", agents: agents[g] ?? 0 }));
  const order = readOrder(reader, groups, { trials: trialCount, leading, leaders });
  if (order === null) return null;
  const sizes = groups.map(() => 0);
  for (const index of order) sizes[index] = (sizes[index] ?? 0) + 1;

  const stateCodes = readWholes(reader, trialCount, states.length);
  const repeats = readWholes(reader, trialCount, PLACE_LIMIT);
  const attempts = readWholes(reader, trialCount, PLACE_LIMIT);
  let at = 0;
  const placeGroups = groups.map((group, g) => {
    const places: Place[] = [];
    for (let n = 0; n < (sizes[g] ?? 0); n += 1, at += 1) {
      const expected = expectedPlace(places.at(-1));
      places.push({
        ...group,
        repeat: expected.repeat + unzigzag(repeats[at] ?? 0),
        attempt: expected.attempt + unzigzag(attempts[at] ?? 0),
        state: states[stateCodes[at] ?? 0] ?? "valid",
      });
    }
    return places;
  });
  const places = placeGroups.flat();
  const validCounts = placeGroups.map((group) => group.filter(({ state }) => state === "valid").length);
  const validCount = places.filter(({ state }) => state === "valid").length;
  const reasons = readWholes(reader, trialCount - validCount, Math.max(1, packed.reasons.length));
  const warmups = readWholes(reader, validCount, PLACE_LIMIT);
  const columns = figureColumns.map(() => readColumn(reader, plain, validCounts).flat());
  if (reader.damaged || !reader.finished || plain.next !== plain.values.length) return null;

  let valid = -1;
  let disturbed = -1;
  const unpacked = places.map((place) => {
    if (place.state !== "valid") {
      disturbed += 1;
      return { ...place, reason: packed.reasons[reasons[disturbed] ?? 0] };
    }
    valid += 1;
    const [ops, p50, p95, p99, s50, s95, s99, late, fuse, transport, wait] = columns.map((column) => column[valid]);
    return {
      ...place,
      opsPerSecond: ops,
      latency: percentiles(p50, p95, p99),
      service: s50 === null ? null : percentiles(s50, s95, s99),
      lateOps: late,
      loss: fuse === null ? null : { fuse, transport, wait },
      warmupBlocks: warmups[valid],
    };
  });
  // The groups stand one after the other; the order says from which each next trial comes.
  const nextOfGroup: number[] = [];
  let start = 0;
  for (const size of sizes) {
    nextOfGroup.push(start);
    start += size;
  }
  return order.map((index) => {
    const at = nextOfGroup[index] ?? 0;
    nextOfGroup[index] = at + 1;
    return unpacked[at];
  });
}
