// The same configuration with every other choice of one setting, such as the other placements.
import { textOf } from "../fields/settings.ts";
import type { Configuration } from "./contract/scenario.ts";
import { scenarioOf } from "./registry.ts";

export interface OtherChoice {
  /** In plain words, such as "pool: as many workers as cores". */
  readonly label: string;
  readonly configuration: Configuration;
}

/** What the configuration's own choice of a setting is called; null where the setting is no choice. */
export function choiceLabel({ scenario: { fields }, settings }: Configuration, name: string): string | null {
  const control = fields[name]?.control;
  if (control?.kind !== "choice") return null;
  const text = textOf(fields, settings, name);
  return control.choices.find((choice) => choice.text === text)?.label ?? null;
}

/** One configuration for each other choice that can run; none where the setting is no choice of this scenario. */
export function otherChoices(configuration: Configuration, name: string): readonly OtherChoice[] {
  const { scenario, settings } = configuration;
  const control = scenario.fields[name]?.control;
  if (control?.kind !== "choice") return [];
  const own = textOf(scenario.fields, settings, name);
  return control.choices.flatMap(({ text, label }) => {
    const reading = text === own ? undefined : scenarioOf(scenario.kind)?.withText(settings, name, text);
    return reading?.state === "read" && reading.value.refusal === null ? [{ label, configuration: reading.value }] : [];
  });
}
