// The planner: from a curve and a demand to a deployment. The inputs are at the left, and the answer comes before its reasons.
import { formatCounted } from "../../../words/format.ts";
import { useLocation } from "@tanstack/react-router";
import { memo, useCallback, useDeferredValue, useMemo } from "react";
import type { Plan, PlanRequest } from "../../../capacity/plan/plan.ts";
import { costOf, objectiveOf } from "../../../capacity/plan/plan-cost.ts";
import { type PlanAnswer, requestFrom } from "../../../capacity/answer/plan-answer.ts";
import { equalPlan } from "../../../capacity/plan/planner.ts";
import { defaultTexts, type PlannerTexts, settingsOf } from "../../../capacity/asked/planner-settings.ts";
import { planningCurve, type PlanningCurve } from "../../../capacity/asked/planning-curve.ts";
import { damagedLinkText } from "../../../fields/address-check.ts";
import type { Problem } from "../../../fields/settings.ts";
import { useIsPrinting } from "../../../ui/use-is-printing.ts";
import { usePageTitle } from "../../../ui/use-page-title.ts";
import { AddressProblems } from "../address-problems.tsx";
import { ANSWERED_FIELDS, OldAnswer } from "../old-answer.tsx";
import { CapacityTabs } from "../capacity-tabs.tsx";
import { AnswerHead } from "./answer-head.tsx";
import { CurveSection } from "./curve/curve-section.tsx";
import { FilesSection } from "./files-section.tsx";
import { GrowthSection } from "./what-next/growth-section.tsx";
import { DamagedAddress, UncheckedAddress } from "./doubtful-address.tsx";
import { NewerAddress } from "./newer-address.tsx";
import { ExampleStrip } from "./example-strip.tsx";
import { MachinesSection } from "./machines/machines-section.tsx";
import { PrintSheet } from "./print-sheet.tsx";
import { RisksSection } from "./risks-section.tsx";
import { PlanTable } from "./plan-table.tsx";
import { PlannerForm } from "./planner-form.tsx";
import { WhatIfSection } from "./what-next/what-if-section.tsx";
import { Tornado } from "./tornado.tsx";
import { useAnswer } from "../planning/use-answer.ts";
import { type PlannerInUse, usePlanner } from "../planning/use-planner.ts";
import { WhySection } from "./why-section.tsx";

export function PlannerPage() {
  const { reading, inUse } = usePlanner();
  const isParted = useLocation({ select: ({ hash }) => hash !== "" });
  // No plan has a second #: it hides what follows it.
  if (isParted) return <DamagedAddress message={damagedLinkText("plan")} onReset={inUse.reset} />;
  switch (reading.state) {
    case "newer":
      return <NewerAddress version={reading.version} onReset={inUse.reset} />;
    case "damaged":
      return <DamagedAddress message={reading.message} onReset={inUse.reset} />;
    case "read":
      return reading.isUnchecked ? (
        <UncheckedAddress
          texts={inUse.texts}
          problems={reading.problems}
          onOpen={() => inUse.change({})}
          onReset={inUse.reset}
        />
      ) : (
        <Planner problems={reading.problems} inUse={inUse} />
      );
  }
}

/** The reasons for the plan. While a newer answer is worked out, the last one stays, dimmed. */
const Details = memo(function Details({
  answer,
  isStale,
  curve,
}: {
  readonly answer: PlanAnswer | null;
  readonly isStale: boolean;
  readonly curve: PlanningCurve;
}) {
  if (answer === null || answer.outcome.state === "infeasible" || answer.details === null) return null;
  const { request, details, outcome } = answer;
  return (
    <div aria-busy={isStale} className={`grid grid-cols-[minmax(0,1fr)] gap-6 ${isStale ? "opacity-60" : ""}`}>
      <WhySection binding={details.binding} alternatives={details.alternatives} request={request} />
      <RisksSection plan={outcome.plan} request={request} details={details} curve={curve} />
      <Tornado
        sensitivities={details.sensitivities}
        figure={objectiveOf(costOf(outcome.plan), request.objective)}
        request={request}
      />
    </div>
  );
});

function plannedSizes(plan: Plan | null, { throughput }: PlanRequest) {
  return (plan?.groups ?? []).map(({ agents }) => ({ agents, opsPerSecond: throughput[agents] ?? 0 }));
}

