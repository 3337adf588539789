// The load of a soak as a form. While one lasts, a changed load is applied by a button, and marked in the charts.
import { textOf, withText } from "../../fields/settings.ts";
import { type Load, loadFields, loadRefusal, shownLoadFields } from "../../scenarios/soak/load.ts";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { lazyPart } from "../../ui/lazy-part.tsx";

const ModelField = lazyPart("The choice of a model", () =>
  import("../benchmark/own-model/model-field.tsx").then((module) => module.ModelField),
);

export interface LoadFormProps {
  readonly load: Load;
  readonly onChange: (load: Load) => void;
  readonly disabled: boolean;
}

function isField(name: string): name is keyof typeof loadFields {
  return Object.hasOwn(loadFields, name);
}

export function LoadForm({ load, onChange, disabled }: LoadFormProps) {
  const refusal = loadRefusal(load);

  /** @returns what is wrong with the text, or null where it was taken */
  function take(name: keyof typeof loadFields, text: string): string | null {
    const reading = withText(loadFields, load, name, text);
    if (reading.state === "refused") return reading.message;
    onChange(reading.value);
    return null;
  }

  return (
    <div className="grid grid-cols-2 gap-3">
      {shownLoadFields(load)
        .filter(isField)
        .map((name) => {
          const { control, label, help, width = "whole" } = loadFields[name];
          const common = { label, help, disabled, value: textOf(loadFields, load, name) };
          if (control.kind === "ticks") return null;
          if (control.kind === "model") {
            const loading = <p className="text-xs text-muted">The choice of a model is loading …</p>;
            return (
              <div key={name} className="col-span-2 min-w-0">
                <ModelField
                  part={{ ...common, onReference: (text: string) => void take(name, text) }}
                  fallback={loading}
                />
              </div>
            );
          }
          return (
            <div key={name} className={`min-w-0 ${width === "half" ? "" : "col-span-2"}`}>
              {control.kind === "choice" ? (
                <ChoiceField
                  {...common}
                  options={control.choices.map(({ text, label: option }) => ({ value: text, label: option }))}
                  onChange={(text) => take(name, text)}
                />
              ) : (
                <TextField
                  {...common}
                  inputMode={control.inputMode}
                  orWord={control.orWord}
                  onText={(text) => take(name, text)}
                />
              )}
            </div>
          );
        })}
      {refusal === null ? null : (
        <p role="alert" className="col-span-2 text-sm text-bad">
          {refusal}
        </p>
      )}
    </div>
  );
}
