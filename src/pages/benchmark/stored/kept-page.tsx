// A result of the library: the same table and charts as after its run.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { theLibrary } from "../../../session/sources/library.ts";
import type { StoredResult as Stored } from "../../../results/library/library-db.ts";
import { Button } from "../../../ui/button.tsx";
import { usePageTitle } from "../../../ui/use-page-title.ts";
import { StoredResult } from "./stored-result.tsx";

async function read(id: string): Promise<Stored> {
  const opened = await theLibrary();
  return opened.state === "open" ? opened.library.read(id) : { state: "refused", message: opened.message };
}

function messageOf(stored: Exclude<Stored, { readonly state: "read" }>): string {
  switch (stored.state) {
    case "missing":
      return "It was deleted, or it was measured in another browser: an address of the library works only where the result is kept. Copy link makes one that works everywhere.";
    case "refused":
      return stored.message;
  }
}

export function KeptPage() {
  const { id } = useParams({ from: "/results/$id" });
  const query = useQuery({ queryKey: ["kept", id], queryFn: () => read(id), staleTime: 0, retry: false });
  const { data, error, isFetching } = query;
  usePageTitle(data?.state === "read" ? data.entry.name : "Kept result");
  if (data?.state === "read") {
    const origin = data.entry.ending === "imported" ? "imported" : "kept";
    return <StoredResult result={data.result} origin={origin} name={data.entry.name} />;
  }
  if (data === undefined && (error === null || isFetching))
    return <p className="py-12 text-muted">Reading the library …</p>;
  return (
    <div role="alert" className="py-12">
      <h1 className="text-lg font-semibold">
        {data?.state === "missing" ? "This result is not in the library" : "This result could not be read"}
      </h1>
      <p className="mt-2 max-w-prose">{data === undefined ? (error?.message ?? "") : messageOf(data)}</p>
      <p className="mt-4 flex flex-wrap items-center gap-4">
        {data?.state === "missing" ? null : <Button onClick={() => void query.refetch()}>Try again</Button>}
        <Link to="/results">Go to the Results</Link>
      </p>
    </div>
  );
}
