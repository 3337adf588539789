// Writes the parameters of a page a moment after they changed, and never into the address of another page.
import type { SearchText } from "./search-text.ts";

export interface AddressOfPage {
  /** Whether the address is still this page's; it changes as soon as somebody goes elsewhere. */
  readonly isHere: () => boolean;
  readonly write: (search: SearchText) => void;
  /** For the way back through the bar. */
  readonly remember: (search: SearchText) => void;
}

export interface LateWriter {
  /** Writes in a moment, instead of what was to be written before. */
  readonly put: (search: () => SearchText) => void;
  /** Writes at once what was to be written in a moment. */
  readonly flush: () => void;
  /** Leaves it: the address has been changed otherwise. */
  readonly drop: () => void;
}

/** What is written once somebody is on the way to another page is only remembered: it must not take them back. */
export function writeSearch({ isHere, write, remember }: AddressOfPage, search: SearchText): void {
  remember(search);
  if (isHere()) write(search);
}

/** @param afterMs how long it waits for further changes */
export function lateWriter(address: AddressOfPage, afterMs: number): LateWriter {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pending: (() => SearchText) | null = null;
  function flush(): void {
    clearTimeout(timer);
    const search = pending;
    pending = null;
    if (search !== null) writeSearch(address, search());
  }
  return {
    put: (search) => {
      pending = search;
      clearTimeout(timer);
      timer = setTimeout(flush, afterMs);
    },
    flush,
    drop: () => {
      clearTimeout(timer);
      pending = null;
    },
  };
}
