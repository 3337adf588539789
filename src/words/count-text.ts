// Owns how many results a list shows, in words.
import { formatCount, formatCounted } from "./format.ts";

/** "6 results", or "2 of 6 results". */
export function countText(shown: number, all: number): string {
  const total = formatCounted(all, "result");
  return shown === all ? total : `${formatCount(shown)} of ${total}`;
}
