// Owns the order of trials in a link: whose turn it is, trial by trial, when rows, controls and solos are shuffled.
import type { Trial } from "../../measurement/run/trial.ts";
import { type BitReader, type BitWriter, readWholes, writeWholes } from "./bits.ts";
import { TRIALS_MOST } from "../format/schema.ts";

/** Trials of one kind at one agent count. */
export type Group = Pick<Trial, "kind" | "agents">;

/** The order of this list is part of the link format: add at the end only. */
const kinds = ["row", "control", "solo"] as const satisfies readonly Trial["kind"][];
const AGENTS_LIMIT = 1_000_000;

export function groupKey({ kind, agents }: Group): string {
  return `${kind} ${agents}`;
}

/** Whether a row's control comes right after it, as lock-step runs measure it. */
function isFollowedByItsControl(trial: Group, next: Group | undefined): boolean {
  return trial.kind === "row" && next?.kind === "control" && next.agents === trial.agents;
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

/**
 * Writes whose turn it was. A control right after its row takes no turn of its own.
 * @returns the groups in the order in which readOrder gives them back
 */
export function writeOrder(writer: BitWriter, trials: readonly Group[]): Group[] {
  const followed = trials.map((trial, n) => isFollowedByItsControl(trial, trials[n + 1]));
  const leading = trials.filter((_, n) => followed[n - 1] !== true);
  const leaders = new Map(leading.map((trial) => [groupKey(trial), trial]));
  const all = new Map([...leaders, ...trials.map((trial) => [groupKey(trial), trial] as const)]);
  const indexOf = new Map([...all.keys()].map((key, index) => [key, index]));
  const groups = [...all.values()];

  writeWholes(writer, [trials.length, leading.length, groups.length, leaders.size]);
  writeWholes(
    writer,
    groups.map(({ kind }) => kinds.indexOf(kind)),
  );
  writeWholes(
    writer,
    groups.map(({ agents }) => agents),
  );
  const turns = new LongestAgoFirst(leaders.size);
  const ranks = leading.map((trial) => {
    const rank = turns.rankOf(indexOf.get(groupKey(trial)) ?? 0);
    turns.take(rank);
    return rank;
  });
  writeWholes(writer, ranks);
  const rows = followed.filter((_, n) => trials[n]?.kind === "row");
  writeWholes(
    writer,
    rows.map((isFollowed) => (isFollowed ? 0 : 1)),
  );
  return groups;
}

export interface Order {
  readonly groups: readonly Group[];
  /** For each trial the index of its group. */
  readonly turns: readonly number[];
}

/** @returns whose turn it was, at most TRIALS_MOST times; null where the text is damaged */
export function readOrder(reader: BitReader): Order | null {
  const [trialCount = 0, leading = 0, groupCount = 0, leaders = 0] = readWholes(reader, 4, TRIALS_MOST + 1);
  if (reader.damaged || leading > trialCount || groupCount > trialCount || leaders > groupCount) return null;
  if (leaders === 0 && leading > 0) return null;

  const groupKinds = readWholes(reader, groupCount, kinds.length);
  const agents = readWholes(reader, groupCount, AGENTS_LIMIT);
  const groups = groupKinds.map((kind, g): Group => ({ kind: kinds[kind] ?? "row", agents: agents[g] ?? 0 }));
  const indexOf = new Map(groups.map((group, index) => [groupKey(group), index]));

  const longestAgo = new LongestAgoFirst(leaders);
  const leadingTurns = readWholes(reader, leading, Math.max(1, leaders)).map((rank) => longestAgo.take(rank));
  const rowCount = leadingTurns.filter((index) => groups[index]?.kind === "row").length;
  const alone = readWholes(reader, rowCount, 2);
  const turns: number[] = [];
  let row = 0;
  for (const index of leadingTurns) {
    turns.push(index);
    const group = groups[index];
    if (group?.kind !== "row" || alone[row++] !== 0) continue;
    const control = indexOf.get(groupKey({ kind: "control", agents: group.agents }));
    if (control === undefined) return null;
    turns.push(control);
  }
  return reader.damaged || turns.length !== trialCount ? null : { groups, turns };
}
