// Says that a link was cut or changed, and asks where it is of the older kind that cannot show it.
import { requestFrom } from "../../../capacity/answer/plan-answer.ts";
import { type PlannerTexts, settingsOf } from "../../../capacity/asked/planner-settings.ts";
import { planningCurve } from "../../../capacity/asked/planning-curve.ts";
import type { Problem } from "../../../fields/settings.ts";
import { AddressProblems } from "../address-problems.tsx";
import { WaysOn } from "../../ways-on/ways-on.tsx";
import { Button } from "../../../ui/button.tsx";
import { formatCounted } from "../../../words/format.ts";
import { askedText } from "../planning/plan-text.ts";

export function DamagedAddress({ message, onReset }: { readonly message: string; readonly onReset: () => void }) {
  return (
    <div role="alert" className="py-12">
      <h1>This plan cannot be opened</h1>
      <p className="mt-2 max-w-prose">{message}</p>
      <WaysOn>
        <Button onClick={onReset}>Start a new plan</Button>
      </WaysOn>
    </div>
  );
}

export interface UncheckedAddressProps {
  readonly texts: PlannerTexts;
  readonly problems: readonly Problem[];
  readonly onOpen: () => void;
  readonly onReset: () => void;
}

/** What an older link asks. Nothing is planned from it until somebody has compared this with what its maker wanted. */
export function UncheckedAddress({ texts, problems, onOpen, onReset }: UncheckedAddressProps) {
  const settings = settingsOf(texts);
  const curve = planningCurve(settings);
  return (
    <div role="alert" className="py-12">
      <h1>Is this link whole?</h1>
      <p className="mt-2 max-w-prose">
        It is of an older kind that carries no check: a character may have been lost on its way without a trace. So
        nothing is planned from it until you have looked at what it asks:
      </p>
      <dl className="mt-3 grid max-w-prose grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        <dt className="text-muted">Asks</dt>
        <dd className="font-semibold">{askedText(requestFrom(settings), settings.split)}</dd>
        <dt className="text-muted">From</dt>
        <dd>
          “{curve.title}”, {formatCounted(curve.rows.length, "row")}
        </dd>
      </dl>
      <AddressProblems problems={problems} />
      <WaysOn>
        <Button onClick={onOpen}>Plan what it asks</Button>
        <Button onClick={onReset}>Start a new plan</Button>
      </WaysOn>
    </div>
  );
}
