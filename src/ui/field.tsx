// Labelled form controls. They keep what is typed, even while it is wrong, and say under the field what is wrong.
import { useId, type ReactNode } from "react";
import { HelpMark } from "./help.tsx";
import { asNumber } from "./as-number.ts";
import { useDraft } from "./use-draft.ts";

const controlClasses =
  "min-h-9 w-full min-w-0 rounded border border-line-strong bg-panel px-2 text-ink disabled:opacity-60 aria-invalid:border-bad";

interface FieldProps {
  readonly label: string;
  /** What the field means, in one or two sentences. */
  readonly help?: ReactNode;
  readonly disabled?: boolean;
  /** What is said of the value in force, such as that a part of it changes nothing. */
  readonly note?: string | undefined;
}

function FieldFrame(
  props: FieldProps & { readonly id: string; readonly error: string | null; readonly children: ReactNode },
) {
  const { label, help, id, error, note, children } = props;
  return (
    <div className="min-w-0">
      <div className="mb-1 flex items-center justify-between gap-2 text-xs text-muted">
        <label htmlFor={id}>{label}</label>
        {help === undefined ? null : <HelpMark about={label}>{help}</HelpMark>}
      </div>
      {children}
      {note === undefined || error !== null ? null : (
        <p id={`${id}-note`} className="mt-1 text-xs text-muted">
          {note}
        </p>
      )}
      {error === null ? null : (
        <p id={`${id}-error`} role="alert" className="mt-1 text-xs text-bad">
          {error}
        </p>
      )}
    </div>
  );
}

interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface ChoiceFieldProps<Value extends string> extends FieldProps {
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
}

export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { value, options, onChange, disabled = false, note } = props;
  const id = useId();
  return (
    <FieldFrame {...props} id={id} error={null}>
      <select
        id={id}
        className={controlClasses}
        value={value}
        disabled={disabled}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

export interface TextFieldProps extends FieldProps {
  /** The value in force, as text. */
  readonly value: string;
  /** Takes what was typed; returns what is wrong with it, or null when it was taken. */
  readonly onText: (text: string) => string | null;
  readonly inputMode?: "text" | "numeric" | "decimal";
  /** Whether a word may stand instead of a whole number. */
  readonly orWord?: boolean | undefined;
}

/** A text input. While its text is wrong, the value in force stays the last good one. */
export function TextField(props: TextFieldProps) {
  const { value, onText, inputMode = "text", orWord = false, disabled = false, note } = props;
  const id = useId();
  const { error, inputProps } = useDraft(
    value,
    inputMode === "text" && !orWord ? onText : asNumber(onText, inputMode !== "decimal"),
  );
  return (
    <FieldFrame {...props} id={id} error={error}>
      <input
        {...inputProps}
        id={id}
        className={controlClasses}
        inputMode={inputMode}
        disabled={disabled}
        aria-describedby={error !== null ? `${id}-error` : note === undefined ? undefined : `${id}-note`}
      />
    </FieldFrame>
  );
}
