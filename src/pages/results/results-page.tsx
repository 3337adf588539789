// The Results page: every kept result, to find, name, tag, pin, open, delete and take along.
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { LibraryEntry } from "../../results/library/entry.ts";
import { filtered, type LibraryFilter, noFilter } from "../../results/library/filter.ts";
import type { Removed } from "../../results/library/library-db.ts";
import { Button } from "../../ui/button.tsx";
import { formatBytesWithUnit, formatCount } from "../../ui/format.ts";
import { usePageTitle } from "../../ui/use-page-title.ts";
import { COMPARED_LEAST, keptSources } from "./compare-sources.ts";
import { EntryList } from "./entry-list.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { LibraryTransfer } from "./library-transfer.tsx";
import { type LibraryInUse, useLibrary } from "./use-library.ts";

export function ResultsPage() {
  const library = useLibrary();
  const { list, problem } = library;
  usePageTitle("Results");
  return (
    <div className="pt-6">
      <h1 className="text-lg font-semibold">What has been measured here?</h1>
      {problem === null ? null : (
        <p role="alert" className="mt-3 text-bad">
          The library could not be read: {problem}
        </p>
      )}
      {list === null ? (
        <p className="mt-3 text-muted">Reading the library …</p>
      ) : list.state === "unavailable" ? (
        <p role="status" className="mt-3 max-w-prose rounded border border-warn bg-panel p-3">
          <span aria-hidden className="text-warn">
            ▲{" "}
          </span>
          Nothing is kept here. {list.message} Everything else works: save a result as a file, or copy its link.
        </p>
      ) : (
        <Kept entries={list.entries} library={library} />
      )}
    </div>
  );
}

function countText(shown: number, all: number): string {
  const total = `${formatCount(all)} ${all === 1 ? "result" : "results"}`;
  return shown === all ? total : `${formatCount(shown)} of ${total}`;
}

function Kept({ entries, library }: { readonly entries: readonly LibraryEntry[]; readonly library: LibraryInUse }) {
  const [filter, setFilter] = useState<LibraryFilter>(noFilter);
  const [removed, setRemoved] = useState<readonly Removed[]>([]);
  const [chosen, setCompared] = useState<readonly string[]>([]);
  const compared = chosen.filter((id) => entries.some((entry) => entry.id === id));
  const shown = useMemo(() => filtered(entries, filter), [entries, filter]);
  const bytes = useMemo(() => entries.reduce((sum, entry) => sum + entry.bytes, 0), [entries]);

  async function remove(id: string): Promise<void> {
    setRemoved((await library.act((open) => open.remove([id]))) ?? []);
  }
  async function undo(): Promise<void> {
    await library.act((open) => open.putBack(removed));
    setRemoved([]);
  }

  return (
    <>
      <div className="mt-1 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <p role="status" data-testid="library-count">
          {entries.length === 0
            ? "Nothing yet. Every run that ends on the Benchmark page is kept here by itself, in this browser alone."
            : `${countText(shown.length, entries.length)}, ${formatBytesWithUnit(bytes)} in this browser.`}
        </p>
        <LibraryTransfer entries={entries} shown={shown} library={library} />
      </div>
      {removed.length === 0 ? null : (
        <p role="status" className="mt-3 flex items-center justify-between gap-3 rounded border bg-panel px-3 py-2">
          <span className="min-w-0">“{removed[0]?.entry.name}” was deleted.</span>
          <Button className="min-h-8" onClick={() => void undo()}>
            Undo
          </Button>
        </p>
      )}
      {entries.length === 0 ? null : (
        <>
          <CompareBar compared={compared} onClear={() => setCompared([])} />
          <FilterBar entries={entries} filter={filter} onChange={setFilter} />
          {shown.length === 0 ? (
            <p className="mt-6 text-muted">
              Nothing is found.{" "}
              <Button className="min-h-8" onClick={() => setFilter(noFilter)}>
                Clear the filters
              </Button>
            </p>
          ) : (
            <EntryList
              entries={shown}
              compared={compared}
              onCompare={(id) =>
                setCompared(compared.includes(id) ? compared.filter((known) => known !== id) : [...compared, id])
              }
              onRemove={(id) => void remove(id)}
              onRelabel={(id, labels) => void library.act((open) => open.relabel(id, labels))}
            />
          )}
        </>
      )}
    </>
  );
}

/** Says how to compare, and leads to the comparison once there is one. */
function CompareBar({ compared, onClear }: { readonly compared: readonly string[]; readonly onClear: () => void }) {
  if (compared.length < COMPARED_LEAST) {
    return (
      <p className="mt-3 text-xs text-muted print:hidden">
        Tick two to six results to compare them; the first one ticked is what the others are compared with.
      </p>
    );
  }
  return (
    <p className="mt-3 flex flex-wrap items-center gap-3 print:hidden">
      <Link to="/compare/$sources" params={{ sources: keptSources(compared) }} className="font-semibold">
        Compare {formatCount(compared.length)} results
      </Link>
      <Button className="min-h-8 text-xs" onClick={onClear}>
        Clear
      </Button>
    </p>
  );
}
