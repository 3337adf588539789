// The list of results, of which only the rows in sight are drawn: thousands scroll as smoothly as ten.
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState } from "react";
import type { Labels, LibraryEntry } from "../../results/library/entry.ts";
import { COMPARED_MOST } from "./compare-sources.ts";
import { EntryRow } from "./entry-row.tsx";

export interface EntryListProps {
  readonly entries: readonly LibraryEntry[];
  /** Ids in the comparison, in order. */
  readonly compared: readonly string[];
  readonly onCompare: (id: string) => void;
  readonly onRemove: (id: string) => void;
  readonly onRelabel: (id: string, labels: Partial<Labels>) => void;
}

/** A row is about so high until it has been measured, px. */
const ROW_HEIGHT = 76;

export function EntryList({ entries, compared, onCompare, onRemove, onRelabel }: EntryListProps) {
  const frame = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(frame.current?.offsetTop ?? 0), []);
  // The rule warns for a compiler that memoises components; none is in use.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useWindowVirtualizer({
    count: entries.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    scrollMargin: top,
    getItemKey: (at) => entries[at]?.id ?? at,
  });
  return (
    <ul
      ref={frame}
      aria-label="Kept results"
      className="relative mt-4 rounded border bg-panel"
      style={{ height: rows.getTotalSize() }}
    >
      {rows.getVirtualItems().map(({ key, index, start }) => {
        const entry = entries[index];
        return entry === undefined ? null : (
          <li
            key={key}
            ref={rows.measureElement}
            data-index={index}
            aria-setsize={entries.length}
            aria-posinset={index + 1}
            className="absolute inset-x-0 top-0 border-b"
            style={{ transform: `translateY(${start - rows.options.scrollMargin}px)` }}
          >
            <EntryRow
              entry={entry}
              place={compared.includes(entry.id) ? compared.indexOf(entry.id) + 1 : null}
              canCompare={compared.length < COMPARED_MOST}
              onCompare={onCompare}
              onRemove={onRemove}
              onRelabel={onRelabel}
            />
          </li>
        );
      })}
    </ul>
  );
}
