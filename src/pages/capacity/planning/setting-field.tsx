// A text field for one setting of the planner.
import type { PlannerField } from "../../../capacity/asked/planner-settings.ts";
import { TextField, type TextFieldProps } from "../../../ui/field.tsx";
import type { PlannerInUse } from "./use-planner.ts";

export interface SettingFieldProps extends Omit<TextFieldProps, "value" | "onText"> {
  readonly field: PlannerField;
  readonly inUse: PlannerInUse;
}

export function SettingField({ field, inUse, ...props }: SettingFieldProps) {
  return <TextField {...props} value={inUse.texts[field]} onText={(text) => inUse.changeText(field, text.trim())} />;
}
