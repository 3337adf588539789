// The comparison: two to six results over each other, what differs in how they were measured, and verdicts cell by cell.
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { compareAddress, readCompareAddress, splitSources } from "../../../comparison/compare-address.ts";
import {
  PARAMETER_CHARACTERS_MOST,
  type SearchText,
  stringifySearch,
  validateSearch,
} from "../../../session/address/search-text.ts";
import { originOf, sidesOf } from "../../../comparison/compared.ts";
import { differencesOf } from "../../../comparison/conditions.ts";
import { answer, type CompareQuestion } from "../../../comparison/question.ts";
import { sideBySide } from "../../../comparison/side-by-side.ts";
import { verdictRows } from "../../../comparison/verdict-table.ts";
import { Button } from "../../../ui/button.tsx";
import { CopyLinkButton, CopyLinkNotice, type MadeLink, useLinkCopying } from "../../../ui/copy-link.tsx";
import { formatCount } from "../../../words/format.ts";
import { TableFrame } from "../../../ui/table-frame.tsx";
import { usePageTitle } from "../../../ui/use-page-title.ts";
import { readQuestion } from "./compare-question.ts";
import { wholeSources } from "../list/compare-sources.ts";
import { SideBySideView } from "./side-by-side-view.tsx";
import { VerdictDetails } from "./verdict-details.tsx";
import { Verdicts } from "./verdicts.tsx";

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
      <h1 className="text-lg font-semibold">These results cannot be compared</h1>
      <p className="mt-2 max-w-prose">{message}</p>
      <p className="mt-4 flex flex-wrap items-center gap-4">
        {onRetry === null ? null : <Button onClick={onRetry}>Try again</Button>}
        <Link to="/results">Go to the Results</Link>
      </p>
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
  const { calibration = "", again = "" } = search;
  const { data, error, refetch } = useQuery({
    queryKey: ["compare", sources, calibration, again],
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

/** The address that holds all results themselves, and what was measured for the comparison. */
async function linkOf({ results, calibration, again }: CompareQuestion, search: SearchText): Promise<MadeLink> {
  const whole = await wholeSources(results);
  if (whole.state === "refused") return whole;
  const { calibration: _, again: _again, ...parameters } = search;
  const made: Record<string, string> = { ...parameters };
  for (const [name, pair] of Object.entries({ calibration, again })) {
    if (pair === null) continue;
    const sources = await wholeSources(pair);
    if (sources.state === "refused") return sources;
    if (sources.text.length > PARAMETER_CHARACTERS_MOST) {
      return { state: "refused", message: "What was measured for this comparison is too much for a link." };
    }
    made[name] = sources.text;
  }
  const address = compareAddress(splitSources(whole.text), made);
  return { state: "made", hash: `/compare/${address.params.sources}${stringifySearch(address.search)}` };
}

interface ComparisonViewProps {
  readonly question: CompareQuestion;
  readonly sources: string;
  readonly remarks: readonly string[];
  readonly search: SearchText;
}

function ComparisonView({ question, sources, remarks, search }: ComparisonViewProps) {
  const { results, problems } = question;
  const navigate = useNavigate();
  const sides = useMemo(() => sidesOf(results), [results]);
  const judgement = useMemo(() => answer(question, sides, search), [question, sides, search]);
  const copying = useLinkCopying(
    () => linkOf(question, search),
    (link) => `Link copied: ${formatCount(link.length)} characters hold all results.`,
  );
  const beside = useMemo(() => sideBySide(sides), [sides]);
  const differences = useMemo(() => differencesOf(results), [results]);
  const numbered = results.map(({ name }, at) => `${at + 1}: ${name}`);

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 pt-6">
      <div>
        <h1 className="text-lg font-semibold">How do these {formatCount(results.length)} results differ?</h1>
        <ol className="mt-2 grid gap-1">
          {results.map((one, at) => (
            // Results keep their places, and one may be listed twice.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={at}>
              {at + 1}: <span className="font-semibold">{one.name}</span>{" "}
              <span className="text-muted">
                {originOf(one)}
                {at === 0 ? "; the others are compared with this one" : ""}
              </span>
            </li>
          ))}
        </ol>
        <div className="mt-3 print:hidden">
          <CopyLinkButton copying={copying} />
          <CopyLinkNotice copying={copying} label="Link to this comparison" />
        </div>
        {sides.flatMap(({ name, notes, source }) =>
          source.kind === "file"
            ? notes.map((note) => (
                <p key={`${name} ${note}`} className="mt-2 max-w-prose text-sm text-muted">
                  {name}: {note}
                </p>
              ))
            : [],
        )}
        {[...remarks, ...problems, ...(judgement?.problems ?? [])].map((problem) => (
          <p key={problem} role="status" className="mt-2 max-w-prose text-sm text-warn">
            {problem}
          </p>
        ))}
      </div>
      {judgement === null ? null : (
        <Verdicts
          results={results}
          judgement={judgement}
          swapped={results.length === 2 ? compareAddress(splitSources(sources).toReversed()) : null}
          onSearch={(change) => {
            void navigate({
              to: "/compare/$sources",
              params: compareAddress(splitSources(sources)).params,
              // Of the address as it is by then: a measurement ends minutes after it was asked for.
              search: (before) =>
                compareAddress(
                  splitSources(sources),
                  validateSearch(
                    Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== null)),
                  ),
                ).search,
              replace: true,
            });
          }}
        />
      )}
      {beside === null ? null : (
        <SideBySideView
          beside={beside}
          results={results}
          numbered={numbered}
          judged={results.length === 2 ? (judgement?.comparison.cells ?? []) : []}
        />
      )}
      <section aria-labelledby="differences">
        <h2 id="differences" className="mb-2 font-semibold">
          What differs in how they were measured
        </h2>
        {differences.length === 0 ? (
          <p>Nothing: the same configuration, in the same environment.</p>
        ) : (
          <TableFrame
            label="Differences of configuration and environment"
            caption="Facts that are not the same in all results"
            columns={[{ label: "Fact" }, ...results.map((_, at) => ({ label: String(at + 1) }))]}
          >
            <tbody>
              {differences.map(({ fact, values }) => (
                <tr key={fact} className="border-b last:border-b-0">
                  <th scope="row" className="px-3 py-1.5 font-normal text-muted">
                    {fact}
                  </th>
                  {numbered.map((name, at) => (
                    <td key={name} className="px-3 py-1.5">
                      {values[at]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </TableFrame>
        )}
      </section>
      {judgement === null ? null : (
        <section aria-labelledby="every-verdict">
          <h2 id="every-verdict" className="mb-2 font-semibold">
            Every verdict with its figures
          </h2>
          <VerdictDetails
            rows={verdictRows(judgement.comparison)}
            again={judgement.again === null ? null : verdictRows(judgement.again)}
          />
        </section>
      )}
    </div>
  );
}
