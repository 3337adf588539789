// Says that a page broke, without losing the shell around it.
import type { ErrorComponentProps } from "@tanstack/react-router";
import { Button } from "../ui/button.tsx";
import { usePageTitle } from "../ui/use-page-title.ts";

/** `error` is what was thrown while the page rendered or loaded. */
export function PageError({ error }: ErrorComponentProps) {
  usePageTitle("Page failed");
  return (
    <div className="py-12" role="alert">
      <h1 className="text-lg font-semibold">This page failed to show</h1>
      <p className="mt-2 max-w-prose text-muted">
        {error instanceof Error ? error.message : "The reason is unknown."} Finished results are kept in the address or
        file they came from. Reload the page to go on.
      </p>
      <div className="mt-4">
        <Button onClick={() => globalThis.location.reload()}>Reload</Button>
      </div>
    </div>
  );
}
