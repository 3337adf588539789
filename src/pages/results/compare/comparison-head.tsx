// The top of a comparison: what was found in one sentence, what is compared, and what is wrong with it.
import { Link } from "@tanstack/react-router";
import type { CompareAddress } from "../../../comparison/compare-address.ts";
import { type Compared, originOf } from "../../../comparison/compared.ts";
import type { ReactNode } from "react";
import { comparisonSentence, needsRepeats } from "../../../comparison/comparison-sentence.ts";
import { CONSEQUENCES, type Flaw, flawText, flawThat } from "../../../comparison/flaws.ts";
import type { AnsweredQuestion, CompareQuestion } from "../../../comparison/question.ts";
import { verdictSummary } from "../../../comparison/verdict-table.ts";
import type { SearchText } from "../../../session/address/search-text.ts";
import { CopyLinkButton, CopyLinkNotice, useLinkCopying } from "../../../ui/copy-link.tsx";
import { formatCount } from "../../../words/format.ts";
import { comparisonLink } from "./comparison-link.ts";
import { AnswerText } from "../../../ui/answer-text.tsx";
import { CutName } from "../../../ui/cut-name.tsx";

export interface ComparisonHeadProps {
  readonly question: CompareQuestion;
  /** What each result is called. */
  readonly names: readonly string[];
  /** What is to be known of files, one sentence each. */
  readonly notes: readonly string[];
  /** Null where there is nothing to judge. */
  readonly judgement: AnsweredQuestion | null;
  /** The address with the two results exchanged; null where there are more. */
  readonly swapped: CompareAddress | null;
  readonly remarks: readonly string[];
  readonly search: SearchText;
  /** Stands under the answer where it says that more repeats can tell. */
  readonly measureMore: ReactNode;
}

/** What is not comparable is said with the verdicts, and what the sentence says is not said again. */
function isShown({ kind }: Flaw): boolean {
  return CONSEQUENCES[kind] !== "not comparable" && CONSEQUENCES[kind] !== "told";
}

function Flaws({ flaws, swapped }: { readonly flaws: readonly Flaw[]; readonly swapped: CompareAddress | null }) {
  const refused = flawThat(flaws, "refused");
  const shown = flaws.filter((flaw) => refused === null || flaw === refused).filter(isShown);
  return shown.map((flaw) => (
    <p
      key={flaw.kind}
      role={flaw === refused ? "alert" : "status"}
      className="mt-3 max-w-prose rounded border border-warn bg-panel p-3"
    >
      <span aria-hidden className="text-warn">
        ▲{" "}
      </span>
      {flaw.kind === "swapped" && swapped !== null ? (
        <>
          {flaw.what}{" "}
          <Link to="/compare/$sources" {...swapped}>
            Swap them
          </Link>
        </>
      ) : (
        flawText(flaw)
      )}
    </p>
  ));
}

/** The answer, and how many verdicts of each kind it stands on. */
function Answer({ judgement: { comparison, flaws, question } }: { readonly judgement: AnsweredQuestion }) {
  const apart = flawThat(flaws, "not comparable");
  return (
    <>
      <p className="mt-1 max-w-[920px]" data-testid="comparison-sentence">
        <AnswerText text={comparisonSentence(comparison, question)} />
      </p>
      <p className="mt-1 max-w-prose" data-testid="verdict-summary">
        {verdictSummary(comparison)}. {apart === null ? null : flawText(apart)}
      </p>
    </>
  );
}

const NAME_MOST = 80;

/** What a result is called where it is told from the others, and its own name where that is another. */
function Told({ one, name }: { readonly one: Compared; readonly name: string }) {
  // Where the time is the name, it is said once.
  const origin = originOf(one).replace(`${name}, `, "");
  return (
    <>
      <span className="font-semibold">
        <CutName name={name} most={NAME_MOST} />
      </span>{" "}
      <span className="text-muted">
        {one.name === name ? null : (
          <>
            <CutName name={one.name} most={NAME_MOST} />,{" "}
          </>
        )}
        {origin}
      </span>
    </>
  );
}

export function ComparisonHead(props: ComparisonHeadProps) {
  const { question, names, notes, judgement, swapped, remarks, search, measureMore } = props;
  const { results, problems } = question;
  const copying = useLinkCopying(
    () => comparisonLink(question, search),
    (link) => `Link copied: ${formatCount(link.length)} characters hold all results.`,
  );
  const isRefused = judgement === null || flawThat(judgement.flaws, "refused") !== null;
  return (
    <div>
      <h1 className="answered">How do these {formatCount(results.length)} results differ?</h1>
      {isRefused ? null : <Answer judgement={judgement} />}
      {!isRefused && needsRepeats(judgement.comparison) ? <div className="mt-3">{measureMore}</div> : null}
      {judgement === null ? null : <Flaws flaws={judgement.flaws} swapped={swapped} />}
      <ol className="mt-3 grid gap-1" aria-label="What is compared">
        {results.map((one, at) => (
          // Results keep their places, and one may be listed twice.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>
            {at + 1}: <Told one={one} name={names[at] ?? one.name} />
            {at === 0 ? <span className="text-muted">; the others are compared with this one</span> : null}
          </li>
        ))}
      </ol>
      <div className="mt-3 print:hidden">
        <CopyLinkButton copying={copying} />
        <CopyLinkNotice copying={copying} label="Link to this comparison" />
      </div>
      {[...new Set(notes)].map((note) => (
        <p key={note} className="mt-2 max-w-prose text-sm text-muted">
          {note}
        </p>
      ))}
      {[...remarks, ...problems, ...(judgement?.problems ?? [])].map((problem) => (
        <p key={problem} role="status" className="mt-2 max-w-prose text-sm text-warn">
          {problem}
        </p>
      ))}
    </div>
  );
}