/** The curve of the settings: the same object until one of its texts changes, so that fits are not computed again. */
function useCurve({ curve, rows, title, source, run, scale, pymdp, exclude }: PlannerTexts): PlanningCurve {
  return useMemo(
    () => planningCurve(settingsOf({ ...defaultTexts, curve, rows, title, source, run, scale, pymdp, exclude })),
    [curve, rows, title, source, run, scale, pymdp, exclude],
  );
}

/** On a narrow screen the inputs start folded, so that the answer and its figures come first. */
const startsWide = globalThis.matchMedia("(min-width: 1024px)").matches;

interface PlannerProps {
  readonly problems: readonly Problem[];
  readonly inUse: PlannerInUse;
}

function Planner({ problems, inUse }: PlannerProps) {
  const { texts, settings } = inUse;
  const curve = useCurve(texts);
  const request = useMemo(() => requestFrom(settings), [settings]);
  const equal = useMemo(() => equalPlan(request), [request]);
  const { answer, lastAnswer, problem, today } = useAnswer(texts);
  // Equal plans are fast enough to follow a slider here. Mixed ones come from the worker.
  const outcome = settings.split === "equal" || equal.state === "infeasible" ? equal : (answer?.outcome ?? null);
  const details = answer?.details ?? null;
  const growth = answer?.growth ?? null;
  const isPrinting = useIsPrinting();
  const plan = outcome?.state === "planned" ? outcome.plan : null;
  usePageTitle(plan === null ? "Plan" : `Plan of ${formatCounted(plan.processes, "process", "processes")}`);

  // Charts take longer than a frame, so they may follow a moment after the answer.
  const drawnPlan = useDeferredValue(plan);
  const drawnRequest = useDeferredValue(request);
  const planned = useMemo(() => plannedSizes(drawnPlan, drawnRequest), [drawnPlan, drawnRequest]);
  const { change } = inUse;
  const exclude = useCallback(
    (agents: readonly number[]) => change({ exclude: [...agents].sort((a, b) => a - b).join(",") }),
    [change],
  );

  return (
    <>
      <CapacityTabs />
      <div className={`pt-6 ${plan === null ? "" : "print:hidden"}`}>
        <AddressProblems problems={problems} />
        <div
          className={`${ANSWERED_FIELDS} grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-8 lg:grid-cols-[300px_minmax(0,1fr)] lg:grid-rows-[auto_1fr] print:block`}
        >
          <details open={startsWide} className="min-w-0 lg:row-span-2 lg:self-start print:hidden">
            <summary className="mb-3 font-semibold">Inputs</summary>
            <PlannerForm {...inUse} />
          </details>
          <div className="order-first min-w-0 lg:order-none">
            <ExampleStrip curve={curve} />
            <h1 className="answered">What deployment meets the demand?</h1>
            <OldAnswer isExplained>
              <AnswerHead
                outcome={outcome}
                details={details}
                growth={growth}
                request={request}
                curve={curve}
                inUse={inUse}
                problem={problem}
              />
            </OldAnswer>
          </div>
          <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-6">
            <OldAnswer isExplained={false}>
              <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
                <MachinesSection plan={plan} request={request} inUse={inUse} />
                <Details answer={lastAnswer} isStale={answer === null} curve={curve} />
                {plan === null ? null : <PlanTable plan={plan} request={request} />}
              </div>
            </OldAnswer>
            <WhatIfSection inUse={inUse} answer={lastAnswer} isStale={answer === null} />
            <GrowthSection inUse={inUse} answer={lastAnswer} isStale={answer === null} today={today} />
            <CurveSection
              curve={curve}
              request={drawnRequest}
              bands={lastAnswer?.band ?? null}
              planned={planned}
              onExclude={exclude}
            />
            {plan === null ? null : (
              <FilesSection exported={{ plan, request, settings, curve, details }} inUse={inUse} today={today} />
            )}
          </div>
        </div>
      </div>
      {plan === null || !isPrinting ? null : (
        <PrintSheet
          plan={plan}
          request={request}
          details={details}
          growth={growth}
          curve={curve}
          inUse={inUse}
          today={today}
        />
      )}
    </>
  );
}
