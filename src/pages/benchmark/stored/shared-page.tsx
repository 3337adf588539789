// A result that came in a link: the same table and charts, marked as shared, with its environment.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { defaultName } from "../../../results/library/entry.ts";
import type { Result } from "../../../results/format/result.ts";
import { Button } from "../../../ui/button.tsx";
import { usePageTitle } from "../../../ui/use-page-title.ts";
import { KeepCopyButton } from "./keep-copy-button.tsx";
import { StoredResult } from "./stored-result.tsx";

async function decode(payload: string) {
  const { decodeLink } = await import("../../../results/link/result-link.ts");
  return decodeLink(payload);
}

export function SharedPage() {
  const { payload } = useParams({ from: "/r/$payload" });
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
      <h1 className="text-lg font-semibold">This link holds no result that can be shown</h1>
      <p className="mt-2 max-w-prose">{message}</p>
      <p className="mt-4 flex flex-wrap items-center gap-4">
        {children}
        <Link to="/">Go to the Benchmark</Link>
      </p>
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
