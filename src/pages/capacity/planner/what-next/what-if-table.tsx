// The plan as it is, and under each what-if at both ends of what is claimed for it.
import { MISSING } from "../../../../words/format.ts";
import { memo } from "react";
import type { PlanAnswer } from "../../../../capacity/answer/plan-answer.ts";
import { costOf, objectiveOf } from "../../../../capacity/plan/plan-cost.ts";
import type { PlanRequest } from "../../../../capacity/plan/plan.ts";
import type { PlanOutcome } from "../../../../capacity/plan/planner.ts";
import { whatIfsToText } from "../../../../capacity/asked/what-if-text.ts";
import { machinesText } from "../../planning/machine-words.ts";
import { formatObjective, shortGroups } from "../../planning/plan-text.ts";
import { whatIfText } from "./what-if-labels.ts";
import { TableFrame } from "../../../../ui/table-frame.tsx";

function groupsOrNone(outcome: PlanOutcome): string {
  return outcome.state === "planned" ? shortGroups(outcome.plan.groups) : "no plan";
}

function figureOf(outcome: PlanOutcome, request: PlanRequest): number | null {
  return outcome.state === "planned" ? objectiveOf(costOf(outcome.plan), request.objective) : null;
}

function figuresText(low: PlanOutcome, high: PlanOutcome, request: PlanRequest): string {
  const texts = [low, high].map((outcome) => {
    const figure = figureOf(outcome, request);
    return figure === null ? "no plan" : formatObjective(figure, request);
  });
  return texts[0] === texts[1] ? (texts[0] ?? "") : `${texts[1]} to ${texts[0]}`;
}

function differenceText(base: PlanOutcome, outcome: PlanOutcome, request: PlanRequest): string {
  const [from, to] = [figureOf(base, request), figureOf(outcome, request)];
  if (from === null || to === null) return MISSING;
  if (from === to) return "no change";
  return `${formatObjective(Math.abs(to - from), request)} ${to < from ? "less" : "more"}`;
}

const columns = [
  { label: "What-if" },
  { label: "Plan, modest to bold claim" },
  { label: "Needs" },
  { label: "Modest claim against today" },
  { label: "On" },
] as const;

export interface WhatIfTableProps {
  readonly answer: PlanAnswer;
  /** Whether a newer answer is being worked out. */
  readonly isStale: boolean;
}

export const WhatIfTable = memo(function WhatIfTable({ answer, isStale }: WhatIfTableProps) {
  const { outcome: base, whatIfs } = answer;
  const { request } = answer;
  return (
    <TableFrame
      label="What-ifs as a table"
      caption="The plan as it is, and under each what-if"
      columns={columns}
      testId="what-ifs"
      isStale={isStale}
    >
      <tbody>
        <tr className="border-b">
          <th scope="row" className="px-3 py-1.5 font-normal">
            As planned above
          </th>
          <td className="px-3 py-1.5">{groupsOrNone(base)}</td>
          <td className="px-3 py-1.5">{figuresText(base, base, request)}</td>
          <td className="px-3 py-1.5 text-muted">today</td>
          <td className="px-3 py-1.5">{base.state === "planned" ? machinesText(base.plan) : ""}</td>
        </tr>
        {whatIfs.map(({ whatIf, low, high }, at) => {
          const key = `${at} ${whatIfsToText([whatIf])}`;
          return (
            <tr key={key} className="border-b last:border-b-0">
              <th scope="row" className="px-3 py-1.5 font-normal">
                {at + 1}: {whatIfText(whatIf)}
              </th>
              <td className="px-3 py-1.5">
                {groupsOrNone(low)}
                {groupsOrNone(low) === groupsOrNone(high) ? "" : ` to ${groupsOrNone(high)}`}
              </td>
              <td className="px-3 py-1.5">{figuresText(low, high, request)}</td>
              <td className="px-3 py-1.5">{differenceText(base, low, request)}</td>
              <td className="px-3 py-1.5">{low.state === "planned" ? machinesText(low.plan) : ""}</td>
            </tr>
          );
        })}
      </tbody>
    </TableFrame>
  );
});
