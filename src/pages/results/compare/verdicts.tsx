// The answer of a comparison: verdicts at a glance, who is judged against whom, and the ways to measure more for it.
import { BAND_ABOVE } from "../../../regression/bands.ts";
import { Link } from "@tanstack/react-router";
import { readMachine } from "../../../session/page/machine.ts";
import type { CompareAddress } from "../../../comparison/compare-address.ts";
import type { Compared } from "../../../comparison/compared.ts";
import { CONSEQUENCES, type Flaw, flawText, flawThat } from "../../../comparison/flaws.ts";
import { againPlan, calibrationPlan, type PairPurpose } from "../../../comparison/pair-plan.ts";
import type { AnsweredQuestion } from "../../../comparison/question.ts";
import { comparisonSentence } from "../../../comparison/comparison-sentence.ts";
import { verdictRows, verdictSummary } from "../../../comparison/verdict-table.ts";
import { ENGINE_VERSION } from "../../../inference/version.ts";
import type { JudgedComparison } from "../../../regression/comparison.ts";
import { PairTools } from "./pair-tools.tsx";
import { VerdictGrid } from "./verdict-grid.tsx";

export interface VerdictsProps {
  readonly results: readonly Compared[];
  readonly judgement: AnsweredQuestion;
  /** The address with the two results exchanged; null where there are more. */
  readonly swapped: CompareAddress | null;
  /** Changes parameters of the address; null takes one away. */
  readonly onSearch: (change: Readonly<Record<string, string | null>>) => void;
}

/** Facts that differ, each with a tick that lets it; and what every report then says. */
function AllowedFacts({ judgement, onSearch }: Pick<VerdictsProps, "judgement" | "onSearch">) {
  const { allowable, notes } = judgement;
  return (
    <>
      {allowable.length === 0 ? null : (
        <fieldset className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-sm print:hidden">
          <legend className="mb-1 text-muted">These facts differ. Tick one to compare all the same:</legend>
          {allowable.map(({ name, isAllowed }) => (
            <label key={name} className="flex min-h-8 items-center gap-2">
              <input
                type="checkbox"
                checked={isAllowed}
                onChange={({ target }) => {
                  const names = allowable.flatMap((one) =>
                    (one.name === name ? target.checked : one.isAllowed) ? [one.name] : [],
                  );
                  onSearch({ allow: names.length === 0 ? null : names.join(",") });
                }}
              />
              {name}
            </label>
          ))}
        </fieldset>
      )}
      {notes.map((note) => (
        <p key={note} className="mb-2 max-w-prose text-sm text-warn">
          {note}
        </p>
      ))}
    </>
  );
}

export function Verdicts({ results, judgement, swapped, onSearch }: VerdictsProps) {
  const refused = flawThat(judgement.flaws, "refused");
  const shown = judgement.flaws.filter((flaw) => refused === null || flaw === refused).filter(isTold);
  return (
    <section aria-labelledby="verdicts">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
        <h2 id="verdicts" className="font-semibold">
          {judgement.isSessions ? `Better or worse than 1 to ${results.length - 1}?` : "Better or worse than 1?"}
        </h2>
        {results.length === 2 ? null : <JudgeChoice results={results} judgement={judgement} onSearch={onSearch} />}
      </div>
      {shown.map((flaw) => (
        <p
          key={flaw.kind}
          role={flaw === refused ? "alert" : "status"}
          className="mb-3 max-w-prose rounded border border-warn bg-panel p-3"
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
      ))}
      {refused !== null ? null : <Answer judgement={judgement} onSearch={onSearch} />}
    </section>
  );
}

/** What is not comparable is said with the verdicts. */
function isTold({ kind }: Flaw): boolean {
  return CONSEQUENCES[kind] !== "not comparable";
}

const selectLook = "min-h-8 max-w-64 rounded border border-line-strong bg-panel px-1 text-ink";

function JudgeChoice({ results, judgement, onSearch }: Omit<VerdictsProps, "swapped">) {
  return (
    <div className="flex flex-wrap gap-3 text-xs text-muted print:hidden">
      <label className="flex items-center gap-2">
        Baseline
        <select
          className={selectLook}
          value={judgement.isSessions ? "sessions" : "first"}
          onChange={({ target }) =>
            onSearch({ baseline: target.value === "sessions" ? "sessions" : null, again: null })
          }
        >
          <option value="first">1 alone</option>
          <option value="sessions">1 to {results.length - 1}, sessions of one baseline</option>
        </select>
      </label>
      {judgement.isSessions ? null : (
        <label className="flex items-center gap-2">
          Judge
          <select
            className={selectLook}
            value={results.indexOf(judgement.current) + 1}
            onChange={({ target }) => onSearch({ judge: target.value, again: null })}
          >
            {results.slice(1).map(({ name }, at) => (
              // The place is what the choice means: results may have equal names.
              // oxlint-disable-next-line react/no-array-index-key
              <option key={at} value={at + 2}>
                {at + 2}: {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

const bands: ReadonlySet<string> = new Set(Object.keys(BAND_ABOVE));

/** How many cells have a band. */
function bandsIn({ cells }: JudgedComparison): number {
  return cells.filter(({ outcome }) => bands.has(outcome.verdict)).length;
}

function Answer({ judgement, onSearch }: Pick<VerdictsProps, "judgement" | "onSearch">) {
  const { baselines, current, comparison, question, flaws, again, calibrationText } = judgement;
  const { unknown } = comparison;
  const [baseline] = baselines;
  const apart = flawThat(flaws, "not comparable");
  const here = { ...readMachine(), engineVersion: ENGINE_VERSION };
  const canMeasure = apart === null && baseline?.kind === "result" && current.kind === "result";
  return (
    <>
      <p className="mb-1 text-base font-semibold" data-testid="comparison-sentence">
        {comparisonSentence(comparison, question)}
      </p>
      <p className="mb-2" data-testid="verdict-summary">
        {verdictSummary(comparison)}. {apart === null ? null : flawText(apart)}
      </p>
      <AllowedFacts judgement={judgement} onSearch={onSearch} />
      {unknown.length === 0 ? null : <p className="mb-2 text-xs text-muted">Not checked: {unknown.join("; ")}.</p>}
      {/* Always there, so that the end of a measurement is announced. */}
      <div role="status">
        {again === null ? null : (
          <p className="mb-2" data-testid="again-summary">
            Measured again in turn: {verdictSummary(again)}.
            {bandsIn(again) < bandsIn(comparison)
              ? " What was a change for the worse before and is none now came with the machine or the moment."
              : ""}
          </p>
        )}
        {calibrationText === null ? null : (
          <p className="mb-2 text-xs text-muted" data-testid="calibration">
            {calibrationText}
          </p>
        )}
      </div>
      {canMeasure ? (
        <PairTools
          calibration={calibrationPlan(current, here)}
          again={againPlan(comparison, baseline, current, here)}
          onMeasured={(purpose: PairPurpose, sources) => onSearch({ [purpose]: sources })}
        />
      ) : null}
      {apart !== null ? null : (
        <VerdictGrid rows={verdictRows(comparison)} again={again === null ? null : verdictRows(again)} />
      )}
    </>
  );
}
