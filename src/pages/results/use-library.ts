// Reads the list of kept results, again whenever the library changes, and does what a person asks of it.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
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
  /** Null while it is read, and where it could not be. */
  readonly list: LibraryList | null;
  /** Why it could not be read, or not be changed as asked; null where all went well. */
  readonly problem: string | null;
  /** Reads the list once more. */
  readonly retry: () => void;
  /** Does something with the open library and tells every list; resolves to what was returned, or null where it was not done. */
  readonly act: <Value>(work: (library: Library) => Promise<Value>) => Promise<Value | null>;
}

export function useLibrary(): LibraryInUse {
  const queries = useQueryClient();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: key,
    queryFn: readList,
    staleTime: 0,
    // A closed database is opened again by the library itself.
    retry: false,
  });
  const [undone, setUndone] = useState<string | null>(null);
  useEffect(() => onLibraryChange(() => void queries.invalidateQueries({ queryKey: key })), [queries]);
  const act = useCallback(
    async <Value>(work: (library: Library) => Promise<Value>): Promise<Value | null> => {
      try {
        const opened = await theLibrary();
        if (opened.state === "unavailable") {
          setUndone(`That was not done. ${opened.message}`);
          return null;
        }
        const value = await work(opened.library);
        setUndone(null);
        libraryChanged();
        await queries.invalidateQueries({ queryKey: key });
        return value;
      } catch (reason) {
        setUndone(`That was not done. ${reason instanceof Error ? reason.message : "The library could not be used."}`);
        return null;
      }
    },
    [queries],
  );
  const retry = useCallback(() => {
    setUndone(null);
    void refetch();
  }, [refetch]);
  const unread = error === null || isFetching ? null : `The library could not be read. ${error.message}`;
  return { list: data ?? null, problem: unread ?? undone, retry, act };
}
