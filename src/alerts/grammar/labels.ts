// Labels of series and alerts: names with values, in the order of their names, none of them empty.

/** Sorted by name. A label that is not there and an empty one are the same, so empty ones are left out. */
export type Labels = ReadonlyMap<string, string>;

export const NO_LABELS: Labels = new Map();

/** Later entries win over earlier ones of the same name; an empty value takes the label away. */
export function labelsOf(entries: Iterable<readonly [string, string]>): Labels {
  const last = new Map(entries);
  return new Map([...last].filter(([, value]) => value !== "").sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Sorted by name, with empty values: annotations keep them. */
export function sortedTexts(entries: Iterable<readonly [string, string]>): ReadonlyMap<string, string> {
  return new Map([...new Map(entries)].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A text that is the same for the same labels, and for no others. */
export function labelsKey(labels: Labels): string {
  return JSON.stringify([...labels]);
}

/** {job="a", severity="page"}, as Prometheus writes them. */
export function labelsText(labels: Labels): string {
  return `{${[...labels].map(([name, value]) => `${name}=${JSON.stringify(value)}`).join(", ")}}`;
}
