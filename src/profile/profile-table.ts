// The table of a profile: self times of phases that sum to the worker's whole time, with what is not attributed.
import { PROFILE_PHASES, type ProfilePhase } from "../measurement/lane/profile-phases.ts";
import { formatCount } from "../words/format.ts";
import type { ProfileRecord } from "./format-1.ts";
import { isWaiting, phaseWords } from "./phase-words.ts";

export interface ProfileRow {
  /** A phase, or "rest" for what is not attributed. */
  readonly id: ProfilePhase | "rest";
  readonly label: string;
  readonly help: string;
  readonly isWaiting: boolean;
  readonly perOpUs: number;
  /** Of the worker's time; all rows together are 1. */
  readonly share: number;
  /** What looking at the clock for it costs an op while it is probed; null for what is not attributed. */
  readonly probeUs: number | null;
  /** How it was measured. */
  readonly method: string;
}

/** More than this share without an owner is a warning. */
const REST_MOST = 0.05;

const METHODS = {
  stamps: () => "between two looks at the clock",
  repetition: (batch: number) => `repeated in batches of ${formatCount(batch)} ops or more`,
  both: (batch: number) => `parts repeated in batches of ${formatCount(batch)} ops or more, parts between two looks`,
  coarse: () => "between two looks at the clock, shorter than 10 of its steps: rough",
} as const satisfies Record<ProfileRecord["phases"][number]["method"], (batch: number) => string>;

function knownPhase(name: string): ProfilePhase | null {
  return PROFILE_PHASES.find((phase) => phase === name) ?? null;
}

/** @returns the phases in the order of an op, then what is not attributed; phases that this Headroom does not know count to it */
export function profileRows({ phases, opUs }: ProfileRecord): readonly ProfileRow[] {
  const rows = phases.flatMap(({ phase: name, perOpUs, probeUs, method, batch }): ProfileRow[] => {
    const phase = knownPhase(name);
    if (phase === null) return [];
    const { label, help } = phaseWords[phase];
    const share = perOpUs / opUs;
    return [
      { id: phase, label, help, isWaiting: isWaiting(phase), perOpUs, share, probeUs, method: METHODS[method](batch) },
    ];
  });
  const restUs = opUs - rows.reduce((sum, { perOpUs }) => sum + perOpUs, 0);
  const rest: ProfileRow = {
    id: "rest",
    label: "not attributed",
    help: "The worker's time less all phases: loops, what the runtime does in between, garbage collection, and time that other programs took. Below zero, phases that were measured by themselves took longer than in the run.",
    isWaiting: false,
    perOpUs: restUs,
    share: restUs / opUs,
    probeUs: null,
    method: "what is left",
  };
  return [...rows, rest];
}

/** A sentence where too much has no owner; null where all is well. */
export function restWarning(rows: readonly ProfileRow[]): string | null {
  const share = rows.find(({ id }) => id === "rest")?.share ?? 0;
  if (Math.abs(share) <= REST_MOST) return null;
  const percent = Math.round(Math.abs(share) * 100);
  return share > 0
    ? `${percent}% of the time has no owner: the machine was disturbed, or ops are so short that loops count. Close other programs, or profile for longer.`
    : `Phases come to ${percent}% more than the whole: repeated by themselves they took longer than in the run, or the machine was disturbed. Close other programs, or profile for longer.`;
}
