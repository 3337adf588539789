// The curve that the plan is made from: its rows, the laws fitted to them, and what may be concluded.
import { memo, useMemo, useState } from "react";
import type { PlanRequest } from "../../../../capacity/plan/plan.ts";
import type { PlanningCurve } from "../../../../capacity/asked/planning-curve.ts";
import type { LawBands } from "../../../../laws/fit/curve-bootstrap.ts";
import { contradictions } from "../../../../laws/claims/contradictions.ts";
import { checkCurve, problemSentence } from "../../../../laws/fit/curve-problems.ts";
import { compareLaws } from "../../../../laws/fit/fit-comparison.ts";
import { claimPeak } from "../../../../laws/claims/peak-claim.ts";
import { formatCounted } from "../../../../words/format.ts";
import { lazyPart } from "../../../../ui/lazy-part.tsx";
import { ChartFrame } from "../../../../ui/charts/chart-frame.tsx";
import { LegendLine } from "../../legend-line.tsx";
import { CurveFits } from "./curve-fits.tsx";
import { CurveRows } from "./curve-rows.tsx";
import { choiceSentence, contradictionSentences, inverseSentences, peakSentence } from "./curve-verdict.ts";
import { runSentences } from "../../planning/run-words.ts";
import { lawLooks } from "./law-looks.ts";
import { provenanceWords } from "../../planning/provenance-words.ts";
import { CutName } from "../../../../ui/cut-name.tsx";

const CurveChart = lazyPart("The chart", () => import("./curve-chart.tsx").then((module) => module.CurveChart));

export interface CurveSectionProps {
  readonly curve: PlanningCurve;
  readonly request: PlanRequest;
  /** Null while it is worked out. */
  readonly bands: LawBands | null;
  /** Sizes of the plan's processes with their throughput. */
  readonly planned: readonly { readonly agents: number; readonly opsPerSecond: number }[];
  readonly onExclude: (agents: readonly number[]) => void;
}

const bandMethods = {
  trials: "from the rows' repeats",
  residuals: "from the residuals, since the rows have no repeats",
} as const;

const kinds = ["usl", "amdahl", "linear"] as const;

export const CurveSection = memo(function CurveSection({
  curve,
  request,
  bands,
  planned,
  onExclude,
}: CurveSectionProps) {
  const [isOpen, setIsOpen] = useState(false);
  const comparison = useMemo(() => compareLaws(curve.included), [curve.included]);
  const laws = comparison.state === "unusable" ? [] : kinds.map((kind) => comparison.fits[kind].fit.law);
  const bandText = bands?.state === "drawn" ? `95% bootstrap band of the USL, ${bandMethods[bands.method]}` : null;
  const check = checkCurve(curve.included);
  const problems = check.state === "usable" ? check.warnings : check.problems;
  const warnings = [...runSentences(curve), ...problems.map(problemSentence)];
  return (
    <section aria-labelledby="curve" className="min-w-0">
      {warnings.map((warning) => (
        <p key={warning} role="status" className="mb-2">
          <span aria-hidden className="text-warn">
            ▲{" "}
          </span>
          {warning}
        </p>
      ))}
      <details
        open={isOpen}
        onToggle={(event) => {
          if (event.currentTarget.open !== isOpen) setIsOpen(event.currentTarget.open);
        }}
      >
        <summary className="min-h-9 py-2">
          <h2 id="curve" className="inline">
            The curve and its fit
          </h2>{" "}
          <span className="text-muted">
            <CutName name={curve.title} />, {formatCounted(curve.included.length, "row")}
          </span>
        </summary>
        {isOpen ? (
          <>
            {comparison.state === "unusable" || curve.isPaced ? null : (
              <ul className="grid max-w-prose gap-1" data-testid="curve-verdict">
                <Verdict curve={curve} comparison={comparison} />
                {inverseSentences(comparison.fits.usl.fit.law, request).map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            )}
            <div className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-3">
              <ChartFrame
                title="Throughput of one process"
                unit="op/s"
                fileName="headroom-curve"
                notes={[
                  `${curve.title}. ${provenanceWords[curve.provenance]}`,
                  "Points: rows used; crosses: rows left out; rings: sizes of the plan's processes.",
                  "Solid: USL; dashed: Amdahl; dotted: linear, fitted to the rows used.",
                  ...(bandText === null ? [] : [`Shaded: ${bandText}.`]),
                ]}
                legend={
                  <div className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-xs text-muted">
                    <span>● row used</span>
                    {curve.excluded.length === 0 ? null : <span>✚ row left out</span>}
                    <span>◯ process of the plan</span>
                    {laws.map(({ kind }) => (
                      <LegendLine key={kind} {...lawLooks[kind]} width={2} />
                    ))}
                    {bandText === null ? null : <span>shaded: {bandText}</span>}
                  </div>
                }
              >
                <CurveChart
                  part={{ curve, laws, band: bands?.state === "drawn" ? bands.bands : [], planned }}
                  fallback={<p className="text-muted">Loading the chart …</p>}
                />
              </ChartFrame>
              <CurveRows curve={curve} law={laws[0] ?? null} onExclude={onExclude} />
              {comparison.state === "unusable" ? null : <Fits comparison={comparison} />}
            </div>
          </>
        ) : null}
      </details>
    </section>
  );
});

/** Profile intervals take some milliseconds, so they are computed only when the rows change. */
const Fits = memo(CurveFits);

const Verdict = memo(function Verdict({
  curve,
  comparison,
}: {
  readonly curve: PlanningCurve;
  readonly comparison: Parameters<typeof choiceSentence>[0];
}) {
  const { fit } = comparison.fits.usl;
  const leftOut = curve.rows.filter(({ agents }) => curve.excluded.includes(agents));
  return [
    choiceSentence(comparison),
    peakSentence(claimPeak(fit)),
    ...contradictionSentences(contradictions(fit, leftOut)),
  ].map((text) => <li key={text}>{text}</li>);
});
