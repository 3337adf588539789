// Writes an instant with its seconds, for what happened within minutes of each other.
import { MISSING } from "./format.ts";

/** Made once: a list asks for thousands. */
function formatterOf(style: Intl.DateTimeFormatOptions): () => Intl.DateTimeFormat {
  let made: Intl.DateTimeFormat | null = null;
  return () => (made ??= new Intl.DateTimeFormat("en-GB", style));
}
const clock = formatterOf({ timeStyle: "medium" });
const dayAndClock = formatterOf({ dateStyle: "medium", timeStyle: "medium" });

/** An ISO instant as time of day with seconds, in the reader's time zone: "17:20:31", or with its day "22 Nov 2026, 17:20:31". */
export function formatClock(iso: string, withDay: boolean): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return MISSING;
  return (withDay ? dayAndClock() : clock()).format(date);
}
