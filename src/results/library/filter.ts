// Owns finding entries: search in words, filters by field, and the order of the list.
import type { ResultFacts } from "./entry.ts";

/** What can be searched and filtered: an entry of the library or of a catalogue. */
export interface Listed extends ResultFacts {
  readonly name: string;
  readonly tags: readonly string[];
  readonly note?: string | undefined;
  readonly pinned?: boolean;
  readonly ending?: string;
}

/** "" is no filter. */
export interface LibraryFilter {
  readonly search: string;
  readonly workload: string;
  readonly placement: string;
  /** "Chromium 156 · X11; Linux x86_64". */
  readonly machine: string;
  readonly tag: string;
  /** First and last day of the run, such as 2026-11-01. */
  readonly from: string;
  readonly to: string;
}

export const noFilter: LibraryFilter = {
  search: "",
  workload: "",
  placement: "",
  machine: "",
  tag: "",
  from: "",
  to: "",
};

export function machineOf({ browser, platform }: Listed): string {
  return `${browser} · ${platform}`;
}

function searchable(entry: Listed): string {
  const { name, note = "", tags, workload, placement, topology, pacing, browser, platform, agents } = entry;
  const { createdAt, ending = "" } = entry;
  return [name, note, ...tags, workload, placement, topology, pacing, browser, platform, agents.join(" ")]
    .concat(createdAt, ending)
    .join(" ")
    .toLowerCase();
}

/** Pinned first, then the newest run. */
function inOrder(a: Listed, b: Listed): number {
  const byPin = Number(b.pinned ?? false) - Number(a.pinned ?? false);
  if (byPin !== 0) return byPin;
  return b.createdAt.localeCompare(a.createdAt) || a.id.localeCompare(b.id);
}

/** Entries that have every word of the search and pass every filter, in the list's order. */
export function filtered<Entry extends Listed>(entries: readonly Entry[], filter: LibraryFilter): readonly Entry[] {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  return entries
    .filter((entry) => {
      const day = entry.createdAt.slice(0, 10);
      return (
        (filter.workload === "" || entry.workload === filter.workload) &&
        (filter.placement === "" || entry.placement === filter.placement) &&
        (filter.machine === "" || machineOf(entry) === filter.machine) &&
        (filter.tag === "" || entry.tags.includes(filter.tag)) &&
        (filter.from === "" || day >= filter.from) &&
        (filter.to === "" || day <= filter.to) &&
        words.every((word) => searchable(entry).includes(word))
      );
    })
    .sort(inOrder);
}

/** A stranger's catalogue may name thousands; the search finds the rest. */
const CHOICES_MOST = 500;

/** What a filter can be set to: the values that occur, in order. */
export function choicesOf(entries: readonly Listed[], of: (entry: Listed) => readonly string[]): readonly string[] {
  return [...new Set(entries.flatMap(of))].sort((a, b) => a.localeCompare(b)).slice(0, CHOICES_MOST);
}
