// The settings of a profile as a form: what changes nothing is not shown, and what few need is folded away.
import { textOf } from "../../fields/settings.ts";
import { type ProfileField, profileFields, type ProfileSettings, shownFields } from "../../profile/profile-fields.ts";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { lazyPart } from "../../ui/lazy-part.tsx";

const ModelField = lazyPart("The choice of a model", () =>
  import("../benchmark/own-model/model-field.tsx").then((module) => module.ModelField),
);

export interface ProfileFormProps {
  readonly settings: ProfileSettings;
  readonly changeText: (name: ProfileField, text: string) => string | null;
  readonly disabled: boolean;
}

const widths = { whole: "col-span-2", half: "col-span-1" } as const;

function isAdvanced(name: ProfileField): boolean {
  return profileFields[name].advanced === true;
}

export function ProfileForm({ settings, changeText, disabled }: ProfileFormProps) {
  function fieldOf(name: ProfileField) {
    const { control, label, help, width = "whole" } = profileFields[name];
    const value = textOf(profileFields, settings, name);
    const common = { label, help, value, disabled };
    if (control.kind === "model") {
      return (
        <div key={name} className="col-span-2 min-w-0">
          <ModelField
            part={{ ...common, onReference: (text: string) => void changeText(name, text) }}
            fallback={<p className="text-xs text-muted">The choice of a model is loading …</p>}
          />
        </div>
      );
    }
    return (
      <div key={name} className={`min-w-0 ${widths[width]}`}>
        {control.kind === "choice" ? (
          <ChoiceField
            {...common}
            options={control.choices.map(({ text, label: words }) => ({ value: text, label: words }))}
            onChange={(text) => void changeText(name, text)}
          />
        ) : (
          <TextField
            {...common}
            inputMode={control.kind === "text" ? control.inputMode : "text"}
            orWord={control.kind === "text" ? control.orWord : undefined}
            onText={(text) => changeText(name, text)}
          />
        )}
      </div>
    );
  }
  const shown = shownFields(settings);
  return (
    <div className="grid grid-cols-2 gap-3">
      {shown.filter((name) => !isAdvanced(name)).map(fieldOf)}
      <details className="col-span-2">
        <summary className="mb-2 min-h-8 text-muted">Advanced</summary>
        <div className="grid grid-cols-2 gap-3">{shown.filter(isAdvanced).map(fieldOf)}</div>
      </details>
    </div>
  );
}
