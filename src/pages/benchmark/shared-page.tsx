// A result that came in a link: the same table and charts, marked as shared, with its environment.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import { configurationToParameters } from "../../measurement/configuration-text.ts";
import { derive } from "../../results/derive.ts";
import type { Result } from "../../results/schema.ts";
import { formatInstant } from "../../ui/format.ts";
import { usePageTitle } from "../../ui/use-page-title.ts";
import { HowMeasured } from "./how-measured.tsx";
import { LegendBar } from "./legend-bar.tsx";
import { LossTable } from "./loss-table.tsx";
import { configurationText, provenanceOf, SOURCE_WORDS } from "./provenance.ts";
import { ReferenceTables } from "./reference-tables.tsx";
import { useReferences } from "../../app/references.ts";
import { ResultActions } from "./result-actions.tsx";
import { ResultView } from "./result-view.tsx";
import { verdictOf } from "./verdict.ts";

async function decode(payload: string) {
  const { decodeLink } = await import("../../results/link.ts");
  return decodeLink(payload);
}

export function SharedPage() {
  const { payload } = useParams({ from: "/r/$payload" });
  const query = useQuery({ queryKey: ["link", payload], queryFn: () => decode(payload) });
  if (query.isError) return <Refused message={`The link could not be read: ${query.error.message}`} />;
  if (query.data === undefined) return <p className="py-12 text-muted">Reading the link …</p>;
  return query.data.state === "read" ? (
    <SharedResult result={query.data.result} />
  ) : (
    <Refused message={query.data.message} />
  );
}

function Refused({ message }: { readonly message: string }) {
  usePageTitle("Link not read");
  return (
    <div role="alert" className="py-12">
      <h1 className="text-lg font-semibold">This link holds no result that can be shown</h1>
      <p className="mt-2 max-w-prose">{message}</p>
      <p className="mt-4">
        <Link to="/">Go to the Benchmark</Link>
      </p>
    </div>
  );
}

function SharedResult({ result }: { readonly result: Result }) {
  usePageTitle("Shared result");
  const { configuration, environment, trials } = result;
  const references = useReferences();
  const cores = environment.parallelCapacity.cores;
  const derived = useMemo(() => derive(configuration, trials, cores), [configuration, trials, cores]);
  const verdict = verdictOf(configuration, derived, cores);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 pt-6">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="max-w-3xl min-w-0">
          <p className="text-xs text-muted">
            Shared result · {environment.browser} · {formatInstant(result.createdAt)}
          </p>
          <h1 className="text-lg font-semibold">{configurationText(configuration)}</h1>
          <p data-testid="verdict" className="mt-1">
            {verdict ?? "No trial of this result has a figure."}
          </p>
          <p className="mt-1 text-muted">
            Measured on the machine that shared it, not on this one.{" "}
            <Link to="/" search={configurationToParameters(configuration)}>
              Measure the same here
            </Link>
          </p>
        </div>
        <ResultActions result={result} source="shared" />
      </div>
      <ResultView
        configuration={configuration}
        derived={derived}
        timerStepUs={environment.timerStepUs}
        perAgentBytes={environment.engineMemory.perAgentBytes}
        references={references.shown}
        current={null}
        live={false}
        source="shared"
        provenance={provenanceOf(result)}
      >
        <LegendBar rows={derived.rows} references={references} measuredLabel={SOURCE_WORDS.shared} />
      </ResultView>
      <ReferenceTables series={references.shown} open={false} />
      <LossTable rows={derived.rows} />
      <HowMeasured configuration={configuration} environment={environment} derived={derived} trials={trials} />
    </div>
  );
}
