// A number as a text field and as a slider. Text that is wrong stays as it was typed, with the reason under it.
import { useId, useState, type ReactNode } from "react";
import { asNumber } from "./as-number.ts";
import { useDraft } from "./use-draft.ts";

export interface SliderFieldProps {
  readonly label: string;
  readonly unit?: ReactNode;
  /** The value in force. */
  readonly value: number;
  /** Range of the slider. A typed value above `most` widens it. */
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** Whether only whole numbers make sense, so that marks in them can only group. */
  readonly isWhole?: boolean;
  /** Takes what was typed; returns what is wrong with it, or null when it was taken. */
  readonly onText: (text: string) => string | null;
}

/** The first of 1, 2, 5, 10, 20 … at or above a value. */
function roundAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= value) ?? value;
}

export function SliderField({ label, unit, value, least, most, step, isWhole = false, onText }: SliderFieldProps) {
  const id = useId();
  const { error, discard, inputProps } = useDraft(value, asNumber(onText, isWhole));
  const [widened, setWidened] = useState(most);

  // The range only ever grows, so that it does not move under a thumb that is being dragged.
  if (value > Math.max(widened, most)) setWidened(roundAbove(value));

  return (
    <div className="min-w-0">
      <div className="grid grid-cols-[1fr_auto] items-center gap-x-3 gap-y-1">
        <label htmlFor={id}>{label}</label>
        <div className="flex items-center justify-end gap-2">
          <input
            {...inputProps}
            id={id}
            className="min-h-9 w-24 min-w-0 rounded border border-line-strong bg-panel px-2 text-right text-ink aria-invalid:border-bad"
            inputMode="decimal"
            aria-describedby={error === null ? undefined : `${id}-error`}
          />
          <span className="w-16 text-muted">{unit}</span>
        </div>
      </div>
      <input
        type="range"
        aria-label={`${label}, slider`}
        className="mt-1 block h-8 w-full"
        min={least}
        max={Math.max(widened, most)}
        step={step}
        value={value}
        onChange={(event) => {
          discard();
          onText(event.target.value);
        }}
      />
      {error === null ? null : (
        <p id={`${id}-error`} role="alert" className="text-xs text-bad">
          {error}
        </p>
      )}
    </div>
  );
}
