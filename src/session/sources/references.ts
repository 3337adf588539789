// Reads the reference series that ship with the app, and those that a person opens.
import { useQueries, type UseQueryResult } from "@tanstack/react-query";
import { useMemo } from "react";
import type { OpenedFile } from "../../results/open-file.ts";
import type { ColumnChoice } from "../../results/references/csv-columns.ts";
import type { ReferenceSeries } from "../../results/references/reference.ts";
import { useReferenceStore } from "./reference-store.ts";
import { type ShownReferences, shownReferences } from "./shown-references.ts";

const shipped = ["published-reference.json", "pymdp-threads.json"] as const;

/** Reads text as a file of any kind that Headroom opens; the readers load on first use. */
export async function openText(name: string, text: string, columns: ColumnChoice | null = null): Promise<OpenedFile> {
  const { openFile } = await import("../../results/open-file.ts");
  return openFile(name, text, columns);
}

async function fetchReference(file: string): Promise<readonly ReferenceSeries[]> {
  const response = await fetch(new URL(`reference/${file}`, document.baseURI));
  if (!response.ok) throw new Error(`${file} answered ${response.status}.`);
  const opened = await openText(file, await response.text());
  if (opened.state === "references") return opened.series;
  throw new Error(opened.state === "refused" ? opened.message : `${file} is not a reference.`);
}

/** Whether a series is known to this tab alone, since a file brought it in. */
export function isFromFile(id: string): boolean {
  return useReferenceStore.getState().openedSeries.some((series) => series.id === id);
}

/** A shipped series, or one that a file brought in during this visit. */
export async function findReference(id: string): Promise<ReferenceSeries | null> {
  const opened = useReferenceStore.getState().openedSeries.find((series) => series.id === id);
  if (opened !== undefined) return opened;
  const all = await Promise.all(shipped.map(fetchReference));
  return all.flat().find((series) => series.id === id) ?? null;
}

export interface References extends ShownReferences {
  /** Why shipped references are missing, or null. */
  readonly problem: string | null;
}

function combineShipped(queries: readonly UseQueryResult<readonly ReferenceSeries[]>[]) {
  return {
    shippedSeries: queries.flatMap((query) => query.data ?? []),
    problem: queries.find((query) => query.isError)?.error?.message ?? null,
  };
}

export function useReferences(): References {
  const openedSeries = useReferenceStore((state) => state.openedSeries);
  const switched = useReferenceStore((state) => state.switchedSeries);
  const { shippedSeries, problem } = useQueries({
    queries: shipped.map((file) => ({ queryKey: ["reference", file], queryFn: () => fetchReference(file) })),
    combine: combineShipped,
  });
  return useMemo(
    () => ({ ...shownReferences(shippedSeries, openedSeries, switched), problem }),
    [shippedSeries, openedSeries, switched, problem],
  );
}
