// Finds entries: search in words, filters by what occurs in them, and the order of the list.
import { SCENARIOS, scenarios } from "../../scenarios/registry.ts";
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
  /** Kind of scenario. */
  readonly scenario: string;
  /** Texts by parameter; "" or nothing is no filter. */
  readonly settings: Readonly<Record<string, string>>;
  /** "Chromium 156 · X11; Linux x86_64". */
  readonly machine: string;
  readonly tag: string;
  /** First and last day of the run, such as 2026-11-01. */
  readonly from: string;
  readonly to: string;
}

export const noFilter: LibraryFilter = {
  search: "",
  scenario: "",
  settings: {},
  machine: "",
  tag: "",
  from: "",
  to: "",
};

/** How many filters narrow the list, beside the search. */
export function activeFilters({ scenario, settings, machine, tag, from, to }: LibraryFilter): number {
  return [scenario, ...Object.values(settings), machine, tag, from, to].filter((text) => text !== "").length;
}

export function machineOf({ browser, platform }: Listed): string {
  return `${browser} · ${platform}`;
}

function searchable(entry: Listed): string {
  const { name, note = "", tags, scenario, description, settings, browser, platform, points } = entry;
  const { createdAt, ending = "" } = entry;
  return [name, note, ...tags, scenario, description, ...Object.values(settings), browser, platform, points.join(" ")]
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
  const wanted = Object.entries(filter.settings).filter(([, text]) => text !== "");
  return entries
    .filter((entry) => {
      const day = entry.createdAt.slice(0, 10);
      return (
        (filter.scenario === "" || entry.scenario === filter.scenario) &&
        wanted.every(([parameter, text]) => entry.settings[parameter] === text) &&
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
export function choicesOf(
  entries: readonly Listed[],
  of: (entry: Listed) => string | readonly string[],
): readonly string[] {
  return [...new Set(entries.flatMap(of))].sort((a, b) => a.localeCompare(b)).slice(0, CHOICES_MOST);
}

/** Strangers' results may have any settings; the search finds the rest. */
const SETTINGS_MOST = 12;
const SETTINGS_SEEN_MOST = 100;

/** A setting by which a list can be narrowed. */
export interface SettingChoices {
  readonly parameter: string;
  readonly label: string;
  readonly choices: readonly string[];
}

/** What scenarios call a parameter; itself where none knows it. */
function labelOf(parameter: string): string {
  const fields = SCENARIOS.flatMap((kind) => Object.values(scenarios[kind].fields));
  return fields.find((field) => field.parameter === parameter)?.label ?? parameter;
}

/** Settings by which these entries differ, in the order in which they occur. */
export function settingChoices(entries: readonly Listed[]): readonly SettingChoices[] {
  const counts = new Map<string, number>();
  for (const parameter of entries.flatMap(({ settings }) => Object.keys(settings))) {
    counts.set(parameter, (counts.get(parameter) ?? 0) + 1);
  }
  return [...counts]
    .slice(0, SETTINGS_SEEN_MOST)
    .map(([parameter, count]) => ({
      parameter,
      label: labelOf(parameter),
      choices: choicesOf(entries, ({ settings }) => settings[parameter] ?? []),
      isEverywhere: count === entries.length,
    }))
    .filter(({ choices, isEverywhere }) => choices.length > 1 || !isEverywhere)
    .map(({ parameter, label, choices }) => ({ parameter, label, choices }))
    .slice(0, SETTINGS_MOST);
}
