// The text of a field while it is typed. Wrong text stays until it is corrected, or until the value changes elsewhere.
import { useState } from "react";

export interface Draft<Value> {
  readonly text: string;
  /** What is wrong with the text; null when it was taken. */
  readonly error: string | null;
  /** The value in force when the text was typed. */
  readonly value: Value;
}

/** @param value the value in force; when it changes while the draft is wrong, the draft is dropped */
export function useDraft<Value>(value: Value) {
  const [draft, setDraft] = useState<Draft<Value> | null>(null);
  const isOutdated = draft !== null && draft.error !== null && draft.value !== value;
  if (isOutdated) setDraft(null);
  return [isOutdated ? null : draft, setDraft] as const;
}
