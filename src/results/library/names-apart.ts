// Tells results of one name apart: by what differs in their settings, then by when they were measured, to the second and beyond.
import { formatClock } from "../../words/format-clock.ts";
import { scenarioOf } from "../../scenarios/registry.ts";
import type { ResultFacts } from "./entry.ts";

interface Called extends ResultFacts {
  readonly name: string;
}

/** Parts of a description: "explorer 10×10 · pool · paced at 20 op/s". */
function partsOf({ description }: Called): readonly string[] {
  return description.split(" · ");
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [item]);
    else own.push(item);
  }
  return groups;
}

/** What every description of a group says. */
function sharedParts(group: readonly Called[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const part of group.flatMap((entry) => [...new Set(partsOf(entry))])) {
    counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count === group.length).map(([part]) => part));
}

/** What one of a group has that not all have: parts of its description that the name does not say already, else its points. */
function differenceOf(entry: Called, group: readonly Called[], shared: ReadonlySet<string>): string {
  const own = partsOf(entry).filter((part) => !shared.has(part) && !entry.name.includes(part));
  if (own.length > 0) return own.join(", ");
  const counts = new Set(group.map(({ points }) => points.join(" ")));
  if (counts.size === 1 || entry.points.length === 0) return "";
  const axis = scenarioOf(entry.scenario)?.axis;
  const format = (at: number): string => axis?.format(at) ?? String(at);
  return entry.points.length > 4
    ? `${entry.points.length} rows to ${format(entry.points.at(-1) ?? 0)}`
    : entry.points.map(format).join(", ");
}

/**
 * @returns by id, what follows the name: "paced at 20 op/s", "17:20:31", or "17:20:31, no. 2"; results whose name nobody shares
 * have none
 */
export function namesApart(entries: readonly Called[]): ReadonlyMap<string, string> {
  const apart = new Map<string, string>();
  for (const group of grouped(entries, ({ name }) => name).values()) {
    if (group.length === 1) continue;
    const shared = sharedParts(group);
    const differences = new Map(group.map((entry) => [entry.id, differenceOf(entry, group, shared)]));
    for (const alike of grouped(group, ({ id }) => differences.get(id) ?? "").values()) {
      const difference = differences.get(alike[0]?.id ?? "") ?? "";
      const days = new Set(alike.map(({ createdAt }) => createdAt.slice(0, 10)));
      const seen = new Map<string, number>();
      for (const { id, createdAt } of alike.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))) {
        const time = alike.length === 1 ? "" : formatClock(createdAt, days.size > 1);
        const nth = (seen.get(time) ?? 0) + 1;
        seen.set(time, nth);
        apart.set(id, [difference, time, ...(nth > 1 ? [`no. ${nth}`] : [])].filter(Boolean).join(", "));
      }
    }
  }
  return apart;
}
