// What a question found: here the last time, else on another machine from this site's catalogue.
import { useQuery } from "@tanstack/react-query";
import { textOf } from "../../../fields/settings.ts";
import type { CatalogueEntry } from "../../../results/catalogue/catalogue-index.ts";
import { type Findings, readFindings } from "../../../results/findings.ts";
import type { Result } from "../../../results/format/result.ts";
import type { ResultFacts } from "../../../results/library/entry.ts";
import type { Configuration } from "../../../scenarios/contract/scenario.ts";
import { isMeasuredAs } from "../../../scenarios/measured-as.ts";
import { textsOf } from "../../../scenarios/texts.ts";
import { catalogueQuery, catalogueSource } from "../../../session/sources/catalogue.ts";
import { theLibrary } from "../../../session/sources/library.ts";

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

interface OwnRun {
  readonly findings: Findings;
  readonly result: Result;
}

/** The newest finished run of this browser with the question's own settings; null where there is none, or nothing is kept. */
async function ownRun(asked: Configuration): Promise<OwnRun | null> {
  const opened = await theLibrary();
  if (opened.state !== "open") return null;
  const { library } = opened;
  const entries = (await library.entries()).filter((entry) => entry.ending === "finished" && answers(entry, asked));
  for (const entry of entries.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1)).slice(0, READ_MOST)) {
    const findings = readFindings(entry.findings);
    if (findings === null) continue;
    const stored = await library.read(entry.id);
    if (stored.state === "read" && isMeasuredAs(asked, stored.result.settings)) {
      return { findings, result: stored.result };
    }
  }
  return null;
}

export type Found =
  | { readonly whose: "Yours"; readonly findings: Findings; readonly result: Result }
  | { readonly whose: "Elsewhere"; readonly findings: Findings; readonly entry: CatalogueEntry };

/** What was found here last, else what another machine found; null where neither is known. */
function foundFor(asked: Configuration, own: OwnRun | null, listed: readonly CatalogueEntry[]): Found | null {
  if (own !== null) return { whose: "Yours", ...own };
  const entry = listed.find((one) => answers(one, asked));
  const findings = entry === undefined ? null : readFindings(entry.findings);
  return entry === undefined || findings === null ? null : { whose: "Elsewhere", findings, entry };
}

/** @returns null until it is known, and where nothing was found */
export function useFound(configuration: Configuration): Found | null {
  const catalogue = catalogueSource(undefined);
  const source = catalogue.state === "read" ? catalogue.source : null;
  const { data } = useQuery({ ...catalogueQuery(source ?? { index: "", parameter: null }), enabled: source !== null });
  const own = useQuery({
    queryKey: ["own run", textsOf(configuration)],
    queryFn: () => ownRun(configuration),
    staleTime: 0,
    retry: false,
  });
  return own.isPending ? null : foundFor(configuration, own.data ?? null, data?.results ?? []);
}
