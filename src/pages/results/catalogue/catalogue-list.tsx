// The results of one catalogue: searched, filtered, ticked to compare.
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { catalogueResultQuery } from "../../../session/sources/catalogue.ts";
import { COMPARED_MOST, compareAddress, shippedSource, splitSources } from "../../../comparison/compare-address.ts";
import type { CatalogueSource } from "../../../results/catalogue/catalogue-address.ts";
import type { CatalogueEntry, CatalogueIndex } from "../../../results/catalogue/catalogue-index.ts";
import { filtered, type LibraryFilter, noFilter } from "../../../results/library/filter.ts";
import { Button } from "../../../ui/button.tsx";
import { useStillHere } from "../../../ui/use-still-here.ts";
import { formatCount } from "../../../words/format.ts";
import { CatalogueRow } from "./catalogue-row.tsx";
import { writeNames } from "../../../comparison/source-names.ts";
import { CompareBar, primaryLink, toggled } from "../list/compare-bar.tsx";
import { wholeSources } from "../list/compare-sources.ts";
import { countText } from "../../../words/count-text.ts";
import { FilteredList } from "../list/filtered-list.tsx";

export interface CatalogueListProps {
  readonly source: CatalogueSource;
  readonly index: CatalogueIndex;
}

export function CatalogueList({ source, index: { results } }: CatalogueListProps) {
  const [filter, setFilter] = useState<LibraryFilter>(noFilter);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const shown = useMemo(() => filtered(results, filter), [results, filter]);
  const compared = chosen.flatMap((id) => results.find((entry) => entry.id === id) ?? []);
  const ids = compared.map(({ id }) => id);
  const words = `Compare ${formatCount(compared.length)} results`;

  if (results.length === 0) {
    return (
      <p role="status" data-testid="catalogue-count" className="mt-3">
        Nothing is in this catalogue yet. Whoever runs the site adds a result by putting its file there; docs/deploy.md
        of Headroom says how.
      </p>
    );
  }
  return (
    <>
      <p role="status" data-testid="catalogue-count" className="mt-1">
        {countText(shown.length, results.length)}.
      </p>
      <CompareBar count={compared.length} onClear={() => setChosen([])}>
        {source.parameter === null ? (
          <Link
            to="/compare/$sources"
            {...compareAddress(compared.map(({ file }) => shippedSource(file)))}
            className={primaryLink}
          >
            {words}
          </Link>
        ) : (
          <CompareForeign key={ids.join(",")} source={source} compared={compared} words={words} />
        )}
      </CompareBar>
      <FilteredList
        filter={filter}
        onFilter={setFilter}
        all={results}
        shown={shown}
        label="Results of the catalogue"
        row={(entry) => (
          <CatalogueRow
            entry={entry}
            catalogue={source.parameter}
            place={ids.includes(entry.id) ? ids.indexOf(entry.id) + 1 : null}
            canCompare={ids.length < COMPARED_MOST}
            onCompare={(id) => setChosen(toggled(ids, id))}
          />
        )}
      />
    </>
  );
}

interface CompareForeignProps {
  readonly source: CatalogueSource;
  readonly compared: readonly CatalogueEntry[];
  readonly words: string;
}

/** Reads another site's results and puts them whole into the comparison's address, so that it depends on that site no more. */
function CompareForeign({ source, compared, words }: CompareForeignProps) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [state, setState] = useState<"ready" | "reading" | { readonly problem: string }>("ready");
  const stillHere = useStillHere();

  async function compare(): Promise<void> {
    setState("reading");
    const isHere = stillHere();
    try {
      const named = await Promise.all(
        compared.map(async (entry) => ({
          kind: "result" as const,
          name: entry.name,
          result: await queries.fetchQuery(catalogueResultQuery(source, entry)),
        })),
      );
      const sources = await wholeSources(named);
      setState("ready");
      // Who went elsewhere meanwhile is not called back.
      if (!isHere()) return;
      if (sources.state === "refused") setState({ problem: sources.message });
      else {
        const names = writeNames(named.map(({ name }) => name));
        await navigate({ to: "/compare/$sources", ...compareAddress(splitSources(sources.text), { names }) });
      }
    } catch (error) {
      setState({ problem: error instanceof Error ? error.message : String(error) });
    }
  }

  return (
    <>
      <Button tone="primary" className="min-h-8" disabled={state === "reading"} onClick={() => void compare()}>
        {state === "reading" ? "Reading the results …" : words}
      </Button>
      {typeof state === "string" ? null : (
        <p role="alert" className="min-w-0 break-words text-bad">
          {state.problem}
        </p>
      )}
    </>
  );
}
