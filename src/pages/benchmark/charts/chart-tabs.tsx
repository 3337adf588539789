// Chooses among several pictures of one place.

export interface ChartTabsProps {
  readonly titles: readonly string[];
  readonly chosen: string;
  readonly onChoose: (title: string) => void;
}

export function ChartTabs({ titles, chosen, onChoose }: ChartTabsProps) {
  return (
    <div role="group" aria-label="Which picture" className="mb-2 flex flex-wrap gap-1 print:hidden">
      {titles.map((title) => (
        <button
          key={title}
          type="button"
          aria-pressed={title === chosen}
          className="min-h-8 rounded border px-2 text-xs text-muted hover:text-ink aria-pressed:border-accent aria-pressed:font-semibold aria-pressed:text-ink"
          onClick={() => onChoose(title)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
