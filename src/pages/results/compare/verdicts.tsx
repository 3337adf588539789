// The verdicts of a comparison at a glance, who is judged against whom, and the ways to measure more for it.
import { BAND_ABOVE } from "../../../regression/bands.ts";
import { readMachine } from "../../../session/page/machine.ts";
import type { Compared } from "../../../comparison/compared.ts";
import { needsRepeats } from "../../../comparison/comparison-sentence.ts";
import { flawThat } from "../../../comparison/flaws.ts";
import { againPlan, calibrationPlan, type PairPurpose } from "../../../comparison/pair-plan.ts";
import type { AnsweredQuestion } from "../../../comparison/question.ts";
import { verdictRows, verdictSummary } from "../../../comparison/verdict-table.ts";
import { ENGINE_VERSION } from "../../../inference/version.ts";
import type { JudgedComparison } from "../../../regression/comparison.ts";
import { PairTools } from "./pair-tools.tsx";
import { DerivedFold } from "./derived-fold.tsx";
import { HeatLegend } from "./heat-legend.tsx";
import { VerdictGrid, type VerdictGridProps } from "./verdict-grid.tsx";
import { cutMiddle } from "../../../words/cut-middle.ts";

export interface VerdictsProps {
  readonly results: readonly Compared[];
  readonly judgement: AnsweredQuestion;
  /** What each result is called, with its number. */
  readonly numbered: readonly string[];
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
        <p key={note} className="mb-2 max-w-prose text-sm">
          {note}
        </p>
      ))}
    </>
  );
}

/** The ways to measure more for a comparison; nothing where none would count. */
export function MeasureMore({ judgement, onSearch }: Pick<VerdictsProps, "judgement" | "onSearch">) {
  const { baselines, current, comparison, flaws } = judgement;
  const [baseline] = baselines;
  const isApart = flawThat(flaws, "not comparable") !== null;
  if (isApart || baseline?.kind !== "result" || current.kind !== "result") return null;
  const here = { ...readMachine(), engineVersion: ENGINE_VERSION };
  return (
    <PairTools
      calibration={calibrationPlan(current, here)}
      again={againPlan(comparison, baseline, current, here)}
      onMeasured={(purpose: PairPurpose, sources) => onSearch({ [purpose]: sources })}
    />
  );
}

export function Verdicts({ results, numbered, judgement, onSearch }: VerdictsProps) {
  if (flawThat(judgement.flaws, "refused") !== null) return null;
  return (
    <section aria-labelledby="verdicts">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
        <h2 id="verdicts">
          {judgement.isSessions ? `Better or worse than 1 to ${results.length - 1}?` : "Better or worse than 1?"}
        </h2>
        {results.length === 2 ? null : (
          <JudgeChoice results={results} numbered={numbered} judgement={judgement} onSearch={onSearch} />
        )}
      </div>
      <Answer judgement={judgement} onSearch={onSearch} />
      <p className="mt-2 text-xs text-muted print:hidden">
        The same verdicts for every change of your code, in continuous integration:{" "}
        <a href="./docs/ci.md" target="_blank" rel="noreferrer">
          docs/ci.md
        </a>
        .
      </p>
    </section>
  );
}

const selectLook = "min-h-8 max-w-64 rounded border border-line-strong bg-panel px-1 text-ink";

function JudgeChoice({ results, numbered, judgement, onSearch }: VerdictsProps) {
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
            {numbered.slice(1).map((name, at) => (
              <option key={name} value={at + 2} title={name}>
                {cutMiddle(name, 60)}
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

/** Verdicts at a glance; what follows from other figures is folded. */
function AtAGlance({ rows, again }: Pick<VerdictGridProps, "rows" | "again">) {
  const derived = rows.filter(({ isDerived }) => isDerived);
  const own = rows.filter(({ isDerived }) => !isDerived);
  return (
    <>
      <VerdictGrid label="Verdicts at a glance" rows={own} again={again} testId="verdict-grid" />
      <HeatLegend />
      {derived.length === 0 ? null : (
        <DerivedFold rows={derived}>
          <VerdictGrid label="Derived figures at a glance" rows={derived} again={again} testId="derived-grid" />
        </DerivedFold>
      )}
    </>
  );
}

function Answer({ judgement, onSearch }: Pick<VerdictsProps, "judgement" | "onSearch">) {
  const { comparison, flaws, again, calibrationText } = judgement;
  const { unknown } = comparison;
  const apart = flawThat(flaws, "not comparable");
  return (
    <>
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
      {/* Where more repeats are the answer, they are offered beside it. */}
      {needsRepeats(comparison) ? null : <MeasureMore judgement={judgement} onSearch={onSearch} />}
      {apart !== null ? null : (
        <AtAGlance rows={verdictRows(comparison)} again={again === null ? null : verdictRows(again)} />
      )}
    </>
  );
}
