// A configuration as named texts: the parameters of an address, the flags of a command.
import { nearestOf } from "../fields/nearest.ts";
import { type Problem, type Settings, toParameters } from "../fields/settings.ts";
import { DEFAULT_SCENARIO, FIRST_SCENARIO, SCENARIOS, scenarioOf, scenarios } from "./registry.ts";
import type { Configuration, Scenario } from "./contract/scenario.ts";

/** The name under which texts say which scenario they are for. */
export const SCENARIO_PARAMETER = "scenario";

const TEXT_MOST = 60;

function unknownScenario(text: string): Problem {
  const nearest = nearestOf(text, SCENARIOS);
  const meant = nearest === null ? "" : ` Did you mean ${nearest}?`;
  return {
    parameter: SCENARIO_PARAMETER,
    text: text.slice(0, TEXT_MOST),
    message: `Scenario must be one of: ${SCENARIOS.join(", ")}.${meant}`,
    usedInstead: DEFAULT_SCENARIO,
  };
}

/** Reads named texts. What is not understood falls back to its default alone, and is told. */
export function configurationFromTexts(texts: Readonly<Record<string, string>>): {
  readonly configuration: Configuration;
  readonly problems: readonly Problem[];
} {
  const { [SCENARIO_PARAMETER]: named, ...settings } = texts;
  const known: Scenario | null = named === undefined ? scenarios[DEFAULT_SCENARIO] : scenarioOf(named);
  const { configuration, problems } = (known ?? scenarios[DEFAULT_SCENARIO]).fromTexts(settings);
  return { configuration, problems: known === null ? [unknownScenario(named ?? ""), ...problems] : problems };
}

/** What an address asks: without any parameters the question that most people come with. */
export function configurationAt(search: Readonly<Record<string, string>>): ReturnType<typeof configurationFromTexts> {
  return Object.keys(search).length === 0
    ? { configuration: scenarios[FIRST_SCENARIO].standard(), problems: [] }
    : configurationFromTexts(search);
}

/** Writes the scenario and what differs from its defaults, from which configurationFromTexts gives back the same. */
export function textsOf({ scenario, settings }: Configuration): Record<string, string> {
  return { [SCENARIO_PARAMETER]: scenario.kind, ...toParameters(scenario.fields, scenario.defaults, settings) };
}

/** A configuration with some of its settings replaced; the configuration itself where they do not fit. */
export function withSettings(configuration: Configuration, settings: Settings): Configuration {
  const scenario = scenarioOf(configuration.scenario.kind);
  const reading = scenario?.configure({ ...configuration.settings, ...settings });
  return reading?.state === "read" ? reading.value : configuration;
}
