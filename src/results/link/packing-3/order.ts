// The order of samples in a link of version 3: whose turn it is, sample by sample, when series and points are shuffled.
import type { Planned } from "../../../measurement/run/sample.ts";
import { type BitReader, type BitWriter, readWholes, writeWholes } from "../coding/bits.ts";
import { VERSION_TWO_LIMITS } from "../../format/version-2.ts";
import { type PlainNumbers, readColumn, writeColumn } from "./columns.ts";

/** Samples of one series at one point. */
export type Group = Pick<Planned, "series" | "at">;

/** Series that a link names by their place in this list; others follow it. Part of the link format. */
const knownSeries: readonly string[] = ["row", "control", "solo"];
const AT_LIMIT = 1e9 + 1;

export function groupKey({ series, at }: Group): string {
  return `${series} ${at}`;
}

/** @returns names of series that a link has to spell out */
export function furtherSeries(samples: readonly Group[]): string[] {
  const series = new Set(samples.map((sample) => sample.series));
  return [...series].filter((name) => !knownSeries.includes(name));
}

/** Whether a row's control comes right after it, as lock-step runs measure it. */
function isFollowedByItsControl(sample: Group, next: Group | undefined): boolean {
  return sample.series === "row" && next?.series === "control" && next.at === sample.at;
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

/** Points are mostly whole, such as agent counts; others are packed as decimals. */
function writePoints(writer: BitWriter, plain: number[], points: readonly number[]): void {
  const areWhole = points.every(Number.isInteger);
  writer.bits(areWhole ? 0 : 1, 1);
  if (areWhole) writeWholes(writer, points);
  else
    writeColumn(
      writer,
      plain,
      points.map((at) => [at]),
    );
}

function readPoints(reader: BitReader, plain: PlainNumbers, count: number): number[] {
  if (reader.bits(1) === 0) return readWholes(reader, count, AT_LIMIT);
  const sizes = Array.from({ length: count }, () => 1);
  return readColumn(reader, plain, sizes).map(([at]) => at ?? 0);
}

/**
 * Writes whose turn it was. A control right after its row takes no turn of its own.
 * @param further what furtherSeries gave
 * @returns the groups in the order in which readOrder gives them back
 */
export function writeOrder(
  writer: BitWriter,
  plain: number[],
  samples: readonly Group[],
  further: readonly string[],
): Group[] {
  const followed = samples.map((sample, n) => isFollowedByItsControl(sample, samples[n + 1]));
  const leading = samples.filter((_, n) => followed[n - 1] !== true);
  const leaders = new Map(leading.map((sample) => [groupKey(sample), sample]));
  const all = new Map([...leaders, ...samples.map((sample) => [groupKey(sample), sample] as const)]);
  const indexOf = new Map([...all.keys()].map((key, index) => [key, index]));
  const groups = [...all.values()];
  const names = [...knownSeries, ...further];

  writeWholes(writer, [samples.length, leading.length, groups.length, leaders.size]);
  writeWholes(
    writer,
    groups.map(({ series }) => names.indexOf(series)),
  );
  writePoints(
    writer,
    plain,
    groups.map(({ at }) => at),
  );
  const turns = new LongestAgoFirst(leaders.size);
  const ranks = leading.map((sample) => {
    const rank = turns.rankOf(indexOf.get(groupKey(sample)) ?? 0);
    turns.take(rank);
    return rank;
  });
  writeWholes(writer, ranks);
  const rows = followed.filter((_, n) => samples[n]?.series === "row");
  writeWholes(
    writer,
    rows.map((isFollowed) => (isFollowed ? 0 : 1)),
  );
  return groups;
}

export interface Order {
  readonly groups: readonly Group[];
  /** For each sample the index of its group. */
  readonly turns: readonly number[];
}

/**
 * @param further names of series beyond the known ones
 * @returns whose turn it was, as often as a result may have samples at most; null where the text is damaged
 */
export function readOrder(reader: BitReader, plain: PlainNumbers, further: readonly string[]): Order | null {
  const names = [...knownSeries, ...further];
  const limit = VERSION_TWO_LIMITS.samplesMost + 1;
  const [sampleCount = 0, leading = 0, groupCount = 0, leaders = 0] = readWholes(reader, 4, limit);
  if (reader.damaged || leading > sampleCount || groupCount > sampleCount || leaders > groupCount) return null;
  if (leaders === 0 && leading > 0) return null;

  const series = readWholes(reader, groupCount, names.length);
  const points = readPoints(reader, plain, groupCount);
  const groups = series.map((name, g): Group => ({ series: names[name] ?? "row", at: points[g] ?? 0 }));
  const indexOf = new Map(groups.map((group, index) => [groupKey(group), index]));

  const longestAgo = new LongestAgoFirst(leaders);
  const leadingTurns = readWholes(reader, leading, Math.max(1, leaders)).map((rank) => longestAgo.take(rank));
  const rowCount = leadingTurns.filter((index) => groups[index]?.series === "row").length;
  const alone = readWholes(reader, rowCount, 2);
  const turns: number[] = [];
  let row = 0;
  for (const index of leadingTurns) {
    turns.push(index);
    const group = groups[index];
    if (group?.series !== "row" || alone[row++] !== 0) continue;
    const control = indexOf.get(groupKey({ series: "control", at: group.at }));
    if (control === undefined) return null;
    turns.push(control);
  }
  return reader.damaged || turns.length !== sampleCount ? null : { groups, turns };
}
