// The answer in one sentence, how sure it is, and what can be done with it.
import { Printer } from "lucide-react";
import type { GrowthPlan } from "../../../capacity/answer/growth.ts";
import type { PlanDetails } from "../../../capacity/answer/plan-answer.ts";
import type { PlanRequest } from "../../../capacity/plan/plan.ts";
import type { PlanOutcome } from "../../../capacity/plan/planner.ts";
import { lastingParameters } from "../../../capacity/asked/plan-address.ts";
import type { PlanningCurve } from "../../../capacity/asked/planning-curve.ts";
import { SAFE_SHARE, type Sureness } from "../../../capacity/answer/probability.ts";
import { stringifySearch } from "../../../session/address/search-text.ts";
import { Button } from "../../../ui/button.tsx";
import { CopyLinkButton, CopyLinkNotice, useLinkCopying } from "../../../ui/copy-link.tsx";
import { agentCounts, formatCount } from "../../../words/format.ts";
import { UnbrokenQuantities } from "../unbroken-quantities.tsx";
import { growthAssumption, growthSentence } from "../planning/growth-text.ts";
import { infeasibleSentence } from "../planning/infeasible-text.ts";
import { lossText } from "../planning/loss-text.ts";
import { askedText, assumedText, boundText } from "../planning/plan-text.ts";
import { planSentence, safetyOf } from "../planning/answer-sentence.ts";
import { notKnownText } from "../planning/run-words.ts";
import { provenanceWords } from "../planning/provenance-words.ts";
import type { PlannerInUse } from "../planning/use-planner.ts";
import { speedText } from "../planning/speed-text.ts";
import { CutName } from "../../../ui/cut-name.tsx";
import { SpeedChoice } from "./speed-choice.tsx";

export interface AnswerHeadProps {
  /** Null while a mixed plan is worked out. */
  readonly outcome: PlanOutcome | null;
  readonly details: PlanDetails | null;
  /** Null where no growth is asked for, and while it is worked out. */
  readonly growth: GrowthPlan | null;
  readonly request: PlanRequest;
  readonly curve: PlanningCurve;
  readonly inUse: PlannerInUse;
  readonly problem: string | null;
}

function sentence({ outcome, request, curve }: AnswerHeadProps): string {
  if (outcome === null) return "Working out the cheapest mixed plan …";
  if (outcome.state === "planned") return planSentence(outcome.plan, request, curve);
  const speed = speedText(curve);
  return `${infeasibleSentence(outcome.why, request)}${speed === null ? "" : ` This is ${speed}.`}`;
}

function explanation({ outcome, details }: AnswerHeadProps): string | null {
  if (outcome === null || outcome.state === "infeasible" || details === null) return null;
  return `${sentenceCase(boundText(details.binding.binds))}. ${surenessExplained(details.sureness)}`;
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function surenessExplained(sureness: Sureness): string {
  switch (sureness.state) {
    case "not known":
      return notKnownText(sureness);
    case "known":
      return sureness.share >= SAFE_SHARE
        ? `It meets the demand on ${formatCount(sureness.share * sureness.samples)} of ${formatCount(sureness.samples)} curves resampled from the repeats.`
        : `It meets the demand on ${formatCount(sureness.share * sureness.samples)} of ${formatCount(sureness.samples)} curves resampled from the repeats, too few to be called safe. More headroom would raise that.`;
  }
}

export function AnswerHead(props: AnswerHeadProps) {
  const { outcome, details, growth, curve, request, inUse, problem } = props;
  const copying = useLinkCopying(
    () => Promise.resolve({ state: "made", hash: `/capacity/plan${stringifySearch(lastingParameters(inUse.texts))}` }),
    (link) => `Link copied: ${formatCount(link.length)} characters hold the plan with its curve.`,
  );
  const explained = explanation(props);
  const grown = growth === null || outcome?.state !== "planned" ? null : growthSentence(growth, outcome.plan);

  const safety =
    outcome?.state !== "planned" ? null : safetyOf(outcome.plan, request, details?.sureness ?? null, curve);
  return (
    <section aria-label="Answer" className="min-w-0">
      <p className="text-lg font-semibold sm:text-xl sm:text-balance" aria-live="polite" data-testid="answer">
        <UnbrokenQuantities text={sentence(props)} />
      </p>
      <SpeedChoice curve={curve} change={inUse.change} />
      {grown === null ? null : (
        <p className="mt-1" aria-live="polite" data-testid="growth-answer">
          <UnbrokenQuantities text={`${grown} ${growthAssumption(inUse.settings)}`} />
        </p>
      )}
      {safety === null ? null : (
        <div className="mt-1 flex gap-1.5 font-semibold">
          {safety.isSafe === null ? null : (
            <span aria-hidden className={safety.isSafe ? "text-good" : "text-warn"}>
              {safety.isSafe ? "●" : "▲"}
            </span>
          )}
          <p aria-live="polite" data-testid="safety">
            <UnbrokenQuantities text={safety.text} />
          </p>
        </div>
      )}
      {outcome?.state !== "planned" ? null : (
        <p className="mt-2 max-w-3xl" data-testid="losses">
          {lossText(outcome.plan, request)}
        </p>
      )}
      {explained === null ? null : (
        <p className="mt-1 max-w-3xl" data-testid="explanation">
          {explained}
        </p>
      )}
      {problem === null ? null : (
        <p role="alert" className="mt-2 text-bad">
          The details could not be worked out: {problem}
        </p>
      )}
      <p className="mt-3 max-w-3xl text-xs text-muted">
        Asked: {askedText(request, inUse.settings.split)}; from “
        <CutName name={curve.title} />
        ”. {provenanceWords[curve.provenance]}
        {curve.excluded.length === 0
          ? ""
          : ` Without ${curve.excluded.length === 1 ? "the row" : "the rows"} of ${agentCounts(curve.excluded)}.`}
      </p>
      <p className="mt-1 max-w-3xl text-xs text-muted">Assumed: {assumedText(inUse.settings)}.</p>
      <div className="mt-3 flex flex-wrap gap-2 print:hidden">
        <CopyLinkButton copying={copying} />
        <Button onClick={() => globalThis.print()}>
          <Printer aria-hidden size={16} /> Print
        </Button>
      </div>
      <CopyLinkNotice copying={copying} label="Link to this plan" />
    </section>
  );
}
