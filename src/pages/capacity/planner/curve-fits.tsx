// The three laws side by side: what was estimated, how sure that is, and which one the rows favour.
import type { LawComparison, ComparedFit } from "../../../scaling/fit-comparison.ts";
import { fitUncertainty, type ParameterUncertainty } from "../../../scaling/fit-uncertainty.ts";
import { peakOf } from "../../../scaling/law-shape.ts";
import type { LawKind } from "../../../scaling/laws.ts";
import type { Range } from "../../../scaling/profile.ts";
import { profileInterval } from "../../../scaling/profile-interval.ts";
import { formatMeasured, MISSING } from "../../../ui/format.ts";
import { lawLooks } from "./law-looks.ts";

const kinds: readonly LawKind[] = ["usl", "amdahl", "linear"];
const cell = "px-3 py-1.5 align-top";

function rangeText({ low, high }: Range): string {
  return `${formatMeasured(low)} to ${formatMeasured(high)}`;
}

interface EstimateProps {
  readonly value: number;
  readonly uncertainty: ParameterUncertainty | null;
  readonly range: Range | null;
  readonly unit?: string;
}

function Estimate({ value, uncertainty, range }: EstimateProps) {
  return (
    <>
      {formatMeasured(value)}
      {uncertainty === null ? null : (
        <span className="text-xs text-muted"> ± {formatMeasured(uncertainty.standardError)}</span>
      )}
      {range === null ? null : <span className="block text-xs whitespace-nowrap text-muted">{rangeText(range)}</span>}
    </>
  );
}

function endText({ fit }: ComparedFit): string {
  const peak = peakOf(fit.law);
  if (peak.state === "peak") return `peak ${formatMeasured(peak.opsPerSecond)} op/s at ${formatMeasured(peak.agents)}`;
  return peak.limitOpsPerSecond === null ? "no limit" : `limit ${formatMeasured(peak.limitOpsPerSecond)} op/s`;
}

function formatWeight(weight: number): string {
  return weight < 0.001 ? "< 0.001" : weight.toFixed(3);
}

function LawRow({ compared, isBest }: { readonly compared: ComparedFit; readonly isBest: boolean }) {
  const { fit, aicc, weight } = compared;
  const { law } = fit;
  const uncertainty = fitUncertainty(fit);
  // At a bound the reduced form is the one whose errors mean something.
  const form = uncertainty.state === "known" ? (uncertainty.reduced ?? uncertainty.full) : null;
  const hasSigma = law.kind !== "linear";
  const hasKappa = law.kind === "usl";
  return (
    <tr className={`border-b last:border-b-0 ${isBest ? "font-semibold" : ""}`}>
      <th scope="row" className={`${cell} text-left ${isBest ? "font-semibold" : "font-normal"}`}>
        {lawLooks[law.kind].label}
        {isBest ? <span className="block text-xs">● favoured</span> : null}
      </th>
      <td className={cell}>
        <Estimate value={law.lambda} uncertainty={form?.lambda ?? null} range={form?.lambda.interval ?? null} />
      </td>
      <td className={cell}>
        {hasSigma ? (
          <Estimate value={law.sigma} uncertainty={form?.sigma ?? null} range={profileInterval(fit, "sigma")} />
        ) : (
          MISSING
        )}
      </td>
      <td className={cell}>
        {hasKappa ? (
          <Estimate value={law.kappa} uncertainty={form?.kappa ?? null} range={profileInterval(fit, "kappa")} />
        ) : (
          MISSING
        )}
      </td>
      <td className={cell}>
        {fit.residualStandardError === null ? MISSING : formatMeasured(fit.residualStandardError)}
      </td>
      <td className={cell}>
        {aicc === null ? <span title="Too few rows for an AICc.">{MISSING}</span> : aicc.toFixed(1)}
      </td>
      <td className={cell}>{weight === null ? MISSING : formatWeight(weight)}</td>
      <td className={`${cell} text-left`}>{endText(compared)}</td>
    </tr>
  );
}

export function CurveFits({
  comparison,
}: {
  readonly comparison: Exclude<LawComparison, { readonly state: "unusable" }>;
}) {
  const best = comparison.state === "chosen" ? comparison.best : null;
  return (
    <section aria-label="Fitted laws" tabIndex={0} className="table-scroll rounded border bg-panel">
      <table className="w-full border-collapse text-right" data-testid="fits">
        <caption className="sr-only">
          Fitted laws: estimates with standard errors and 95 % intervals, by profile for σ and κ
        </caption>
        <thead>
          <tr className="border-b text-xs text-muted">
            <th scope="col" className="px-3 py-2 text-left align-bottom font-normal">
              Law
            </th>
            {["λ, op/s", "σ", "κ", "Residual error, op/s", "AICc", "Weight"].map((label) => (
              <th key={label} scope="col" className="px-3 py-2 align-bottom font-normal">
                {label}
              </th>
            ))}
            <th scope="col" className="px-3 py-2 text-left align-bottom font-normal">
              Reaches
            </th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <LawRow key={kind} compared={comparison.fits[kind]} isBest={kind === best} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
