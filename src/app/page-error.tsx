// Says that a page broke or could not be fetched. The frame around it stays, and so does whatever is measured.
import { type ErrorComponentProps, Link, useRouter } from "@tanstack/react-router";
import { useLastSearch } from "../session/address/last-search.ts";
import { useIsMeasuring } from "../session/measuring/current-session.ts";
import { useIsUnkept } from "../session/measuring/unkept.ts";
import { Button } from "../ui/button.tsx";
import { usePageTitle } from "../ui/use-page-title.ts";
import { PageNotFetched } from "./lazy-page.tsx";

const notFetched =
  "Its code could not be fetched. Headroom was updated since this tab was opened, and reloading gets the newest one; or the network is gone.";

/** What reloading would cost now. */
function reloadAdvice(isMeasuring: boolean, isUnkept: boolean): string {
  if (isMeasuring)
    return "A measurement goes on in this tab and is kept. Reloading would end it: reload here afterwards.";
  return isUnkept
    ? "A result of this tab is not kept: go back to it and download it before you reload."
    : "Everything that was measured is kept in the library.";
}

/** `error` is what was thrown while the page rendered or loaded. */
export function PageError({ error }: ErrorComponentProps) {
  usePageTitle("Page failed");
  const router = useRouter();
  const isMeasuring = useIsMeasuring();
  const isUnkept = useIsUnkept();
  const lastSearch = useLastSearch();
  const isFetch = error instanceof PageNotFetched;
  return (
    <div className="py-12" role="alert">
      <h1 className="text-lg font-semibold">
        {isFetch ? "This page could not be fetched" : "This page failed to show"}
      </h1>
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
