// What speaks against the plan, each risk with its way out.
import type { PlanDetails } from "../../../capacity/answer/plan-answer.ts";
import type { Plan, PlanRequest } from "../../../capacity/plan/plan.ts";
import type { PlanningCurve } from "../../../capacity/asked/planning-curve.ts";
import { risksOf } from "../planning/risks.ts";

export interface RisksSectionProps {
  readonly plan: Plan;
  readonly request: PlanRequest;
  readonly details: PlanDetails | null;
  readonly curve: PlanningCurve;
}

export function RisksSection({ plan, request, details, curve }: RisksSectionProps) {
  const risks = risksOf(plan, request, details?.sureness ?? null, curve);
  return (
    <section aria-labelledby="risks" className="min-w-0">
      <h2 id="risks" className="mb-2">
        Risks
      </h2>
      {risks.length === 0 ? (
        <p>
          <span aria-hidden className="text-good">
            ●{" "}
          </span>
          None that these figures show. They do not show how well work is spread over the processes.
        </p>
      ) : (
        <ul className="grid max-w-prose gap-1.5">
          {risks.map(({ text, wayOut }) => (
            <li key={text} className="flex gap-2">
              <span aria-hidden className="text-warn">
                ▲
              </span>
              <span>
                <span className="inline-block first-letter:uppercase">{text}.</span>{" "}
                <span className="text-muted">{wayOut}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
