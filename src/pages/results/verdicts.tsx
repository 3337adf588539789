// The verdict on every row and metric of one result against its baseline, what was measured for it, and the ways to measure more.
import { useMemo } from "react";
import type { PairPurpose } from "../../app/pair-run.ts";
import type { SearchText } from "../../app/search-text.ts";
import { calibratedFloors, type Calibration } from "../../regression/calibration.ts";
import { compareResults } from "../../regression/comparison.ts";
import { METRICS, shareOfShift } from "../../regression/metrics.ts";
import { VERDICT_COLUMNS, verdictRows, verdictSummary } from "../../results/verdict-table.ts";
import { formatPercent } from "../../ui/format.ts";
import { TableFrame } from "../../ui/table-frame.tsx";
import { type CompareQuestion, type Judged, judgedOf, mistakeOf, type Pair } from "./compare-question.ts";
import { type Compared, measuredOf } from "./compared.ts";
import { againPlan, calibrationPlan } from "./pair-plan.ts";
import { PairTools } from "./pair-tools.tsx";
import { AGAIN_COLUMN, VerdictRows } from "./verdict-rows.tsx";

function calibrationOf(pair: Pair | null): Calibration | null {
  return pair === null ? null : [measuredOf(pair[0]), measuredOf(pair[1])];
}

/** "throughput 2.1%, p50 latency 4%" */
function floorsText(calibration: Calibration, current: Compared): string {
  const { floors } = calibratedFloors(calibration, measuredOf(current));
  return Object.values(METRICS)
    .flatMap(({ id, label, better }) => {
      const floor = floors.get(id);
      return floor === undefined ? [] : [`${label} ${formatPercent(shareOfShift(floor, better))}`];
    })
    .join(", ");
}

export interface VerdictsProps {
  readonly question: CompareQuestion;
  readonly search: SearchText;
  /** Changes parameters of the address; null takes one away. */
  readonly onSearch: (change: Readonly<Record<string, string | null>>) => void;
}

export function Verdicts({ question, search, onSearch }: VerdictsProps) {
  const { results } = question;
  const judged = useMemo(() => judgedOf(results, search), [results, search]);
  if (judged === null) return null;
  const mistake = mistakeOf(judged, results);
  return (
    <section aria-labelledby="verdicts">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
        <h2 id="verdicts" className="font-semibold">
          {judged.isSessions ? `Better or worse than 1 to ${results.length - 1}?` : "Better or worse than 1?"}
        </h2>
        {results.length === 2 ? null : <JudgeChoice results={results} judged={judged} onSearch={onSearch} />}
      </div>
      {mistake === null ? null : (
        <p
          role={mistake.refuses ? "alert" : "status"}
          className="mb-3 max-w-prose rounded border border-warn bg-panel p-3"
        >
          <span aria-hidden className="text-warn">
            ▲{" "}
          </span>
          {mistake.text}
        </p>
      )}
      {mistake?.refuses === true ? null : <Judgement question={question} judged={judged} onSearch={onSearch} />}
    </section>
  );
}

const selectLook = "min-h-8 max-w-64 rounded border border-line-strong bg-panel px-1 text-ink";

interface JudgeChoiceProps extends Pick<VerdictsProps, "onSearch"> {
  readonly results: readonly Compared[];
  readonly judged: Judged;
}

function JudgeChoice({ results, judged, onSearch }: JudgeChoiceProps) {
  return (
    <div className="flex flex-wrap gap-3 text-xs text-muted print:hidden">
      <label className="flex items-center gap-2">
        Baseline
        <select
          className={selectLook}
          value={judged.isSessions ? "sessions" : "first"}
          onChange={({ target }) =>
            onSearch({ baseline: target.value === "sessions" ? "sessions" : null, again: null })
          }
        >
          <option value="first">1 alone</option>
          <option value="sessions">1 to {results.length - 1}, sessions of one baseline</option>
        </select>
      </label>
      {judged.isSessions ? null : (
        <label className="flex items-center gap-2">
          Judge
          <select
            className={selectLook}
            value={results.indexOf(judged.current) + 1}
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

interface JudgementProps extends Pick<VerdictsProps, "question" | "onSearch"> {
  readonly judged: Judged;
}

function Judgement({ question, judged, onSearch }: JudgementProps) {
  const { baselines, current } = judged;
  const calibration = useMemo(() => calibrationOf(question.calibration), [question.calibration]);
  const comparison = useMemo(
    () => compareResults(baselines.map(measuredOf), measuredOf(current), { noiseFloor: null, calibration }),
    [baselines, current, calibration],
  );
  const again = useMemo(
    () =>
      question.again === null ? null : compareResults([measuredOf(question.again[0])], measuredOf(question.again[1])),
    [question.again],
  );
  const [baseline] = baselines;
  if (baseline === undefined) return null;
  return (
    <>
      <p className="mb-2" data-testid="verdict-summary">
        {verdictSummary(comparison)}. Changes are positive where worse.
      </p>
      {comparison.unknown.length === 0 ? null : (
        <p className="mb-2 text-xs text-muted">Not checked: {comparison.unknown.join("; ")}.</p>
      )}
      {again === null ? null : (
        <p className="mb-2" data-testid="again-summary">
          Measured again in turn: {verdictSummary(again)}. What was flagged then and is not now came with the machine or
          the moment.
        </p>
      )}
      {calibration === null ? null : (
        <p className="mb-2 text-xs text-muted" data-testid="calibration">
          {comparison.calibrationDifferences.length === 0
            ? `Calibrated: while nothing changes, this machine differs by up to ${floorsText(calibration, current)}. Verdicts need more than that.`
            : `The calibration does not count, for it was measured differently: ${comparison.calibrationDifferences.join("; ")}.`}
        </p>
      )}
      {baseline.kind === "result" && current.kind === "result" ? (
        <PairTools
          calibration={calibrationPlan(current)}
          again={againPlan(comparison, baseline, current)}
          onMeasured={(purpose: PairPurpose, sources) => onSearch({ [purpose]: sources })}
        />
      ) : null}
      <TableFrame
        label="Verdicts"
        caption="A verdict for every row and metric; a band fires only where the change is significant and above the noise"
        columns={[...VERDICT_COLUMNS, ...(again === null ? [] : [AGAIN_COLUMN])].map((label) => ({ label }))}
        testId="verdicts"
      >
        <VerdictRows rows={verdictRows(comparison)} again={again === null ? null : verdictRows(again)} />
      </TableFrame>
    </>
  );
}
