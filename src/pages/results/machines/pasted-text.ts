// What was pasted to be read as machines, kept while this tab is open: the way back from a comparison finds it, and a reload too.
import { create } from "zustand";
import { keptPaste, nothingPasted, type Pasted, pasteToKeep } from "./kept-paste.ts";

const KEY = "headroom-machines";

/** A browser may deny its storage: then the text is kept until the page is left. */
function fromStorage(): Pasted {
  try {
    return keptPaste(globalThis.sessionStorage.getItem(KEY));
  } catch {
    return nothingPasted;
  }
}

function toStorage(pasted: Pasted): void {
  const text = pasteToKeep(pasted);
  try {
    if (text === null) globalThis.sessionStorage.removeItem(KEY);
    else globalThis.sessionStorage.setItem(KEY, text);
  } catch {
    // Denied or full.
  }
}

export const usePasted = create<Pasted>(fromStorage);
usePasted.subscribe(toStorage);

/** Takes a text; what was ticked in the one before is forgotten. */
export function pasteText(text: string): void {
  usePasted.setState({ text, ticked: [] });
}

/** Replaces what is ticked. */
export function tickMachines(ticked: readonly string[]): void {
  usePasted.setState({ ticked });
}
