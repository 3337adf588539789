// What a question found on another machine, as a small picture on its card: from this site's catalogue, and said to be from elsewhere.
import { useQuery } from "@tanstack/react-query";
import { textOf } from "../../fields/settings.ts";
import type { CatalogueEntry } from "../../results/catalogue/catalogue-index.ts";
import { readFindings } from "../../results/findings.ts";
import type { Experiment } from "../../scenarios/contract/scenario.ts";
import { catalogueQuery, catalogueSource } from "../../session/sources/catalogue.ts";
import { Queries } from "../../session/sources/queries.tsx";
import { Sparkline } from "../../ui/charts/sparkline.tsx";

/** Whether a listed result answers this experiment: of its scenario, and every choice that the list knows is the same. */
function answers({ scenario, settings }: CatalogueEntry, asked: Experiment): boolean {
  const { fields } = asked.scenario;
  return (
    scenario === asked.scenario.kind &&
    asked.shownFields.every((name) => {
      const field = fields[name];
      const listed = field === undefined ? undefined : settings[field.parameter];
      return listed === undefined || listed === textOf(fields, asked.settings, name);
    })
  );
}

export function QuestionPreview({ experiment }: { readonly experiment: Experiment }) {
  return (
    <Queries>
      <Preview experiment={experiment} />
    </Queries>
  );
}

function Preview({ experiment }: { readonly experiment: Experiment }) {
  const own = catalogueSource(undefined);
  const source = own.state === "read" ? own.source : null;
  const { data } = useQuery({ ...catalogueQuery(source ?? { index: "", parameter: null }), enabled: source !== null });
  const entry = data?.results.find((one) => answers(one, experiment));
  const curve = entry === undefined ? null : (readFindings(entry.findings)?.curve ?? null);
  if (entry === undefined || curve === null) return null;
  return (
    <span className="block text-xs text-muted">
      <Sparkline {...curve} text={`${curve.label}, measured elsewhere`} />
      {curve.label}, measured elsewhere
    </span>
  );
}
