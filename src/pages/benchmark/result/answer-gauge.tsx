// One figure as an answer, as a bar against what is needed.
import type { Gauge } from "../../../scenarios/contract/seen.ts";
import { formatCount } from "../../../words/format.ts";

/** Where the largest ends, %: what fails lies beyond it. */
const FULL = 92;

export interface AnswerGaugeProps {
  readonly gauge: Gauge;
}

export function AnswerGauge({ gauge: { unit, value, needed, failsFrom, isOpen } }: AnswerGaugeProps) {
  const most = Math.max(value, needed ?? 0, failsFrom ?? 0);
  const at = (figure: number): string => `${(figure / most) * FULL}%`;
  const isEnough = needed === null || value >= needed;
  const label = `${formatCount(value)} ${unit} held${isOpen === true ? ", not confirmed" : ""}${failsFrom === undefined ? "" : `, late from ${formatCount(failsFrom)}`}${needed === null ? "" : `, ${formatCount(needed)} needed`}`;
  return (
    <figure className="mt-3 mb-3 max-w-4xl" aria-label={label}>
      <div className="relative h-5 rounded border bg-panel forced-color-adjust-none">
        <div
          className={`h-full rounded-l ${isEnough ? "bg-good" : "bg-warn"} ${isOpen === true ? "opacity-50" : ""}`}
          style={{ width: at(value) }}
          data-testid="gauge"
        />
        {failsFrom === undefined ? null : (
          <div className="absolute top-0 bottom-0 w-0.5 bg-bad" style={{ left: at(failsFrom) }} />
        )}
        {needed === null ? null : (
          <div className="absolute -top-1 -bottom-1 w-0.5 bg-ink" style={{ left: at(needed) }} />
        )}
      </div>
      <figcaption className="mt-1 text-xs text-muted">
        <span aria-hidden className={isEnough ? "text-good" : "text-warn"}>
          {isEnough ? "●" : "▲"}
        </span>{" "}
        {label}
      </figcaption>
    </figure>
  );
}
