// What a question found, as a small picture on its card: here the last time, else on another machine from this site's catalogue.
import { useQuery } from "@tanstack/react-query";
import { textOf } from "../../fields/settings.ts";
import type { CatalogueEntry } from "../../results/catalogue/catalogue-index.ts";
import { type Findings, readFindings } from "../../results/findings.ts";
import type { ResultFacts } from "../../results/library/entry.ts";
import type { Configuration } from "../../scenarios/contract/scenario.ts";
import { isMeasuredAs } from "../../scenarios/measured-as.ts";
import { textsOf } from "../../scenarios/texts.ts";
import { catalogueQuery, catalogueSource } from "../../session/sources/catalogue.ts";
import { theLibrary } from "../../session/sources/library.ts";
import { Queries } from "../../session/sources/queries.tsx";
import { firstSentence } from "../../words/first-sentence.ts";
import { Sparkline } from "../../ui/charts/sparkline.tsx";

/** Results of a question that are read until one has its very settings. */
const READ_MOST = 10;

/** Whether a listed result answers this configuration: of its scenario, and every choice that the list knows is the same. */
function answers({ scenario, settings }: Pick<ResultFacts, "scenario" | "settings">, asked: Configuration): boolean {
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

function hasCurve(findings: string | null): boolean {
  const read = readFindings(findings);
  return read !== null && read.curve !== null;
}

/** The newest finished run of this browser with the question's own settings; null where there is none, or nothing is kept. */
async function ownFindings(asked: Configuration): Promise<Findings | null> {
  const opened = await theLibrary();
  if (opened.state !== "open") return null;
  const { library } = opened;
  const entries = (await library.entries()).filter(
    (entry) => entry.ending === "finished" && answers(entry, asked) && hasCurve(entry.findings),
  );
  for (const entry of entries.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1)).slice(0, READ_MOST)) {
    const stored = await library.read(entry.id);
    if (stored.state === "read" && isMeasuredAs(asked, stored.result.settings)) return readFindings(entry.findings);
  }
  return null;
}

interface Found {
  readonly findings: Findings;
  readonly whose: "Yours" | "Elsewhere";
}

/** What was found here last, else what another machine found; null where neither has a curve. */
function foundFor(asked: Configuration, own: Findings | null, listed: readonly CatalogueEntry[]): Found | null {
  if (own !== null) return { findings: own, whose: "Yours" };
  const other = listed.find((entry) => answers(entry, asked));
  const otherFound = other === undefined ? null : readFindings(other.findings);
  return otherFound === null ? null : { findings: otherFound, whose: "Elsewhere" };
}

export function QuestionPreview({ configuration }: { readonly configuration: Configuration }) {
  return (
    <Queries>
      <Preview configuration={configuration} />
    </Queries>
  );
}

function Preview({ configuration }: { readonly configuration: Configuration }) {
  const catalogue = catalogueSource(undefined);
  const source = catalogue.state === "read" ? catalogue.source : null;
  const { data } = useQuery({ ...catalogueQuery(source ?? { index: "", parameter: null }), enabled: source !== null });
  const own = useQuery({
    queryKey: ["own findings", textsOf(configuration)],
    queryFn: () => ownFindings(configuration),
    staleTime: 0,
    retry: false,
  });
  const found = own.isPending ? null : foundFor(configuration, own.data ?? null, data?.results ?? []);
  const curve = found?.findings.curve ?? null;
  if (found === null || curve === null) return null;
  const [said] = firstSentence(found.findings.sentence ?? curve.label);
  return (
    <span className="block text-xs text-muted">
      <Sparkline {...curve} text={`${curve.label}. ${found.whose}`} />
      <span className="line-clamp-3">
        {found.whose}: {said}
      </span>
    </span>
  );
}
