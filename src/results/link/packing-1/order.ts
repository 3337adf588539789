// Reads the order of trials in links of version 1 and 2: whose turn it is, trial by trial, when rows, controls and solos are shuffled. Frozen.
import { type BitReader, readWholes } from "../coding/bits.ts";

const kinds = ["row", "control", "solo"] as const;
const AGENTS_LIMIT = 1_000_000;
const TRIALS_MOST = 6_000;

/** Trials of one kind at one agent count. */
export interface Group {
  readonly kind: (typeof kinds)[number];
  readonly agents: number;
}

function groupKey({ kind, agents }: Group): string {
  return `${kind} ${agents}`;
}

/** Takes the next group by its rank, counted from the one that was longest ago. */
class LongestAgoFirst {
  private readonly groups: number[];

  constructor(groupCount: number) {
    this.groups = Array.from({ length: groupCount }, (_, group) => group);
  }

  take(rank: number): number {
    const group = this.groups[rank] ?? 0;
    this.groups.splice(rank, 1);
    this.groups.push(group);
    return group;
  }
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
  // A control right after its row takes no turn of its own.
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
