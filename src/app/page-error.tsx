// Shown in place of a page that failed or could not be fetched. The shell around it stays, and a measurement goes on.
import { type ErrorComponentProps, Link, useRouter } from "@tanstack/react-router";
import { useLastSearch } from "../session/address/last-search.ts";
import { useIsMeasuring } from "../session/measuring/current-session.ts";
import { useIsUnkept } from "../session/runs/unkept.ts";
import { Button } from "../ui/button.tsx";
import { usePageTitle } from "../ui/use-page-title.ts";
import { PageNotFetched } from "./lazy-page.tsx";

const notFetched =
  "Its code could not be fetched. Either Headroom was updated after this tab was opened, and reloading gets the new version, or there is no network.";

/** What would be lost by reloading now, and what to do first. */
function reloadAdvice(isMeasuring: boolean, isUnkept: boolean): string {
  if (isMeasuring)
    return "A measurement is running in this tab and will be kept. Reloading would end it, so reload when it is finished.";
  return isUnkept
    ? "A result in this tab is not kept. Go back to it and download it before you reload."
    : "Everything that was measured is kept in the library.";
}

/** @param error what was thrown while the page rendered or loaded */
export function PageError({ error }: ErrorComponentProps) {
  usePageTitle("Page failed");
  const router = useRouter();
  const isMeasuring = useIsMeasuring();
  const isUnkept = useIsUnkept();
  const lastSearch = useLastSearch();
  const isFetch = error instanceof PageNotFetched;
  return (
    <div className="py-12" role="alert">
      <h1>{isFetch ? "This page could not be fetched" : "This page failed to show"}</h1>
      <p className="mt-2 max-w-prose text-muted">
        {isFetch ? notFetched : error instanceof Error ? error.message : "The reason is unknown."}
      </p>
      <p className="mt-2 max-w-prose">{reloadAdvice(isMeasuring, isUnkept)}</p>
      <div className="mt-4 flex flex-wrap items-center gap-4">
        <Button onClick={() => void router.invalidate()}>Try again</Button>
        {isMeasuring ? null : <Button onClick={() => globalThis.location.reload()}>Reload</Button>}
        <Link to="/" search={lastSearch["/"] ?? {}}>
          Go to the Benchmark
        </Link>
      </div>
    </div>
  );
}
