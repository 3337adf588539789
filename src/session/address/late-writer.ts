// Writes the parameters of a page a moment after they changed.
import { type AddressOfPage, writeSearch } from "./page-address.ts";
import type { SearchText } from "./search-text.ts";

export interface LateWriter {
  /** Writes in a moment, instead of what was to be written before. */
  readonly put: (search: () => SearchText) => void;
  /** Writes at once what was to be written in a moment. */
  readonly flush: () => void;
  /** Leaves it: the address has been changed otherwise. */
  readonly drop: () => void;
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
