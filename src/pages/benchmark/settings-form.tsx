// The settings of an experiment as a form, drawn from its scenario's fields; every change goes into the address at once.
import { memo, useState } from "react";
import { textOf } from "../../fields/settings.ts";
import { scenarioOf } from "../../scenarios/registry.ts";
import type { Experiment } from "../../scenarios/contract/scenario.ts";
import { ChoiceField, TextField } from "../../ui/field.tsx";

export interface SettingsFormProps {
  readonly experiment: Experiment;
  readonly onChange: (experiment: Experiment) => void;
  readonly disabled: boolean;
  /** Whether workers can share memory in this page. */
  readonly canShareMemory: boolean;
}

const widths = { whole: "col-span-2", half: "col-span-1" } as const;

export const SettingsForm = memo(function SettingsForm(props: SettingsFormProps) {
  const { experiment, onChange, disabled, canShareMemory } = props;
  const { scenario, settings, shownFields, refusal } = experiment;
  const fixed = experiment.fixedOn({ canShareMemory });

  /** @returns what is wrong with the text, or null where it was taken */
  function take(name: string, text: string): string | null {
    const reading = scenarioOf(scenario.kind)?.withText(settings, name, text);
    if (reading === undefined) return "This scenario cannot be measured here.";
    if (reading.state === "refused") return reading.message;
    onChange(reading.value);
    return null;
  }

  const isAdvanced = (name: string): boolean => scenario.fields[name]?.advanced === true;
  const advanced = shownFields.filter(isAdvanced);
  const isUsual = advanced.every((name) => settings[name] === scenario.defaults[name]);
  // What an address asks for is seen; later it stays as a person leaves it.
  const [isOpen, setIsOpen] = useState(!isUsual);

  function fieldOf(name: string) {
    const field = scenario.fields[name];
    if (field === undefined) return null;
    const { control, label, help, width = "whole" } = field;
    const common = {
      label,
      disabled: disabled || Object.hasOwn(fixed, name),
      value: textOf(scenario.fields, { ...settings, ...fixed }, name),
      help,
    };
    return (
      <div key={`${scenario.kind} ${name}`} className={`min-w-0 ${widths[width]}`}>
        {control.kind === "choice" ? (
          <ChoiceField
            {...common}
            options={control.choices.map((choice) => ({ value: choice.text, label: choice.label }))}
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
  }

  return (
    <div className="grid grid-cols-2 gap-3">
      {shownFields.filter((name) => !isAdvanced(name)).map(fieldOf)}
      {advanced.length === 0 ? null : (
        <details
          className="col-span-2"
          key={`advanced ${scenario.kind}`}
          open={isOpen}
          onToggle={(event) => setIsOpen(event.currentTarget.open)}
        >
          <summary className="mb-2 min-h-8 text-muted">Advanced</summary>
          <div className="grid grid-cols-2 gap-3">{advanced.map(fieldOf)}</div>
        </details>
      )}
      {refusal === null ? null : (
        <p role="alert" className="col-span-2 text-sm text-bad">
          {refusal}
        </p>
      )}
    </div>
  );
});
