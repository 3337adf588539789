// Several of a list of choices, each with a box to tick: what is ticked is one text, and a tick that is refused says why below.
import { useId, useState } from "react";
import type { Configuration } from "../../scenarios/contract/scenario.ts";
import { HelpMark } from "../../ui/help.tsx";

export interface TicksFieldProps {
  readonly label: string;
  /** What the field means, in one or two sentences. */
  readonly help?: string;
  readonly disabled?: boolean;
  /** All that is in force. */
  readonly within: Configuration;
  /** The choices in force, "ring, star". */
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Takes what is ticked, "ring,star"; returns what is wrong with it, or null when it was taken. */
  readonly onText: (text: string) => string | null;
}

interface Refused {
  /** What was in force when it was refused: with anything else it is over. */
  readonly within: Configuration;
  readonly error: string;
}

const LAST_ONE = "One at least stays ticked. Tick another one first, then untick this one.";

/** A group of boxes. A tick that is refused changes nothing: the boxes always show the value in force. */
export function TicksField({ label, help, disabled = false, within, value, options, onText }: TicksFieldProps) {
  const id = useId();
  const [refused, setRefused] = useState<Refused | null>(null);
  const shown = refused?.within === within ? refused : null;
  const ticked = new Set(value.split(", "));

  function tick(choice: string, isTicked: boolean): void {
    const next = options.map((option) => option.value).filter((one) => (one === choice ? isTicked : ticked.has(one)));
    const error = next.length === 0 ? LAST_ONE : onText(next.join(","));
    setRefused(error === null ? null : { within, error });
  }

  return (
    <fieldset className="min-w-0" disabled={disabled} aria-describedby={shown === null ? undefined : `${id}-error`}>
      <legend className="sr-only">{label}</legend>
      <div className="mb-1 flex items-center justify-between gap-2 text-xs text-muted">
        <span aria-hidden>{label}</span>
        {help === undefined ? null : <HelpMark about={label}>{help}</HelpMark>}
      </div>
      <div className="rounded border border-line-strong bg-panel px-2 py-1">
        {options.map((option) => (
          <label key={option.value} className={`flex min-h-8 items-center gap-2 ${disabled ? "opacity-60" : ""}`}>
            <input
              type="checkbox"
              className="size-4 shrink-0 accent-accent"
              checked={ticked.has(option.value)}
              onChange={(event) => tick(option.value, event.target.checked)}
            />
            <span className="min-w-0">{option.label}</span>
          </label>
        ))}
      </div>
      {shown === null ? null : (
        <p id={`${id}-error`} role="alert" className="mt-1 text-xs text-warn">
          ▲ {shown.error}
        </p>
      )}
    </fieldset>
  );
}
