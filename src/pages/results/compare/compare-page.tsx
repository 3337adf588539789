// The page of a comparison: reads its address, and shows the comparison or why there is none.
import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { readCompareAddress } from "../../../comparison/compare-address.ts";
import type { SearchText } from "../../../session/address/search-text.ts";
import { Button } from "../../../ui/button.tsx";
import { usePageTitle } from "../../../ui/use-page-title.ts";
import { WaysOn } from "../../ways-on/ways-on.tsx";
import { readQuestion } from "./compare-question.ts";
import { ComparisonView } from "./comparison-view.tsx";

export function ComparePage() {
  const { sources } = useParams({ from: "/compare/$sources" });
  const search = useSearch({ from: "/compare/$sources" });
  const address = readCompareAddress(sources, search);
  usePageTitle("Comparison");
  switch (address.state) {
    case "damaged":
      return <NotCompared message={address.message} onRetry={null} />;
    case "read":
      return <Comparison sources={address.sources} isUnchecked={address.isUnchecked} search={search} />;
  }
}

function NotCompared({ message, onRetry }: { readonly message: string; readonly onRetry: (() => void) | null }) {
  return (
    <div role="alert" className="py-12">
      <h1>These results cannot be compared</h1>
      <p className="mt-2 max-w-prose">{message}</p>
      <WaysOn takesFiles={false}>{onRetry === null ? null : <Button onClick={onRetry}>Try again</Button>}</WaysOn>
    </div>
  );
}

interface ComparisonProps {
  /** As its address names them, without the mark of a check. */
  readonly sources: string;
  readonly isUnchecked: boolean;
  readonly search: SearchText;
}

const UNCHECKED =
  "This address has no check, so a cut or a change of it could not be told. If these are not the results that were meant, ask for the link again.";

function Comparison({ sources, isUnchecked, search }: ComparisonProps) {
  const { calibration = "", again = "", names = "" } = search;
  const { data, error, refetch } = useQuery({
    queryKey: ["compare", sources, calibration, again, names],
    queryFn: ({ client }) => readQuestion(sources, search, client),
    staleTime: 0,
    // While a measurement is taken up, the comparison stays in sight.
    placeholderData: (before, query) => (query?.queryKey[1] === sources ? before : undefined),
  });
  if (data?.state === "read") {
    return (
      <ComparisonView
        key={sources}
        question={data.question}
        sources={sources}
        remarks={isUnchecked ? [UNCHECKED] : []}
        search={search}
      />
    );
  }
  if (data === undefined && error === null) return <p className="py-12 text-muted">Reading the results …</p>;
  return <NotCompared message={data?.message ?? error?.message ?? ""} onRetry={() => void refetch()} />;
}
