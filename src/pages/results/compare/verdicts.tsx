// The answer of a comparison: verdicts at a glance, who is judged against whom, and the ways to measure more for it.
import { Link } from "@tanstack/react-router";
import { readMachine } from "../../../session/page/machine.ts";
import type { PairPurpose } from "../../../session/measuring/pair-store.ts";
import type { Comparison } from "../../../regression/comparison.ts";
import { verdictRows, verdictSummary } from "../../../comparison/verdict-table.ts";
import { mistakeOf } from "./compare-question.ts";
import type { Compared } from "../../../comparison/compared.ts";
import type { Judgement } from "./judgement.ts";
import { againPlan, calibrationPlan } from "./pair-plan.ts";
import { PairTools } from "./pair-tools.tsx";
import { VerdictGrid } from "./verdict-grid.tsx";

export interface VerdictsProps {
  readonly results: readonly Compared[];
  readonly judgement: Judgement;
  /** The address with the two results exchanged; null where there are more. */
  readonly swapped: string | null;
  /** Changes parameters of the address; null takes one away. */
  readonly onSearch: (change: Readonly<Record<string, string | null>>) => void;
}

export function Verdicts({ results, judgement, swapped, onSearch }: VerdictsProps) {
  const mistake = mistakeOf(judgement, results);
  return (
    <section aria-labelledby="verdicts">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
        <h2 id="verdicts" className="font-semibold">
          {judgement.isSessions ? `Better or worse than 1 to ${results.length - 1}?` : "Better or worse than 1?"}
        </h2>
        {results.length === 2 ? null : <JudgeChoice results={results} judgement={judgement} onSearch={onSearch} />}
      </div>
      {mistake === null ? null : (
        <p
          role={mistake.refuses ? "alert" : "status"}
          className="mb-3 max-w-prose rounded border border-warn bg-panel p-3"
        >
          <span aria-hidden className="text-warn">
            ▲{" "}
          </span>
          {mistake.text}{" "}
          {swapped === null || mistake.refuses ? null : (
            <Link to="/compare/$sources" params={{ sources: swapped }}>
              Swap them
            </Link>
          )}
        </p>
      )}
      {mistake?.refuses === true ? null : <Answer judgement={judgement} onSearch={onSearch} />}
    </section>
  );
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

const bands: ReadonlySet<string> = new Set(["minor", "warning", "critical"]);

/** How many cells have a band. */
function bandsIn({ cells }: Comparison): number {
  return cells.filter(({ outcome }) => bands.has(outcome.verdict)).length;
}

function Answer({ judgement, onSearch }: Pick<VerdictsProps, "judgement" | "onSearch">) {
  const { baselines, current, comparison, again, calibrationText } = judgement;
  const { differences, unknown } = comparison;
  const [baseline] = baselines;
  const canMeasure = differences.length === 0 && baseline?.kind === "result" && current.kind === "result";
  return (
    <>
      <p className="mb-2" data-testid="verdict-summary">
        {verdictSummary(comparison)}.{" "}
        {differences.length === 0 ? "Changes are positive where worse." : `${differences.join("; ")}.`}
      </p>
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
          calibration={calibrationPlan(current, readMachine())}
          again={againPlan(comparison, baseline, current)}
          onMeasured={(purpose: PairPurpose, sources) => onSearch({ [purpose]: sources })}
        />
      ) : null}
      {differences.length > 0 ? null : (
        <VerdictGrid rows={verdictRows(comparison)} again={again === null ? null : verdictRows(again)} />
      )}
    </>
  );
}
