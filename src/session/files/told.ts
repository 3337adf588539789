// What is said of files that were given to the page last: what went wrong, and what was taken in.
import { create } from "zustand";

interface Told {
  /** One sentence each. */
  readonly problems: readonly string[];
  readonly notices: readonly string[];
  /** Path of the page that was shown when this was said. */
  readonly at: string;
}

/** Kept apart from pages, since opening a file may lead to another one. */
export const useTold = create<Told>(() => ({ problems: [], notices: [], at: "" }));

/** Replaces what was said before. */
export function tell(problems: readonly string[], notices: readonly string[] = []): void {
  const at = globalThis.location.hash.replace(/^#|\?.*$/g, "");
  useTold.setState({ problems: [...new Set(problems)], notices, at });
}
