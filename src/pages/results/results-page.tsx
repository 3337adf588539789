// The Results page: every kept result, to find, name, tag, pin, open, delete and take along.
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useModelNames } from "../../session/sources/model-names.ts";
import { useReferences } from "../../session/sources/references.ts";
import type { Labels, LibraryEntry } from "../../results/library/entry.ts";
import { filtered, type LibraryFilter, noFilter } from "../../results/library/filter.ts";
import { namesApart } from "../../results/library/names-apart.ts";
import type { Removed } from "../../results/library/library-db.ts";
import { Button } from "../../ui/button.tsx";
import { formatBytesWithUnit, formatCount } from "../../words/format.ts";
import { usePageTitle } from "../../ui/use-page-title.ts";
import { CompareBar, primaryLink, toggled } from "./list/compare-bar.tsx";
import { CompareFiles } from "./list/compare-files.tsx";
import {
  COMPARED_MOST,
  compareAddress,
  joinSources,
  keptSource,
  kindOf,
  referenceSource,
} from "../../comparison/compare-address.ts";
import { countText } from "../../words/count-text.ts";
import { tickedSources } from "../../comparison/ticked.ts";
import { findOpened } from "../../comparison/opened-files.ts";
import { EntryRow } from "./entry-row.tsx";
import { FilteredList } from "./list/filtered-list.tsx";
import { LibraryTransfer } from "./library-transfer.tsx";
import { ReferenceChoice } from "./list/reference-choice.tsx";
import { type LibraryInUse, useLibrary } from "./use-library.ts";

export function ResultsPage() {
  const library = useLibrary();
  const { list, problem, retry } = library;
  const again = (
    <Button className="min-h-8 text-xs" onClick={retry}>
      Try again
    </Button>
  );
  usePageTitle("Results");
  const named = useModelNames();
  const entries = useMemo(() => {
    const kept = list?.state === "open" ? list.entries : [];
    return kept.map((entry) => ({ ...entry, name: named(entry.name) }));
  }, [list, named]);
  return (
    <div className="pt-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h1>What has been measured here?</h1>
        <p className="flex flex-wrap gap-x-4 gap-y-1 print:hidden">
          <Link to="/compare" className="inline-block min-h-6">
            Machines: links that others sent
          </Link>
          <Link to="/catalogue" className="inline-block min-h-6">
            Catalogue: results measured elsewhere
          </Link>
        </p>
      </div>
      {problem === null ? null : (
        <div role="alert" className="mt-3 flex flex-wrap items-center gap-3">
          <p className="max-w-prose text-bad">{problem}</p>
          {again}
        </div>
      )}
      {list === null ? (
        problem === null ? (
          <p className="mt-3 text-muted">Reading the library …</p>
        ) : null
      ) : list.state === "unavailable" ? (
        <div role="status" className="mt-3 max-w-prose rounded border border-warn bg-panel p-3">
          <p className="mb-2">
            <span aria-hidden className="text-warn">
              ▲{" "}
            </span>
            Nothing is kept here. {list.message} Everything else works: save a result as a file, or copy its link.
          </p>
          {again}
        </div>
      ) : (
        <Kept entries={entries} library={library} />
      )}
    </div>
  );
}

/** What is ticked is in the address, so that a way back finds it, and another page can begin with it. */
function useComparedSources(): readonly [string, (sources: readonly string[]) => void] {
  const { compare = "" } = useSearch({ from: "/results" });
  const navigate = useNavigate();
  const change = (sources: readonly string[]): void => {
    const search = sources.length === 0 ? {} : { compare: joinSources(sources) };
    void navigate({ to: "/results", search, replace: true, resetScroll: false });
  };
  return [compare, change];
}

/** Whether a source is a file of another tool that this tab holds. */
function isOpened(source: string): boolean {
  const named = kindOf(source);
  return named.kind === "opened" && findOpened(named.id) !== null;
}

function Kept({ entries, library }: { readonly entries: readonly LibraryEntry[]; readonly library: LibraryInUse }) {
  const [filter, setFilter] = useState<LibraryFilter>(noFilter);
  const [removed, setRemoved] = useState<readonly Removed[]>([]);
  const [compare, setCompared] = useComparedSources();
  const { available, problem } = useReferences();
  const { sources: compared, problems } = useMemo(() => {
    const known = new Set([
      ...entries.map(({ id }) => keptSource(id)),
      ...available.map(({ id }) => referenceSource(id)),
    ]);
    const areComing = available.length === 0 && problem === null;
    return tickedSources(compare, (source) => {
      if (known.has(source) || isOpened(source)) return true;
      return areComing && kindOf(source).kind === "reference" ? null : false;
    });
  }, [compare, entries, available, problem]);
  const onToggle = (source: string): void => setCompared(toggled(compared, source));
  const placeOf = (source: string): number | null => (compared.includes(source) ? compared.indexOf(source) + 1 : null);
  const shown = useMemo(() => filtered(entries, filter), [entries, filter]);
  const apart = useMemo(() => namesApart(entries), [entries]);
  const bytes = useMemo(() => entries.reduce((sum, entry) => sum + entry.bytes, 0), [entries]);

  async function remove(id: string): Promise<void> {
    setRemoved((await library.act((open) => open.remove([id]))) ?? []);
  }
  async function undo(): Promise<void> {
    await library.act((open) => open.putBack(removed));
    setRemoved([]);
  }

  const onCompare = (id: string): void => onToggle(keptSource(id));
  const onRemove = (id: string): void => void remove(id);
  const onRelabel = (id: string, labels: Partial<Labels>): void => void library.act((open) => open.relabel(id, labels));

  return (
    <>
      <div className="mt-1 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <p role="status" data-testid="library-count">
          {entries.length === 0 ? (
            <>
              Nothing yet. Every run that ends on the <Link to="/">Benchmark</Link> page is kept here by itself, in this
              browser alone. What others measured is in the <Link to="/catalogue">catalogue</Link>.
              <span className="mt-3 block">
                <Link to="/" className={primaryLink}>
                  Run a first benchmark
                </Link>
              </span>
            </>
          ) : (
            `${countText(shown.length, entries.length)}, ${formatBytesWithUnit(bytes)} in this browser.`
          )}
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
      {problems.map((text) => (
        <p key={text} role="status" className="mt-3 max-w-prose text-sm text-warn">
          {text}
        </p>
      ))}
      <CompareFiles sources={compared} isOpen={entries.length === 0}>
        {entries.length === 0 ? null : (
          <ReferenceChoice
            available={available}
            placeOf={(id) => placeOf(referenceSource(id))}
            canCompare={compared.length < COMPARED_MOST}
            onCompare={(id) => onToggle(referenceSource(id))}
          />
        )}
      </CompareFiles>
      {entries.length === 0 ? null : (
        <>
          <CompareBar count={compared.length} onClear={() => setCompared([])}>
            <Link to="/compare/$sources" {...compareAddress(compared)} className={primaryLink}>
              Compare {formatCount(compared.length)} results
            </Link>
          </CompareBar>
          <FilteredList
            filter={filter}
            onFilter={setFilter}
            all={entries}
            shown={shown}
            label="Kept results"
            row={(entry) => (
              <EntryRow
                entry={entry}
                apart={apart.get(entry.id) ?? ""}
                place={placeOf(keptSource(entry.id))}
                canCompare={compared.length < COMPARED_MOST}
                onCompare={onCompare}
                onRemove={onRemove}
                onRelabel={onRelabel}
              />
            )}
          />
        </>
      )}
    </>
  );
}
