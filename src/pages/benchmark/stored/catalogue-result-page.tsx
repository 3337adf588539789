// A result of a catalogue: shown as a shared one, with the catalogue it is from and a copy to keep.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import {
  catalogueQuery,
  catalogueResultQuery,
  catalogueSource,
  hostOf,
  keptCopyAtMs,
  resultAddress,
} from "../../../session/sources/catalogue.ts";
import { CatalogueAbsence, CatalogueNotice } from "../../../ui/catalogue-status.tsx";
import type { CatalogueSource } from "../../../results/catalogue/catalogue-address.ts";
import type { CatalogueEntry, CatalogueIndex } from "../../../results/catalogue/catalogue-index.ts";
import { usePageTitle } from "../../../ui/use-page-title.ts";
import { WaysOn } from "../../ways-on/ways-on.tsx";
import { KeepCopyButton } from "./keep-copy-button.tsx";
import { StoredResult } from "./stored-result.tsx";

export function CatalogueResultPage() {
  const { file } = useParams({ from: "/catalogue/$file" });
  const { catalogue } = useSearch({ from: "/catalogue/$file" });
  usePageTitle("Catalogue result");
  const read = catalogueSource(catalogue);
  return read.state === "refused" ? (
    <Missing>{read.message}</Missing>
  ) : (
    <Listed key={`${read.source.index} ${file}`} source={read.source} file={file} />
  );
}

function Missing({ source, children }: { readonly source?: CatalogueSource; readonly children: ReactNode }) {
  const catalogue = source?.parameter ?? null;
  return (
    <div role="alert" className="py-12">
      <h1>This result is not in the catalogue</h1>
      <p className="mt-2 max-w-prose break-words">{children}</p>
      <WaysOn>
        <Link to="/catalogue" search={catalogue === null ? {} : { catalogue }}>
          Go to the catalogue
        </Link>
      </WaysOn>
    </div>
  );
}

function Listed({ source, file }: { readonly source: CatalogueSource; readonly file: string }) {
  const query = useQuery(catalogueQuery(source));
  if (query.data === undefined) {
    return (
      <div className="pt-6">
        <h1>A result of a catalogue</h1>
        <CatalogueNotice query={query} what="catalogue" />
        <CatalogueAbsence query={query} what="catalogue" />
      </div>
    );
  }
  const entry = query.data.results.find((known) => known.file === file);
  return entry === undefined ? (
    <Missing source={source}>
      The catalogue “{query.data.title}” of {hostOf(source)} lists no file “{file}”. It may have been taken out.
    </Missing>
  ) : (
    <Fetched source={source} index={query.data} entry={entry} />
  );
}

interface FetchedProps {
  readonly source: CatalogueSource;
  readonly index: CatalogueIndex;
  readonly entry: CatalogueEntry;
}

function Fetched({ source, index, entry }: FetchedProps) {
  const query = useQuery(catalogueResultQuery(source, entry));
  usePageTitle(entry.name);
  if (query.data === undefined) {
    return (
      <div className="pt-6">
        <h1 className="break-words">{entry.name}</h1>
        <CatalogueNotice query={query} what="result" />
        <CatalogueAbsence query={query} what="result" />
      </div>
    );
  }
  const { browser, platform } = query.data.environment;
  const from = `From the catalogue “${index.title}” of ${hostOf(source)}, measured by ${browser} on ${platform}, not here.`;
  return (
    <>
      <CatalogueNotice query={query} what="result" keptAtMs={keptCopyAtMs(resultAddress(source, entry))} />
      <StoredResult
        result={query.data}
        origin="catalogue"
        name={entry.name}
        note={from}
        {...(entry.note === undefined ? {} : { description: entry.note })}
      >
        <KeepCopyButton result={query.data} name={entry.name} tags={entry.tags} />
      </StoredResult>
    </>
  );
}
