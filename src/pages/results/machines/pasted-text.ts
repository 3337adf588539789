// What was pasted to be read as machines, kept while this tab is open, so that the way back from a comparison finds it.
import { create } from "zustand";

interface Pasted {
  readonly text: string;
  /** Payloads of those that are ticked to be compared, in order. */
  readonly ticked: readonly string[];
}

export const usePasted = create<Pasted>(() => ({ text: "", ticked: [] }));

/** Takes a text; what was ticked in the one before is forgotten. */
export function pasteText(text: string): void {
  usePasted.setState({ text, ticked: [] });
}

/** Replaces what is ticked. */
export function tickMachines(ticked: readonly string[]): void {
  usePasted.setState({ ticked });
}
