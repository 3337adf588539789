// What changed since the last run of the same settings, and the way to that comparison.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { compareAddress, keptSource } from "../../../comparison/compare-address.ts";
import type { Result } from "../../../results/format/result.ts";
import type { LibraryEntry } from "../../../results/library/entry.ts";
import { lastBefore } from "../../../results/library/last-before.ts";
import { theLibrary } from "../../../session/sources/library.ts";
import { formatInstant } from "../../../words/format.ts";

interface Last {
  readonly entry: LibraryEntry;
  /** What changed since; null where the earlier result cannot be read. */
  readonly sentence: string | null;
}

async function read(result: Result): Promise<Last | null> {
  const opened = await theLibrary();
  if (opened.state !== "open") return null;
  const entry = lastBefore(result.id, await opened.library.entries());
  if (entry === null) return null;
  const before = await opened.library.read(entry.id);
  if (before.state !== "read") return { entry, sentence: null };
  const { sinceLastRun } = await import("./since-last-run.ts");
  return { entry, sentence: sinceLastRun(before.result, result) };
}

/** Nothing until the result is kept, and where no earlier run had its settings. */
export function LastRun({ result, isKept }: { readonly result: Result; readonly isKept: boolean }) {
  const { data } = useQuery({
    queryKey: ["last run", result.id],
    queryFn: () => read(result),
    enabled: isKept,
    // Without it only a convenience is missing.
    retry: false,
  });
  if (data === undefined || data === null) return null;
  const { entry, sentence } = data;
  return (
    <p className="max-w-4xl text-sm">
      {sentence === null ? null : (
        <>
          <strong className="font-semibold">Since your last run:</strong> {sentence}{" "}
        </>
      )}
      <Link to="/compare/$sources" {...compareAddress([keptSource(entry.id), keptSource(result.id)])}>
        Compare with your last run of these settings, {formatInstant(entry.createdAt)}
      </Link>
    </p>
  );
}
