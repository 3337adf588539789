// The same experiment with every other choice of one setting, such as the other placements.
import { textOf } from "../fields/settings.ts";
import type { Experiment } from "./contract/scenario.ts";
import { scenarioOf } from "./registry.ts";

export interface OtherChoice {
  /** In plain words, such as "pool: as many workers as cores". */
  readonly label: string;
  readonly experiment: Experiment;
}

/** What the experiment's own choice of a setting is called; null where the setting is no choice. */
export function choiceLabel({ scenario: { fields }, settings }: Experiment, name: string): string | null {
  const control = fields[name]?.control;
  if (control?.kind !== "choice") return null;
  const text = textOf(fields, settings, name);
  return control.choices.find((choice) => choice.text === text)?.label ?? null;
}

/** One experiment for each other choice that can run; none where the setting is no choice of this scenario. */
export function otherChoices(experiment: Experiment, name: string): readonly OtherChoice[] {
  const { scenario, settings } = experiment;
  const control = scenario.fields[name]?.control;
  if (control?.kind !== "choice") return [];
  const own = textOf(scenario.fields, settings, name);
  return control.choices.flatMap(({ text, label }) => {
    const reading = text === own ? undefined : scenarioOf(scenario.kind)?.withText(settings, name, text);
    return reading?.state === "read" && reading.value.refusal === null ? [{ label, experiment: reading.value }] : [];
  });
}
