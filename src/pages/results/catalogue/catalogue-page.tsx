// The catalogue: results that a site offers, to find, compare and open; this site's, or another's by its address.
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { catalogueQuery, catalogueSource, hostOf, keptCopyAtMs } from "../../../session/sources/catalogue.ts";
import { CatalogueAbsence, CatalogueNotice } from "../../../ui/catalogue-status.tsx";
import type { CatalogueSource } from "../../../results/catalogue/catalogue-address.ts";
import { Button } from "../../../ui/button.tsx";
import { usePageTitle } from "../../../ui/use-page-title.ts";
import { CatalogueList } from "./catalogue-list.tsx";

export function CataloguePage() {
  const { catalogue } = useSearch({ from: "/catalogue" });
  const read = catalogueSource(catalogue);
  usePageTitle("Catalogue");
  return (
    <div className="pt-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h1>What has been measured elsewhere?</h1>
        <Link to="/results" className="print:hidden">
          Results: measured here
        </Link>
      </div>
      {read.state === "refused" ? (
        <div role="alert" className="mt-3 max-w-prose rounded border border-bad bg-panel p-3 break-words">
          <span aria-hidden className="text-bad">
            ■{" "}
          </span>
          This catalogue is not opened. {read.message}
        </div>
      ) : (
        <Opened key={read.source.index} source={read.source} />
      )}
      <OpenAnother isElsewhere={catalogue !== undefined} />
    </div>
  );
}

function Opened({ source }: { readonly source: CatalogueSource }) {
  const query = useQuery(catalogueQuery(source));
  const router = useRouter();
  const { data } = query;
  const first = data?.results[0]?.file;
  useEffect(() => {
    // The page of a result is there before the network may be gone.
    if (first !== undefined) void router.preloadRoute({ to: "/catalogue/$file", params: { file: first } });
  }, [router, first]);
  return (
    <>
      <p className="mt-1 break-words text-muted">
        {data === undefined ? "From " : <>“{data.title}”, from </>}
        {source.parameter === null ? (
          "this site"
        ) : (
          <>
            <span className="text-ink">{hostOf(source)}</span> ({source.index}). What it holds is what that site says;
            it is checked for form, not for truth
          </>
        )}
        .
      </p>
      <CatalogueNotice query={query} what="catalogue" keptAtMs={keptCopyAtMs(source.index)} />
      {data === undefined ? (
        <CatalogueAbsence query={query} what="catalogue" />
      ) : (
        <CatalogueList source={source} index={data} />
      )}
    </>
  );
}

/** The way to another site's catalogue, and back. */
function OpenAnother({ isElsewhere }: { readonly isElsewhere: boolean }) {
  const navigate = useNavigate();
  const [text, setText] = useState("");
  return (
    <form
      className="mt-8 flex flex-wrap items-end gap-3 print:hidden"
      onSubmit={(event) => {
        event.preventDefault();
        const catalogue = text.trim();
        if (catalogue !== "") void navigate({ to: "/catalogue", search: { catalogue } });
      }}
    >
      <label className="max-w-xl min-w-0 flex-1 basis-60">
        <span className="mb-1 block text-xs text-muted">Another site’s catalogue</span>
        <input
          className="min-h-9 w-full rounded border border-line-strong bg-panel px-2 text-ink"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder="https://…/catalogue/index.json"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <Button type="submit" disabled={text.trim() === ""}>
        Open
      </Button>
      {isElsewhere ? (
        <Link to="/catalogue" search={{}} className="flex min-h-9 items-center">
          Back to this site’s
        </Link>
      ) : null}
    </form>
  );
}
