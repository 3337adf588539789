// The published targets of a scenario: what was measured beside each, met, missed, or why nothing here can tell.
import { MISSING } from "../../../words/format.ts";
import type { MeasuredOn, Row } from "../../../scenarios/contract/rows.ts";
import type { Experiment } from "../../../scenarios/contract/experiment.ts";
import { figureWithUnit } from "../../../scenarios/contract/table.ts";
import { outcomeOf, type TargetOutcome } from "../../../scenarios/contract/target.ts";
import { ScrollFrame } from "../../../ui/scroll-frame.tsx";

const looks = {
  met: { mark: "●", word: "met", tone: "text-good" },
  missed: { mark: "■", word: "missed", tone: "text-bad" },
  "not measurable": { mark: "▲", word: "not measurable here", tone: "text-warn" },
} as const satisfies Record<TargetOutcome["verdict"]["state"], object>;

const cell = "px-3 py-1.5 align-top first:text-left";

export interface TargetsTableProps {
  readonly experiment: Pick<Experiment, "targets" | "scenarioMeasures">;
  readonly rows: readonly Row[];
  readonly on: MeasuredOn;
}

/** Nothing where the scenario has no targets, or nothing was measured yet. */
export function TargetsTable({ experiment: { targets, scenarioMeasures }, rows, on }: TargetsTableProps) {
  if (targets.length === 0 || rows.length === 0) return null;
  const outcomes = targets.map((target) => outcomeOf(target, rows));
  const [first] = targets;
  return (
    <section aria-labelledby="targets">
      <h2 id="targets">Published targets</h2>
      <p className="mt-1 text-muted">
        From the published document, {first?.source}. What the document itself claims to reach is derived, not measured.
      </p>
      <ScrollFrame label="Published targets: the table" className="mt-2">
        <table className="w-full">
          <caption className="sr-only">Published targets against what was measured</caption>
          <thead>
            <tr className="border-b text-left text-xs text-muted">
              {["Target", "Measured", "Verdict"].map((label, index) => (
                <th key={label} scope="col" className={`${cell} font-normal ${index === 1 ? "text-right" : ""}`}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {outcomes.map(({ target, verdict }) => {
              const { mark, word, tone } = looks[verdict.state];
              const unit = scenarioMeasures.find(({ id }) => id === target.measure)?.unit ?? "count";
              return (
                <tr key={target.label} className="border-b last:border-b-0 hover:bg-hover">
                  <th scope="row" className={`${cell} font-semibold whitespace-nowrap`}>
                    {target.label}
                  </th>
                  <td className={`${cell} text-right whitespace-nowrap`}>
                    {verdict.state === "not measurable" ? MISSING : figureWithUnit(unit, verdict.value, on.timerStepUs)}
                  </td>
                  <td className={`${cell} min-w-44`}>
                    <span aria-hidden className={`${tone} mr-1.5 text-xs`}>
                      {mark}
                    </span>
                    {word}
                    {verdict.state === "not measurable" ? (
                      <span className="block text-xs text-muted">{verdict.reason}</span>
                    ) : null}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollFrame>
    </section>
  );
}
