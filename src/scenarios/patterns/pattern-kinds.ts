// The patterns that agents can be measured in, in words, for the form.

export const PATTERNS = ["handoff", "consensus", "broadcast", "contention"] as const;
export type PatternKind = (typeof PATTERNS)[number];

interface PatternWords {
  /** As a list of choices shows it. */
  readonly label: string;
  /** One sentence on what happens. */
  readonly help: string;
  /** One of what is done, and several. */
  readonly one: string;
  readonly several: string;
  /** Whether messages may be lost and agents may crash in it. */
  readonly canFail: boolean;
  /** Fewer have nobody to deal with. */
  readonly agentsLeast: number;
}

export const patternKinds = {
  handoff: {
    label: "handoff: things change hands",
    help: "Handoff: every agent offers what it holds to another, which accepts or refuses; then it is transferred and acknowledged.",
    one: "handoff",
    several: "handoffs",
    canFail: true,
    agentsLeast: 2,
  },
  consensus: {
    label: "consensus: votes with a quorum",
    help: "Consensus: one agent asks all; 80% of the votes must be seen, and more than half of them must say yes, which each does with probability 0.7.",
    one: "vote",
    several: "votes",
    canFail: true,
    agentsLeast: 1,
  },
  broadcast: {
    label: "broadcast: one tells all",
    help: "Broadcast: one agent tells all others, and again those that do not acknowledge.",
    one: "broadcast",
    several: "broadcasts",
    canFail: true,
    agentsLeast: 2,
  },
  contention: {
    label: "contention: shared resources",
    help: "Contention: one resource for five agents, one at least; who asks first is served first.",
    one: "use",
    several: "uses",
    canFail: false,
    agentsLeast: 1,
  },
} satisfies Record<PatternKind, PatternWords>;

/** The agent counts of a run at which the pattern is possible, ascending. */
export function agentsFor({
  pattern,
  agents,
}: {
  readonly pattern: PatternKind;
  readonly agents: readonly number[];
}): readonly number[] {
  return agents.filter((count) => count >= patternKinds[pattern].agentsLeast).toSorted((a, b) => a - b);
}

/** Which agent counts are not measured, and why; null where all are. */
export function leftOutText(settings: Parameters<typeof agentsFor>[0]): string | null {
  return agentsFor(settings).length === settings.agents.length
    ? null
    : `One agent has nobody for ${patternKinds[settings.pattern].several}.`;
}
