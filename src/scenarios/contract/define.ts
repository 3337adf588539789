// Makes a scenario of its definition: settings are read by its fields, and bound to what is said of them.
import { fromParameters, type Fields, readValues, type ValuesOf, withText } from "../../fields/settings.ts";
import type { Configuration, Scenario, ScenarioDefinition, ScenarioInfo } from "./scenario.ts";

/** @param definition what its author wrote */
export function defineScenario<Set extends Fields>(definition: ScenarioDefinition<Set>): Scenario {
  const { fields, defaults } = definition;
  const { bind: _, ...info } = definition;

  function bound(values: ValuesOf<Set>): Configuration {
    return { ...definition.bind(values), scenario: info satisfies ScenarioInfo, settings: values };
  }

  return {
    ...info,
    configure(settings) {
      const reading = readValues(fields, settings);
      return reading.state === "refused" ? reading : { state: "read", value: bound(reading.value) };
    },
    standard: () => bound(defaults),
    fromTexts(texts) {
      const { values, problems } = fromParameters(fields, defaults, texts);
      return { configuration: bound(values), problems };
    },
    withText(settings, name, text) {
      const current = readValues(fields, settings);
      if (current.state === "refused") return current;
      const next = withText(fields, current.value, name, text);
      return next.state === "refused" ? next : { state: "read", value: bound(next.value) };
    },
  };
}
