// The tornado: how the cost of the plan moves with each assumption, as bars around today's cost and as figures.
import { SENSITIVITY_STEP, type Sensitivity } from "../../../capacity/answer/sensitivity.ts";
import type { PlanRequest } from "../../../capacity/plan/plan.ts";
import { formatCount, formatCounted, formatPercent } from "../../../words/format.ts";
import { FoldedSection } from "../planning/folded-section.tsx";
import { formatObjective } from "../planning/plan-text.ts";
import { ScrollFrame } from "../../../ui/scroll-frame.tsx";

export interface TornadoProps {
  readonly sensitivities: readonly Sensitivity[];
  /** The plan's own figure of the objective. */
  readonly figure: number;
  readonly request: PlanRequest;
}

const TITLE = "What it depends on";

function figureText(figure: number | null, request: PlanRequest): string {
  return figure === null ? "no plan" : formatObjective(figure, request);
}

/** Left edge and width of a bar, in percent of the track. Today's figure is in the middle. */
function barOf(figure: number, from: number, widest: number) {
  const share = widest === 0 ? 0 : (figure - from) / widest;
  return { left: `${50 + Math.min(0, share) * 50}%`, width: `${Math.abs(share) * 50}%` };
}

export function Tornado({ sensitivities, figure, request }: TornadoProps) {
  const known = sensitivities.flatMap(({ lower, higher }) => [lower, higher]).filter((value) => value !== null);
  const widest = Math.max(0, ...known.map((value) => Math.abs(value - figure)));
  const step = formatPercent(SENSITIVITY_STEP);
  const moving = sensitivities.filter(({ lower, higher }) => lower !== figure || higher !== figure);
  const still = sensitivities.filter((one) => !moving.includes(one)).map(({ assumption }) => assumption);
  if (moving.length === 0) {
    return (
      <FoldedSection id="tornado" title={TITLE} brief="no assumption moves it">
        <p>
          No assumption moves it: with any one of them {step} lower or higher the plan still takes{" "}
          {formatObjective(figure, request)}.
        </p>
      </FoldedSection>
    );
  }
  return (
    <FoldedSection
      id="tornado"
      title={TITLE}
      brief={`${formatCount(moving.length)} of ${formatCounted(sensitivities.length, "assumption")} ${moving.length === 1 ? "moves" : "move"} it`}
    >
      <p className="mb-2 text-xs text-muted">
        Each assumption {step} lower and {step} higher, with all others unchanged, and planned again. Today:{" "}
        {formatObjective(figure, request)}.
      </p>
      <ScrollFrame label="Sensitivities as a table">
        <table className="wide-table w-full">
          <caption className="sr-only">Sensitivity of the plan to its assumptions</caption>
          <thead>
            <tr className="border-b text-xs text-muted">
              <th scope="col" className="px-3 py-2 text-left font-normal">
                Assumption
              </th>
              <th scope="col" className="px-3 py-2 text-right font-normal whitespace-nowrap">
                <span aria-hidden className="mr-1.5 inline-block h-3 w-2 rounded-[2px] bg-series-1" />
                {step} lower
              </th>
              <th scope="col" className="hidden w-2/5 px-3 py-2 font-normal sm:table-cell">
                <span className="sr-only">Around today</span>
              </th>
              <th scope="col" className="px-3 py-2 text-right font-normal whitespace-nowrap">
                <span aria-hidden className="mr-1.5 inline-block h-1.5 w-2 rounded-[2px] bg-series-2 align-middle" />
                {step} higher
              </th>
            </tr>
          </thead>
          <tbody>
            {moving.map(({ assumption, lower, higher }) => (
              <tr key={assumption} className="border-b last:border-b-0">
                <th scope="row" className="px-3 py-1.5 text-left font-normal">
                  {assumption}
                </th>
                <td className={`px-3 py-1.5 text-right ${lower === null ? "text-bad" : ""}`}>
                  {figureText(lower, request)}
                </td>
                <td className="hidden px-3 py-1.5 sm:table-cell" aria-hidden>
                  <div className="relative h-4">
                    <div className="absolute inset-y-0 left-1/2 w-px bg-line-strong" />
                    {lower === null ? null : (
                      <div
                        className="absolute inset-y-0 rounded-[2px] bg-series-1 print:border"
                        style={barOf(lower, figure, widest)}
                      />
                    )}
                    {higher === null ? null : (
                      <div
                        className="absolute inset-y-1 rounded-[2px] bg-series-2 print:border"
                        style={barOf(higher, figure, widest)}
                      />
                    )}
                  </div>
                </td>
                <td className={`px-3 py-1.5 text-right ${higher === null ? "text-bad" : ""}`}>
                  {figureText(higher, request)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      {still.length === 0 ? null : (
        <p className="mt-2 text-xs text-muted">
          {step} more or less of {still.join(", ")} moves nothing.
        </p>
      )}
    </FoldedSection>
  );
}
