// A result of the library: the same table and charts as after its run.
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { theLibrary } from "../../../session/sources/library.ts";
import type { StoredResult as Stored } from "../../../results/library/library-db.ts";
import { Button } from "../../../ui/button.tsx";
import { usePageTitle } from "../../../ui/use-page-title.ts";
import { WaysOn } from "../../ways-on/ways-on.tsx";
import { GoOnButton } from "./go-on-button.tsx";
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
    const { ending, name } = data.entry;
    const wasCut = ending === "stopped" || ending === "interrupted";
    return (
      <StoredResult result={data.result} origin={ending === "imported" ? "imported" : "kept"} name={name}>
        {wasCut ? <GoOnButton result={data.result} /> : null}
      </StoredResult>
    );
  }
  if (data === undefined && (error === null || isFetching))
    return <p className="py-12 text-muted">Reading the library …</p>;
  return (
    <div role="alert" className="py-12">
      <h1>{data?.state === "missing" ? "This result is not in the library" : "This result could not be read"}</h1>
      <p className="mt-2 max-w-prose">{data === undefined ? (error?.message ?? "") : messageOf(data)}</p>
      <WaysOn>
        {data?.state === "missing" ? null : <Button onClick={() => void query.refetch()}>Try again</Button>}
      </WaysOn>
    </div>
  );
}
