// Says how many results a list shows.
import { formatCount, formatCounted } from "./format.ts";

/** "6 results" where all are shown, else "2 of 6 results". */
export function countText(shown: number, all: number): string {
  const total = formatCounted(all, "result");
  return shown === all ? total : `${formatCount(shown)} of ${total}`;
}
