// The list of results, of which only the rows in sight are drawn: thousands scroll as smoothly as ten.
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";

export interface EntryListProps<Entry> {
  /** Names the list for those who listen. */
  readonly label: string;
  readonly entries: readonly Entry[];
  /** Draws one row. */
  readonly row: (entry: Entry) => ReactNode;
}

/** Short lists are drawn whole, so that the browser finds every word in them. */
const FEW = 30;
const BEYOND_SIGHT = 5;

/** A row is about so high until it has been measured, px. */
const ROW_HEIGHT = 104;

export function EntryList<Entry extends { readonly id: string }>({ label, entries, row }: EntryListProps<Entry>) {
  const frame = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(frame.current?.offsetTop ?? 0), []);
  // The rule warns for a compiler that memoises components; none is in use.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useWindowVirtualizer({
    count: entries.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: entries.length <= FEW ? FEW : BEYOND_SIGHT,
    scrollMargin: top,
    getItemKey: (at) => entries[at]?.id ?? at,
  });
  return (
    <ul
      ref={frame}
      aria-label={label}
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
            className={`absolute inset-x-0 top-0 ${index === entries.length - 1 ? "" : "border-b"}`}
            style={{ transform: `translateY(${start - rows.options.scrollMargin}px)` }}
          >
            {row(entry)}
          </li>
        );
      })}
    </ul>
  );
}
