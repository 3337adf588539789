// The curves that can be planned from without a file: measured here, of this site's catalogue, and references.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { CurveSource } from "../../../../capacity/asked/planner-settings.ts";
import type { Result } from "../../../../results/format/result.ts";
import { CURVE_SOURCES } from "../../../../results/planned-curve.ts";
import { type CurveForPlanning, curveOfResult, curveOfSeries } from "../../../../results/planning-rows.ts";
import { useBenchmark } from "../../../../session/runs/benchmark-store.ts";
import { catalogueQuery, catalogueResultQuery, catalogueSource } from "../../../../session/sources/catalogue.ts";
import { theLibrary } from "../../../../session/sources/library.ts";
import { useReferences } from "../../../../session/sources/references.ts";

export type TakenCurve =
  | { readonly state: "curve"; readonly curve: CurveForPlanning; readonly source: CurveSource }
  | { readonly state: "none"; readonly message: string };

interface CurveOption {
  readonly id: string;
  readonly label: string;
  readonly take: () => Promise<TakenCurve>;
}

export interface CurveGroup {
  readonly label: string;
  readonly options: readonly CurveOption[];
}

/** A longer list is found under Results. */
const KEPT_MOST = 20;

export function curveOf(result: Result, source: CurveSource): TakenCurve {
  const read = curveOfResult(result);
  return read.state === "curve" ? { ...read, source } : read;
}

async function keptEntries() {
  const opened = await theLibrary();
  if (opened.state === "unavailable") return [];
  const entries = await opened.library.entries();
  return entries
    .filter(({ points }) => points.length > 1)
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
    .slice(0, KEPT_MOST);
}

async function takeKept(id: string, ending: string): Promise<TakenCurve> {
  const opened = await theLibrary();
  if (opened.state === "unavailable") return { state: "none", message: opened.message };
  const stored = await opened.library.read(id);
  switch (stored.state) {
    case "read":
      return curveOf(stored.result, ending === "imported" ? "shared" : "measured-here");
    case "missing":
      return { state: "none", message: "This result is no longer kept here. Choose another." };
    case "refused":
      return { state: "none", message: stored.message };
  }
}

function useKept(): readonly CurveOption[] {
  const { data = [] } = useQuery({ queryKey: ["library", "curves"], queryFn: keptEntries, staleTime: 0, retry: false });
  return data.map(({ id, name, createdAt, ending }) => ({
    id: `kept ${id}`,
    label: `${name}, ${createdAt.slice(0, 16).replace("T", " ")}`,
    take: () => takeKept(id, ending),
  }));
}

function useListed(): readonly CurveOption[] {
  const queries = useQueryClient();
  const own = catalogueSource(undefined);
  const source = own.state === "read" ? own.source : null;
  const { data } = useQuery({
    ...catalogueQuery(source ?? { index: "", parameter: null }),
    enabled: source !== null,
  });
  if (source === null) return [];
  return (data?.results ?? [])
    .filter(({ points }) => points.length > 1)
    .map((entry) => ({
      id: `listed ${entry.file}`,
      label: entry.name,
      take: async () => curveOf(await queries.fetchQuery(catalogueResultQuery(source, entry)), "shared"),
    }));
}

/** Groups with at least one curve; the published table has a place of its own. */
export function useCurveSources(): readonly CurveGroup[] {
  const lastRun = useBenchmark((state) => state.run);
  const kept = useKept();
  const listed = useListed();
  const { available } = useReferences();
  const last: readonly CurveOption[] =
    lastRun.state === "finished"
      ? [
          {
            id: "run",
            label: "The last run",
            take: () => Promise.resolve(curveOf(lastRun.result, "measured-here")),
          },
        ]
      : [];
  const references = available
    .filter(({ provenance }) => provenance !== "published")
    .map((series) => ({
      id: series.id,
      label: series.title,
      take: () =>
        Promise.resolve<TakenCurve>({
          state: "curve",
          curve: curveOfSeries(series),
          source: CURVE_SOURCES[series.provenance],
        }),
    }));
  return [
    { label: "Measured here", options: [...last, ...kept] },
    { label: "Catalogue: measured elsewhere", options: listed },
    { label: "References", options: references },
  ].filter(({ options }) => options.length > 0);
}
