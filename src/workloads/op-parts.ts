// One op in its parts: what is done one after another, so that each can be timed by itself.

/** What a part of an op counts to. */
export type OpPhase = "observe" | "cache" | "infer-states" | "infer-policies" | "act" | "publish";

export interface OpPart {
  readonly phase: OpPhase;
  /** Whether it may be done again before the next part: then it does the same, but for what it draws. */
  readonly repeats: boolean;
  readonly run: () => void;
}

/** A part that may be done again and again. */
export function repeatable(phase: OpPhase, run: () => void): OpPart {
  return { phase, repeats: true, run };
}

/** A part that may be done once in an op. */
export function once(phase: OpPhase, run: () => void): OpPart {
  return { phase, repeats: false, run };
}
