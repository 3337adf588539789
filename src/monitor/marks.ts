// What happened during a soak, bounded: the oldest are dropped, and how many is counted.
import type { Mark } from "./slot.ts";

const MARKS_MOST = 1_000;

export interface Marks {
  readonly kept: readonly Mark[];
  readonly dropped: number;
}

export const noMarks: Marks = { kept: [], dropped: 0 };

export function withMark({ kept, dropped }: Marks, mark: Mark): Marks {
  return kept.length < MARKS_MOST
    ? { kept: [...kept, mark], dropped }
    : { kept: [...kept.slice(1), mark], dropped: dropped + 1 };
}
