// Writes the parameters of a page, and never into the address of another page.
import type { SearchText } from "./search-text.ts";

export interface AddressOfPage {
  /** Whether the address is still this page's; it changes as soon as somebody goes elsewhere. */
  readonly isHere: () => boolean;
  readonly write: (search: SearchText) => void;
  /** For the way back through the bar. */
  readonly remember: (search: SearchText) => void;
}

/** What is written once somebody is on the way to another page is only remembered: it must not take them back. */
export function writeSearch({ isHere, write, remember }: AddressOfPage, search: SearchText): void {
  remember(search);
  if (isHere()) write(search);
}
