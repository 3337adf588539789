// Leads from a finished run to its comparison with the last one of the same settings, so that whether it got slower is one click away.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { compareAddress, keptSource } from "../../../comparison/compare-address.ts";
import type { Result } from "../../../results/format/result.ts";
import type { LibraryEntry } from "../../../results/library/entry.ts";
import { lastBefore } from "../../../results/library/last-before.ts";
import { theLibrary } from "../../../session/sources/library.ts";
import { formatInstant } from "../../../words/format.ts";

async function read(id: string): Promise<LibraryEntry | null> {
  const opened = await theLibrary();
  return opened.state === "open" ? lastBefore(id, await opened.library.entries()) : null;
}

/** Nothing until the result is kept, and where no earlier run had its settings. */
export function LastRunLink({ result, isKept }: { readonly result: Result; readonly isKept: boolean }) {
  const { data } = useQuery({
    queryKey: ["last run", result.id],
    queryFn: () => read(result.id),
    enabled: isKept,
    // Without it only a convenience is missing.
    retry: false,
  });
  if (data === undefined || data === null) return null;
  const sources = [keptSource(data.id), keptSource(result.id)];
  return (
    <Link to="/compare/$sources" {...compareAddress(sources)}>
      Compare with your last run of these settings, {formatInstant(data.createdAt)}
    </Link>
  );
}
