// What a reference is called where there is no room for its title.
import type { ReferenceSeries } from "./reference.ts";

/** "published", or the first word of the title: "pymdp". */
export function shortName({ provenance, title }: ReferenceSeries): string {
  return provenance === "published" ? "published" : (title.split(/\s+/, 1)[0] ?? title).slice(0, 12);
}
