// Keeps what a session has measured so far, so that a tab that is closed or crashes loses no finished trial.
import { within } from "../../results/library/within.ts";
import type { SessionArm } from "./session-arm.ts";

/** A run does not wait longer for its draft. */
const WAIT_MOST_MS = 2_000;

export interface DraftKeeper<Result> {
  readonly keepSoFar: (result: Result) => Promise<void>;
  /** What was kept so far under this id is not wanted. */
  readonly forget: (id: string) => Promise<void>;
}

/** What one arm has measured so far, as it grows. */
export interface ArmSoFar<Sample, Facts, Result> {
  readonly arm: SessionArm<Sample, Facts, Result>;
  readonly samples: Sample[];
  /** Null until the lanes are prepared. */
  facts: Facts | null;
}

async function settledSoon(work: Promise<void>): Promise<void> {
  // What is not kept now is kept with the next trial, or at the end.
  await within(work, WAIT_MOST_MS).catch(() => undefined);
}

/** @returns a function that keeps the arms with new samples; it waits 2 s at most, and never throws */
export function draftsOf<Sample, Facts, Result>(
  arms: readonly ArmSoFar<Sample, Facts, Result>[],
  keeper: DraftKeeper<Result>,
): () => Promise<void> {
  const kept = new Map(arms.map((arm) => [arm, 0]));
  let isKeeping = false;
  async function keepNews(): Promise<void> {
    isKeeping = true;
    try {
      for (const soFar of arms) {
        const { arm, samples, facts } = soFar;
        const count = samples.length;
        if (facts === null || count === kept.get(soFar)) continue;
        const draft = arm.resultOf({ samples, facts }, { state: "interrupted" });
        if (draft !== null) await keeper.keepSoFar(draft);
        kept.set(soFar, count);
      }
    } finally {
      isKeeping = false;
    }
  }
  // While the last draft is still on its way, the run does not wait for another.
  return async () => (isKeeping ? undefined : settledSoon(keepNews()));
}

/** Forgets a draft; waits 2 s at most, and never throws. */
export async function forgetDraft<Result>(keeper: DraftKeeper<Result>, id: string): Promise<void> {
  await settledSoon(keeper.forget(id));
}
