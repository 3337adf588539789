// What the shades of the grid say, and the terms that decide a verdict.
import { Help } from "../../../ui/help.tsx";
import { COLUMN_HELP, NOISE_FLOOR_HELP } from "./verdict-help.ts";
import { HEAT } from "./heat.ts";

const steps = [
  { strength: 1, label: "over 5%" },
  { strength: 2, label: "over 10%" },
  { strength: 3, label: "over 25%" },
] as const;

function Scale({ isBetter }: { readonly isBetter: boolean }) {
  return (
    <li className="inline-flex items-center gap-1">
      <span className="mr-1">{isBetter ? "better" : "worse"}</span>
      {steps.map(({ strength, label }) => (
        <span
          key={strength}
          className={`rounded px-1.5 py-0.5 text-ink ${HEAT[isBetter ? "better" : "worse"][strength]}`}
        >
          {label}
        </span>
      ))}
    </li>
  );
}

export function HeatLegend() {
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-6 gap-y-2 text-xs text-muted">
      <ul className="flex flex-wrap gap-x-6 gap-y-2" aria-label="What the shades mean">
        <Scale isBetter={false} />
        <Scale isBetter />
      </ul>
      <p className="flex flex-wrap gap-x-4">
        <Help term="verdict">{COLUMN_HELP.verdict}</Help>
        <Help term="95% interval">{COLUMN_HELP["95% interval"]}</Help>
        <Help term="p (Holm)">{COLUMN_HELP["p (Holm)"]}</Help>
        <Help term="noise floor">{NOISE_FLOOR_HELP}</Help>
      </p>
    </div>
  );
}
