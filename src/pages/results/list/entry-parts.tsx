// What rows of kept results and of a catalogue's share: the tick that compares, tags, and the line of facts.
import type { ResultFacts } from "../../../results/library/entry.ts";
import { formatBytesWithUnit, formatCount, formatInstant } from "../../../words/format.ts";

function agentsText(agents: readonly number[]): string {
  if (agents.length === 0) return "no rows";
  if (agents.length <= 8) return `${agents.map(formatCount).join(", ")} agents`;
  return `${formatCount(agents.length)} agent counts up to ${formatCount(agents.at(-1) ?? 0)}`;
}

/** "22 Nov 2026, 17:20 · Chromium 156 · 1, 5, 10 agents · 82 trials · 28.1 kB". */
export function factsText({ createdAt, browser, agents, trials, bytes }: ResultFacts): string {
  const count = `${formatCount(trials)} trials`;
  return [formatInstant(createdAt), browser, agentsText(agents), count, formatBytesWithUnit(bytes)].join(" · ");
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
