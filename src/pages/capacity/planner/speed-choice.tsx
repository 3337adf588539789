// The other speeds that the same curve can be planned at, each one press away: as measured, and pymdp's.
import type { PlanningCurve } from "../../../capacity/asked/planning-curve.ts";
import { plainText } from "../../../fields/plain-number.ts";
import { Button } from "../../../ui/button.tsx";
import type { PlannerInUse } from "../planning/use-planner.ts";
import { otherSpeeds } from "../planning/speed-text.ts";

export function SpeedChoice({
  curve,
  change,
}: {
  readonly curve: PlanningCurve;
  readonly change: PlannerInUse["change"];
}) {
  const others = otherSpeeds(curve);
  if (others.length === 0) return null;
  return (
    <p className="my-2 flex flex-wrap gap-2 print:hidden" data-testid="speeds">
      {others.map(({ label, scale }) => (
        <Button key={label} onClick={() => change({ scale: plainText(scale) })}>
          {label}
        </Button>
      ))}
    </p>
  );
}
