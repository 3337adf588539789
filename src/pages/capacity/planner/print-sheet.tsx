// The plan on one sheet of paper, A4 or Letter: sentence, what was asked, processes, machines and cost, risks, curve, date and link.
import { useMemo } from "react";
import { machineOffers } from "../../../capacity/answer/machine-offers.ts";
import type { GrowthPlan } from "../../../capacity/answer/growth.ts";
import type { PlanDetails } from "../../../capacity/answer/plan-answer.ts";
import { dateOf } from "../../../capacity/asked/calendar.ts";
import type { PlanningCurve } from "../../../capacity/asked/planning-curve.ts";
import { lastingParameters } from "../../../capacity/asked/plan-address.ts";
import { pricesText } from "../../../capacity/asked/where.ts";
import type { Plan, PlanRequest } from "../../../capacity/plan/plan.ts";
import { stringifySearch } from "../../../session/address/search-text.ts";
import { absoluteLink } from "../../../ui/copy-link.tsx";
import { formatPercent } from "../../../words/format.ts";
import { planSentence, safetySentence } from "../planning/answer-sentence.ts";
import { askedText, assumedText, formatMonthly, shortGroups } from "../planning/plan-text.ts";
import { growthAssumption, growthSentence } from "../planning/growth-text.ts";
import { machinesText } from "../planning/machine-words.ts";
import { lossText } from "../planning/loss-text.ts";
import { unusedText } from "../planning/unused-text.ts";
import { provenanceWords } from "../planning/provenance-words.ts";
import { risksOf } from "../planning/risks.ts";
import type { PlannerInUse } from "../planning/use-planner.ts";
import { UnbrokenQuantities } from "../unbroken-quantities.tsx";
import { CurveSketch } from "./curve/curve-sketch.tsx";
import { NodeBar } from "./machines/node-bar.tsx";
import { PlanTable } from "./plan-table.tsx";

export interface PrintSheetProps {
  readonly plan: Plan;
  readonly request: PlanRequest;
  readonly details: PlanDetails | null;
  readonly growth: GrowthPlan | null;
  readonly curve: PlanningCurve;
  readonly inUse: PlannerInUse;
  /** Days since 1970-01-01. */
  readonly today: number;
}

/** Types beyond these would take the sheet to a second page. */
const TYPES_MOST = 5;
/** A longer address is a link that can be followed, but not typed. */
const ADDRESS_MOST = 400;

function Offers({ plan, request }: Pick<PrintSheetProps, "plan" | "request">) {
  const offers = useMemo(
    () =>
      machineOffers(request, plan)
        .flatMap((offer) => (offer.state === "planned" ? [offer] : []))
        .sort(
          (a, b) =>
            Number(b.isChosen) - Number(a.isChosen) ||
            (a.plan.machines?.pricePerHour ?? Infinity) - (b.plan.machines?.pricePerHour ?? Infinity),
        )
        .slice(0, TYPES_MOST),
    [request, plan],
  );
  return (
    <ul>
      {offers.map(({ machine, plan: own, unused, isChosen }) => {
        const price = own.machines?.pricePerHour ?? null;
        return (
          <li key={machine.name}>
            {isChosen ? "● " : "○ "}
            {machinesText(own)}: {shortGroups(own.groups)}
            {price === null ? "" : `, ${formatMonthly(price, request.currency)}`}, {formatPercent(unused.memoryShare)}{" "}
            of memory and {formatPercent(unused.vcpuShare)} of vCPU unused
          </li>
        );
      })}
    </ul>
  );
}

export function PrintSheet({ plan, request, details, growth, curve, inUse, today }: PrintSheetProps) {
  const { settings, texts } = inUse;
  const prices = pricesText(settings, texts.machines);
  const sureness = details?.sureness ?? null;
  const planned = plan.groups.map(({ agents }) => ({ agents, opsPerSecond: request.throughput[agents] ?? 0 }));
  const unused = unusedText(plan, request);
  const grown = growth === null ? null : growthSentence(growth, plan);
  const href = absoluteLink(`/capacity/plan${stringifySearch(lastingParameters(texts))}`);
  return (
    <article className="grid gap-3 text-xs" data-testid="sheet">
      <h1 className="mt-4 text-xl font-semibold">
        <UnbrokenQuantities text={planSentence(plan, request, curve)} />
      </h1>
      <p className="text-base">
        {safetySentence(plan, request, sureness, curve)} {lossText(plan, request)}
      </p>
      {grown === null ? null : <p className="text-base">{`${grown} ${growthAssumption(settings)}`}</p>}
      <p>
        Asked: {askedText(request, settings.split)}. Assumed: {assumedText(settings)}.
      </p>
      <PlanTable plan={plan} request={request} />
      <section className="grid gap-1">
        <h2 className="text-sm font-semibold">Machines and cost</h2>
        <Offers plan={plan} request={request} />
        {unused === null ? null : <p>{unused}</p>}
        {prices === null ? null : <p>Prices: {prices}.</p>}
        {plan.machines === null ? null : <NodeBar use={plan.machines} request={request} />}
      </section>
      <section>
        <h2 className="text-sm font-semibold">Risks</h2>
        <ul>
          {risksOf(plan, request, sureness, curve).map(({ text, wayOut }) => (
            <li key={text}>
              ▲ <span className="inline-block first-letter:uppercase">{text}.</span> {wayOut}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2 className="text-sm font-semibold">Curve: {curve.title}</h2>
        <p>{provenanceWords[curve.provenance]}</p>
        <CurveSketch curve={curve} planned={planned} />
      </section>
      <p className="break-all">
        Headroom {__APP_VERSION__}, {dateOf(today)}.{" "}
        <a href={href}>
          {href.length > ADDRESS_MOST ? `${href.slice(0, ADDRESS_MOST)} … (the whole link in the file)` : href}
        </a>
      </p>
    </article>
  );
}
