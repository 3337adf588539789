// The three laws in a table: their estimates, how sure those are, and which law the rows favour.
import type { LawComparison, ComparedFit } from "../../../../laws/fit/fit-comparison.ts";
import { fitUncertainty, type ParameterUncertainty } from "../../../../laws/fit/fit-uncertainty.ts";
import { peakOf } from "../../../../laws/law-shape.ts";
import type { LawKind } from "../../../../laws/laws.ts";
import type { Interval } from "../../../../laws/fit/profile.ts";
import { profileInterval } from "../../../../laws/fit/profile-interval.ts";
import { formatMeasured, MISSING } from "../../../../words/format.ts";
import { lawLooks } from "./law-looks.ts";
import { type TableColumn, TableFrame } from "../../../../ui/table-frame.tsx";

const kinds: readonly LawKind[] = ["usl", "amdahl", "linear"];
const columns = [
  { label: "Law" },
  ...([
    { label: "λ, op/s", align: "right", help: "Throughput of one agent by the fitted law." },
    {
      label: "σ",
      align: "right",
      help: "Contention: the share of the work that only one agent at a time can do. It bounds what more agents can reach.",
    },
    {
      label: "κ",
      align: "right",
      help: "Coherence: what each pair of agents costs to keep in agreement. Above 0 there is a peak, and more agents lower throughput.",
    },
    {
      label: "Residual error, op/s",
      align: "right",
      help: "How far the rows lie from the law, as a standard deviation.",
    },
    {
      label: "AICc",
      align: "right",
      help: "Akaike's information criterion for few rows: fit and simplicity in one figure. The lowest is favoured; under 2 apart is no preference.",
    },
    {
      label: "Weight",
      align: "right",
      help: "Akaike weight: how likely this law is the best of the three, given the rows.",
    },
  ] satisfies readonly TableColumn[]),
  { label: "Reaches" },
];

const cell = "px-3 py-1.5 text-right align-top";

function rangeText({ low, high }: Interval): string {
  return `${formatMeasured(low)} to ${formatMeasured(high)}`;
}

interface EstimateProps {
  readonly value: number;
  readonly uncertainty: ParameterUncertainty | null;
  readonly range: Interval | null;
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
  // With a parameter at its bound, only the errors of the reduced form mean something.
  const form = uncertainty.state === "known" ? (uncertainty.reduced ?? uncertainty.full) : null;
  const hasSigma = law.kind !== "linear";
  const hasKappa = law.kind === "usl";
  return (
    <tr className={`border-b last:border-b-0 ${isBest ? "font-semibold" : ""}`}>
      <th scope="row" className={`px-3 py-1.5 text-left align-top ${isBest ? "font-semibold" : "font-normal"}`}>
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
      <td className={"px-3 py-1.5 text-left align-top"}>{endText(compared)}</td>
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
    <TableFrame
      label="Fitted laws"
      caption="Fitted laws: estimates with standard errors and 95 % intervals, by profile for σ and κ"
      columns={columns}
      testId="fits"
    >
      <tbody>
        {kinds.map((kind) => (
          <LawRow key={kind} compared={comparison.fits[kind]} isBest={kind === best} />
        ))}
      </tbody>
    </TableFrame>
  );
}
