// Which facts may differ: those that somebody allows, and the configuration where it is the question; and what a report says of it.
import { type FactWeight, weightOf } from "../regression/fact.ts";
import { type FactDifference, factDifferences, type Fingerprint } from "../regression/fingerprint.ts";
import { experimentFrom } from "../scenarios/experiments.ts";
import { SCENARIOS, scenarios } from "../scenarios/registry.ts";
import { SCENARIO_FACT } from "./cells/result-cells.ts";

/** Figures of different tools or scenarios are of different things: nothing makes those comparable. */
const NEVER_ALLOWED: ReadonlySet<string> = new Set(["measured by", SCENARIO_FACT]);

/** Stands for all of the configuration, where facts are allowed by name. */
export const CONFIGURATION = "configuration";

/** What the scenarios say of their settings; workers and transport follow from them and are in the environment of a result. */
const ofScenarios = SCENARIOS.flatMap((kind) => experimentFrom(scenarios[kind].standard()).fingerprint);

function namesOf(...weights: readonly FactWeight[]): readonly string[] {
  return [...new Set(ofScenarios.flatMap((fact) => (weights.includes(weightOf(fact)) ? [fact.name] : [])))];
}

/** Facts that somebody chose, or that follow from a choice: where they differ, that may be the question. */
export const CONFIGURATION_FACTS: readonly string[] = [...namesOf("asked"), "workers", "transport"];

/** Every fact of a result or of another tool's file that keeps results apart, as messages and --allow name it; a test holds it to them. */
export const ALLOWABLE_FACTS: readonly string[] = [
  "browser",
  "platform",
  "cores",
  "isolated",
  "engine version",
  "parallel capacity C",
  ...CONFIGURATION_FACTS,
  ...namesOf("binding"),
  "processor",
  "CPUs",
  "machine",
  "system",
  "Python",
  "Python implementation",
  "suite version",
  "quick mode",
  "virtual users",
  "scenarios",
  "arrival rate",
];

function plainName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[-_\s]+/g, " ")
    .trim();
}

/** @returns the fact that a person means by "cpus" or "virtual-users", or null */
export function allowableFact(text: string): string | null {
  return ALLOWABLE_FACTS.find((name) => plainName(name) === plainName(text)) ?? null;
}

/** The facts of an address or of flags; what is none is left out. */
export function allowedFacts(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => allowableFact(text) ?? []));
}

/** Whether a configuration that differs is what is asked, as on a page, or a mistake, as where a gate compares with its baseline. */
export type ConfigurationMode = "asked" | "kept";

/** What one comparison lets differ. */
export interface Licence {
  /** Facts that somebody allows, by name. */
  readonly allowed: ReadonlySet<string>;
  readonly configuration: ConfigurationMode;
}

export interface ConditionDifferences {
  /** Configuration that differs and is the question: the settings, or what follows from them where no setting differs. */
  readonly question: readonly FactDifference[];
  /** Names of facts that may differ without keeping the results apart. */
  readonly let: ReadonlySet<string>;
  /** Names of facts that differ and would have to be allowed, allowed ones too. */
  readonly allowable: readonly string[];
  /** What every report says: noted facts that differ, allowed ones, and the question. One sentence each. */
  readonly notes: readonly string[];
}

function isConfiguration({ weight }: FactDifference): boolean {
  return weight === "asked" || weight === "follows";
}

/** What differs between the baselines and the current result, apart from what makes them not comparable. */
export function conditionDifferences(
  baselines: readonly Fingerprint[],
  current: Fingerprint,
  { allowed, configuration }: Licence,
): ConditionDifferences {
  const [first = []] = baselines;
  const among = baselines.slice(1).flatMap((baseline) => factDifferences(first, baseline));
  const found = [...baselines.flatMap((baseline) => factDifferences(baseline, current)), ...among];
  // Sessions of one baseline are of one configuration, whatever is asked.
  const mixed = new Set(among.map(({ name }) => name));
  const isWanted = (name: string): boolean => configuration === "asked" || allowed.has(name);
  const asked = factDifferences(first, current).filter(
    (one) => isConfiguration(one) && isWanted(one.name) && !mixed.has(one.name),
  );
  const settings = asked.filter(({ weight }) => weight === "asked");
  const isAsked = new Set(asked.map(({ name }) => name));
  const allowable = found.filter(
    ({ name, weight }) => weight !== "noted" && !NEVER_ALLOWED.has(name) && !isAsked.has(name),
  );
  const notes = found.flatMap(({ name, text, weight }) => {
    if (weight === "noted") return [`Noted, and judged all the same: ${text}.`];
    if (isAsked.has(name)) return [`The configuration differs, which is the question: ${text}.`];
    return allowed.has(name) ? [`Allowed to differ: ${text}.`] : [];
  });
  return {
    question: settings.length > 0 ? settings : asked,
    let: new Set([...allowed, ...isAsked]),
    allowable: [...new Set(allowable.map(({ name }) => name))],
    notes: [...new Set(notes)],
  };
}
