// The curve that the plan stands on: its rows, which of them count, and the law fitted to them.
import { useMemo } from "react";
import type { PlanningCurve } from "../../../capacity/planning-curve.ts";
import { fitLaw } from "../../../scaling/fit.ts";
import { CurveRows } from "./curve-rows.tsx";
import type { PlannerInUse } from "./use-planner.ts";

export interface CurveSectionProps {
  readonly curve: PlanningCurve;
  readonly inUse: PlannerInUse;
}

export function CurveSection({ curve, inUse }: CurveSectionProps) {
  const law = useMemo(() => (curve.included.length < 3 ? null : fitLaw("usl", curve.included).law), [curve.included]);
  return (
    <section aria-labelledby="curve" className="min-w-0">
      <h2 id="curve" className="mb-2 font-semibold">
        The curve
      </h2>
      <CurveRows
        curve={curve}
        law={law}
        onExclude={(agents) => inUse.change({ exclude: [...agents].sort((a, b) => a - b).join(",") })}
      />
    </section>
  );
}
