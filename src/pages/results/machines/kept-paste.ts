// What was pasted as text for the storage of a tab, and how it is read back: checked and bounded, since anything may be there.
import { COMPARED_MOST } from "../../../comparison/compare-address.ts";
import { PASTED_LIMITS, pastedLinks } from "./pasted-links.ts";

export interface Pasted {
  readonly text: string;
  /** Payloads of those that are ticked to be compared, in order. */
  readonly ticked: readonly string[];
}

export const nothingPasted: Pasted = { text: "", ticked: [] };

/** A text that is too long to be read is not kept either. */
export function pasteToKeep({ text, ticked }: Pasted): string | null {
  return text === "" || text.length > PASTED_LIMITS.charactersMost ? null : JSON.stringify({ text, ticked });
}

function parsed(kept: string): unknown {
  try {
    return JSON.parse(kept);
  } catch {
    return null;
  }
}

/** @param kept of unknown origin. What of it is wrong is left out; ticks only stay on links that the text has */
export function keptPaste(kept: string | null): Pasted {
  // Escapes take at most six characters for one.
  if (kept === null || kept.length > 7 * PASTED_LIMITS.charactersMost) return nothingPasted;
  const value = parsed(kept);
  if (typeof value !== "object" || value === null || !("text" in value) || typeof value.text !== "string")
    return nothingPasted;
  const { text } = value;
  if (text.length > PASTED_LIMITS.charactersMost) return nothingPasted;
  const payloads = new Set(pastedLinks(text).links.map(({ payload }) => payload));
  const list: readonly unknown[] = "ticked" in value && Array.isArray(value.ticked) ? value.ticked : [];
  const ticked = list.filter((one): one is string => typeof one === "string" && payloads.has(one));
  return { text, ticked: [...new Set(ticked)].slice(0, COMPARED_MOST) };
}
