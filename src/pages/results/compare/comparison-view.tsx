// A comparison: its answer in one sentence, verdicts at a glance, the figures over each other, and every figure behind the verdicts.
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { compareAddress, splitSources } from "../../../comparison/compare-address.ts";
import { originOf, sidesOf } from "../../../comparison/compared.ts";
import { differencesOf } from "../../../comparison/conditions.ts";
import { answer, type CompareQuestion } from "../../../comparison/question.ts";
import { seriesNames } from "../../../comparison/series-names.ts";
import { sideBySide } from "../../../comparison/side-by-side.ts";
import { type SearchText, validateSearch } from "../../../session/address/search-text.ts";
import { useModelNames } from "../../../session/sources/model-names.ts";
import { ComparisonHead } from "./comparison-head.tsx";
import { DifferencesTable } from "./differences-table.tsx";
import { EveryVerdict } from "./every-verdict.tsx";
import { SideBySideView } from "./side-by-side-view.tsx";
import { MeasureMore, Verdicts } from "./verdicts.tsx";

export interface ComparisonViewProps {
  readonly question: CompareQuestion;
  /** As the address names them, without the mark of a check. */
  readonly sources: string;
  /** What is to be known of the address, one sentence each. */
  readonly remarks: readonly string[];
  readonly search: SearchText;
}

export function ComparisonView({ question, sources, remarks, search }: ComparisonViewProps) {
  const { results } = question;
  const navigate = useNavigate();
  const sides = useMemo(() => sidesOf(results), [results]);
  const judgement = useMemo(() => answer(question, sides, search), [question, sides, search]);
  const beside = useMemo(() => sideBySide(sides), [sides]);
  const named = useModelNames();
  const names = useMemo(() => seriesNames(results).map((name) => named(name)), [results, named]);
  const differences = useMemo(() => differencesOf(results), [results]);
  const numbered = names.map((name, at) => `${at + 1}: ${name}`);

  function changeSearch(change: Readonly<Record<string, string | null>>): void {
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
  }

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 pt-6">
      <ComparisonHead
        question={question}
        names={names}
        notes={sides.flatMap(({ name, notes, source }) =>
          source.kind === "file" ? notes.map((note) => `${name}: ${note}`) : [],
        )}
        judgement={judgement}
        swapped={results.length === 2 ? compareAddress(splitSources(sources).toReversed()) : null}
        remarks={remarks}
        search={search}
        measureMore={judgement === null ? null : <MeasureMore judgement={judgement} onSearch={changeSearch} />}
      />
      {judgement === null ? null : (
        <Verdicts numbered={numbered} results={results} judgement={judgement} onSearch={changeSearch} />
      )}
      {beside === null ? null : (
        <SideBySideView
          beside={beside}
          numbered={numbered}
          notes={results.map((one, at) => `${numbered[at] ?? ""}, ${originOf(one)}`)}
        />
      )}
      <section aria-labelledby="differences">
        <h2 id="differences" className="mb-2">
          What differs in how they were measured
        </h2>
        <DifferencesTable differences={differences} numbered={numbered} />
      </section>
      {judgement === null ? null : <EveryVerdict comparison={judgement.comparison} again={judgement.again} />}
    </div>
  );
}
