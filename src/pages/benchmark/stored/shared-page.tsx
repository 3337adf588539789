// A result that came in a link: the same table and charts, marked as shared, with its environment.
import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { defaultName } from "../../../results/library/entry.ts";
import type { Result } from "../../../results/format/result.ts";
import { Button } from "../../../ui/button.tsx";
import { usePageTitle } from "../../../ui/use-page-title.ts";
import { WaysOn } from "../../ways-on/ways-on.tsx";
import { KeepCopyButton } from "./keep-copy-button.tsx";
import { StoredResult } from "./stored-result.tsx";

async function decode(payload: string) {
  const { decodeLink } = await import("../../../results/link/result-link.ts");
  return decodeLink(payload);
}

/** The model of the result, where the link has it beside: whoever opens it can measure the same. */
function useCarriedModel(model: string | undefined): void {
  useEffect(() => {
    if (model === undefined) return;
    // Without it the page that measures asks for the model's file.
    import("../../../session/models/carried-model.ts")
      .then(({ keepCarried }) => keepCarried(model))
      .catch(() => undefined);
  }, [model]);
}

export function SharedPage() {
  const { payload } = useParams({ from: "/r/$payload" });
  const { model } = useSearch({ from: "/r/$payload" });
  useCarriedModel(model);
  const query = useQuery({ queryKey: ["link", payload], queryFn: () => decode(payload) });
  if (query.isError) {
    return (
      <Refused message={`The link could not be read: ${query.error.message}`}>
        <Button onClick={() => void query.refetch()}>Try again</Button>
      </Refused>
    );
  }
  if (query.data === undefined) return <p className="py-12 text-muted">Reading the link …</p>;
  return query.data.state === "read" ? <Opened result={query.data.result} /> : <Refused message={query.data.message} />;
}

function Refused({ message, children }: { readonly message: string; readonly children?: ReactNode }) {
  usePageTitle("Link not read");
  return (
    <div role="alert" className="py-12">
      <h1>This link holds no result that can be shown</h1>
      <p className="mt-2 max-w-prose">{message}</p>
      <WaysOn>{children}</WaysOn>
    </div>
  );
}

function Opened({ result }: { readonly result: Result }) {
  usePageTitle("Shared result");
  return (
    <StoredResult result={result} origin="shared" name={null}>
      <KeepCopyButton result={result} name={defaultName(result)} tags={[]} />
    </StoredResult>
  );
}
