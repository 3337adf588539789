// Reads the list of kept results, again whenever the library changes, and does what a person asks of it.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { libraryChanged, onLibraryChange, theLibrary } from "../../session/sources/library.ts";
import type { LibraryEntry } from "../../results/library/entry.ts";
import type { Library } from "../../results/library/library-db.ts";

type LibraryList =
  | { readonly state: "open"; readonly entries: readonly LibraryEntry[] }
  | { readonly state: "unavailable"; readonly message: string };

const key = ["library"] as const;

async function readList(): Promise<LibraryList> {
  const opened = await theLibrary();
  return opened.state === "open" ? { state: "open", entries: await opened.library.entries() } : opened;
}

export interface LibraryInUse {
  /** Null while it is read. */
  readonly list: LibraryList | null;
  readonly problem: string | null;
  /** Does something with the open library and tells every list; resolves to what was returned, or null without one. */
  readonly act: <Value>(work: (library: Library) => Promise<Value>) => Promise<Value | null>;
}

export function useLibrary(): LibraryInUse {
  const queries = useQueryClient();
  const query = useQuery({ queryKey: key, queryFn: readList, staleTime: 0 });
  useEffect(() => onLibraryChange(() => void queries.invalidateQueries({ queryKey: key })), [queries]);
  const act = useCallback(
    async <Value>(work: (library: Library) => Promise<Value>): Promise<Value | null> => {
      const opened = await theLibrary();
      if (opened.state === "unavailable") return null;
      const value = await work(opened.library);
      libraryChanged();
      await queries.invalidateQueries({ queryKey: key });
      return value;
    },
    [queries],
  );
  return { list: query.data ?? null, problem: query.error?.message ?? null, act };
}
