// What rows of kept results and of a catalogue's share: the tick that compares, tags, and the line of facts.
import type { ResultFacts } from "../../../results/library/entry.ts";
import { scenarioOf } from "../../../scenarios/registry.ts";
import {
  formatBytesWithUnit,
  formatCount,
  formatCounted,
  formatInstant,
  formatMeasured,
} from "../../../words/format.ts";

/** "1, 5, 10 agents"; of many points their number and the last. */
function pointsText({ scenario, points }: ResultFacts): string {
  const axis = scenarioOf(scenario)?.axis ?? null;
  const format = (at: number) => axis?.format(at) ?? formatMeasured(at);
  const isOne = points.length === 1 && points[0] === 1;
  const counted = axis?.id === "agents" ? (isOne ? " agent" : " agents") : "";
  if (points.length === 0) return "no rows";
  if (points.length <= 8) return `${points.map(format).join(", ")}${counted}`;
  return `${formatCount(points.length)} rows up to ${format(points.at(-1) ?? 0)}${counted}`;
}

/** "22 Nov 2026, 17:20 · Chromium 156 · 1, 5, 10 agents · 82 trials · 28.1 kB". */
export function factsText(facts: ResultFacts): string {
  const { createdAt, browser, samples, bytes } = facts;
  const count = formatCounted(samples, "trial");
  return [formatInstant(createdAt), browser, pointsText(facts), count, formatBytesWithUnit(bytes)].join(" · ");
}

export interface CompareTickProps {
  readonly name: string;
  /** Its place in the comparison, from 1; null while it is not in it. */
  readonly place: number | null;
  readonly canCompare: boolean;
  readonly onToggle: () => void;
}

export function CompareTick({ name, place, canCompare, onToggle }: CompareTickProps) {
  return (
    <label className="flex h-[1.5em] shrink-0 items-center gap-1 print:hidden">
      <input
        type="checkbox"
        aria-label={`Compare ${name}`}
        checked={place !== null}
        disabled={place === null && !canCompare}
        onChange={onToggle}
      />
      <span aria-hidden className="w-3 text-xs text-muted">
        {place}
      </span>
    </label>
  );
}

export function TagList({ tags }: { readonly tags: readonly string[] }) {
  return [...new Set(tags)].map((tag) => (
    <span key={tag} className="rounded border px-1.5 text-xs text-muted">
      {tag}
    </span>
  ));
}
