// The settings of a configuration as a form, drawn from its scenario's fields; every change goes into the address at once.
import { memo, useState } from "react";
import { textOf } from "../../fields/settings.ts";
import { scenarioOf } from "../../scenarios/registry.ts";
import type { Configuration } from "../../scenarios/contract/scenario.ts";
import type { Field, Setting } from "../../fields/field.ts";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { lazyPart } from "../../ui/lazy-part.tsx";
import { TicksField } from "./ticks-field.tsx";

const ModelField = lazyPart("The choice of a model", () =>
  import("./own-model/model-field.tsx").then((module) => module.ModelField),
);

export interface SettingsFormProps {
  readonly configuration: Configuration;
  readonly onChange: (configuration: Configuration) => void;
  readonly disabled: boolean;
  /** Whether workers can share memory in this page. */
  readonly canShareMemory: boolean;
}

interface Common {
  readonly label: string;
  readonly disabled: boolean;
  readonly value: string;
  readonly help: string;
  readonly note?: string | undefined;
}

/** @param take takes a text; returns what is wrong with it, or null */
function controlOf(
  control: Exclude<Field<Setting>["control"], { readonly kind: "model" }>,
  common: Common,
  within: Configuration,
  take: (text: string) => string | null,
) {
  switch (control.kind) {
    case "choice": {
      const options = control.choices.map(({ text, label }) => ({ value: text, label }));
      return <ChoiceField {...common} options={options} onChange={take} />;
    }
    case "ticks": {
      const options = control.choices.map(({ text, label }) => ({ value: text, label }));
      return <TicksField {...common} within={within} options={options} onText={take} />;
    }
    case "text":
      return <TextField {...common} inputMode={control.inputMode} orWord={control.orWord} onText={take} />;
  }
}

const widths = { whole: "col-span-2", half: "col-span-1" } as const;

export const SettingsForm = memo(function SettingsForm(props: SettingsFormProps) {
  const { configuration, onChange, disabled, canShareMemory } = props;
  const { scenario, settings, shownFields, refusal, fieldNotes = {} } = configuration;
  const fixed = configuration.fixedOn({ canShareMemory });

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
      note: fieldNotes[name],
    };
    if (control.kind === "model") {
      const part = { ...common, onReference: (text: string) => void take(name, text) };
      const loading = <p className="text-xs text-muted">The choice of a model is loading …</p>;
      return (
        <div key={`${scenario.kind} ${name}`} className="col-span-2 min-w-0">
          <ModelField part={part} fallback={loading} />
        </div>
      );
    }
    return (
      <div key={`${scenario.kind} ${name}`} className={`min-w-0 ${widths[width]}`}>
        {controlOf(control, common, configuration, (text) => take(name, text))}
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
