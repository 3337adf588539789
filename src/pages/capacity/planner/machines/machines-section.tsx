// Machines and cost: every type in one list, a picture of a node of the plan, and the types to edit with their prices.
import { useMemo } from "react";
import { machineOffers } from "../../../../capacity/answer/machine-offers.ts";
import { pricesText } from "../../../../capacity/asked/where.ts";
import type { Plan, PlanRequest } from "../../../../capacity/plan/plan.ts";
import { SettingField } from "../../planning/setting-field.tsx";
import { unusedText } from "../../planning/unused-text.ts";
import type { PlannerInUse } from "../../planning/use-planner.ts";
import { MachineTable } from "./machine-table.tsx";
import { NodeBar } from "./node-bar.tsx";
import { OfferTable } from "./offer-table.tsx";

export interface MachinesSectionProps {
  readonly plan: Plan | null;
  readonly request: PlanRequest;
  readonly inUse: PlannerInUse;
}

export function MachinesSection({ plan, request, inUse }: MachinesSectionProps) {
  const offers = useMemo(() => machineOffers(request, plan), [request, plan]);
  const prices = pricesText(inUse.settings, inUse.texts.machines);
  const use = plan?.machines ?? null;
  const unused = plan === null ? null : unusedText(plan, request);
  return (
    <section aria-labelledby="machines" className="min-w-0">
      <h2 id="machines" className="mb-2">
        Machines and cost
      </h2>
      {offers.length === 0 ? (
        <p className="max-w-prose text-muted">
          Without machine types only the memory of processes is planned. Choose under “Where?” what they run on.
        </p>
      ) : (
        <>
          <OfferTable offers={offers} request={request} />
          <p className="mt-2 max-w-prose text-xs text-muted">
            {prices === null ? "No prices are entered. " : `Prices: ${prices}. `}
            {prices !== null && inUse.settings.prices === "" ? "They are examples: enter what you pay. " : ""}A plan
            uses one type.
          </p>
          {unused === null ? null : (
            <p className="mt-2 max-w-prose" data-testid="unused">
              {unused}
            </p>
          )}
          {use === null ? null : <NodeBar use={use} request={request} />}
        </>
      )}
      {offers.length === 0 ? null : (
        <details className="mt-4 print:hidden">
          <summary className="min-h-9 py-2 font-semibold">Edit machine types and prices</summary>
          <div className="mt-1 mb-3 grid gap-3 sm:grid-cols-2">
            <SettingField field="currency" inUse={inUse} label="Currency (three letters, such as USD)" />
            <SettingField
              field="prices"
              inUse={inUse}
              label="Prices are from (region and date)"
              help="Stands with every cost, also on paper and in a shared link."
            />
          </div>
          <MachineTable {...inUse} />
        </details>
      )}
    </section>
  );
}
