// Says on how few things a headline rests, so that a share of a handful is not taken for more.
import { formatCounted } from "../../words/format.ts";

/** From so many on a share has an interval that is worth a headline. */
const ENOUGH = 30;

/** @returns " That rests on 12 votes, which is too few to rely on."; empty where they are enough, or none are known */
export function restsOn(count: number, one: string, several: string): string {
  if (count === 0 || count >= ENOUGH) return "";
  return ` That rests on ${formatCounted(count, one, several)}, which is too few to rely on.`;
}
