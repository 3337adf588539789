// What an agent takes by the newest memory run that this browser keeps, as an address of the calculator.
import { useQuery } from "@tanstack/react-query";
import { theLibrary } from "../../session/sources/library.ts";

export interface OwnMemory {
  readonly measuredAt: string;
  readonly search: Record<string, string>;
}

/** Runs that could not tell are passed over, up to so many. */
const READ_MOST = 5;

async function newest(): Promise<OwnMemory | null> {
  const opened = await theLibrary();
  if (opened.state !== "open") return null;
  const { library } = opened;
  const entries = (await library.entries())
    .filter(({ scenario, ending }) => scenario === "memory" && ending === "finished")
    .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  if (entries.length === 0) return null;
  const { planWith } = await import("../../results/plan-with.ts");
  for (const { id, createdAt } of entries.slice(0, READ_MOST)) {
    const stored = await library.read(id);
    const address = stored.state === "read" ? planWith(stored.result) : null;
    if (address?.to === "/capacity") return { measuredAt: createdAt, search: address.search };
  }
  return null;
}

/** @returns null where nothing of the kind is kept, or it is not known yet */
export function useOwnMemory(): OwnMemory | null {
  // Without it only a convenience is missing.
  const { data } = useQuery({ queryKey: ["own memory"], queryFn: newest, staleTime: 0, retry: false });
  return data ?? null;
}
