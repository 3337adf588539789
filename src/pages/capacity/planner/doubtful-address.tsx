// Says that a link was cut or changed, or that it is of the older kind that cannot show it.
import type { PlanRequest, Split } from "../../../capacity/plan/plan.ts";
import type { PlanningCurve } from "../../../capacity/asked/planning-curve.ts";
import { Button } from "../../../ui/button.tsx";
import { formatCounted } from "../../../words/format.ts";
import { askedText } from "../planning/plan-text.ts";

export function DamagedAddress({ message, onReset }: { readonly message: string; readonly onReset: () => void }) {
  return (
    <div role="alert" className="py-12">
      <h1 className="text-lg font-semibold">This plan cannot be opened</h1>
      <p className="mt-2 max-w-prose">{message}</p>
      <p className="mt-4">
        <Button onClick={onReset}>Start a new plan</Button>
      </p>
    </div>
  );
}

export interface UncheckedAddressProps {
  readonly request: PlanRequest;
  readonly split: Split;
  readonly curve: PlanningCurve;
}

/** What an older link asks, so that its maker's words can be compared with it. */
export function UncheckedAddress({ request, split, curve }: UncheckedAddressProps) {
  return (
    <p role="status" className="mt-3 max-w-prose rounded border border-warn px-4 py-2">
      <span aria-hidden className="text-warn">
        ▲{" "}
      </span>
      This link is of an older kind, so it cannot be checked whether it is complete. It asks:{" "}
      {askedText(request, split)}; from “{curve.title}” with {formatCounted(curve.rows.length, "row")}. If that is not
      what was meant, ask for the link again.
    </p>
  );
}
