// Keeps what is typed in a field: a wrong draft stays until it is mended or the value changes elsewhere.
import { useState } from "react";

export interface Draft<Value> {
  readonly text: string;
  /** What is wrong with it; null when it was taken. */
  readonly error: string | null;
  /** The value in force when it was typed. */
  readonly value: Value;
}

/** @param value the value in force; when it changes while a wrong draft stands, the draft goes */
export function useDraft<Value>(value: Value) {
  const [draft, setDraft] = useState<Draft<Value> | null>(null);
  const isOverruled = draft !== null && draft.error !== null && draft.value !== value;
  if (isOverruled) setDraft(null);
  return [isOverruled ? null : draft, setDraft] as const;
}
