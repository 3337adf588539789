// Which binding facts may differ where somebody says so, and what a report then says of it.
import { factDifferences, type Fingerprint } from "../regression/fingerprint.ts";
import { SCENARIO_FACT } from "./cells/result-cells.ts";

/** Figures of different tools or scenarios are of different things: nothing makes those comparable. */
const NEVER_ALLOWED: ReadonlySet<string> = new Set(["measured by", SCENARIO_FACT]);

/** Every binding fact that a result or a reader of another tool's file has, as messages and --allow name it; a test holds it to them. */
export const ALLOWABLE_FACTS = [
  "browser",
  "platform",
  "isolated",
  "engine version",
  "workers",
  "transport",
  "parallel capacity C",
  "workload",
  "placement",
  "topology",
  "pacing",
  "rate",
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
] as const;

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

export interface EnvironmentDifferences {
  /** Names of binding facts that differ and may be allowed, allowed ones too. */
  readonly allowable: readonly string[];
  /** What every report says: noted facts that differ, and allowed ones. One sentence each. */
  readonly notes: readonly string[];
}

/** What differs between the baselines and the current result, apart from what makes them not comparable. */
export function environmentDifferences(
  baselines: readonly Fingerprint[],
  current: Fingerprint,
  allowed: ReadonlySet<string>,
): EnvironmentDifferences {
  const [first = []] = baselines;
  const found = [
    ...baselines.flatMap((baseline) => factDifferences(baseline, current)),
    ...baselines.slice(1).flatMap((baseline) => factDifferences(first, baseline)),
  ];
  const binding = found.filter(({ weight, name }) => weight === "binding" && !NEVER_ALLOWED.has(name));
  const notes = found.flatMap(({ name, text, weight }) => {
    if (weight === "noted") return [`Noted, and judged all the same: ${text}.`];
    return allowed.has(name) ? [`Allowed to differ: ${text}.`] : [];
  });
  return { allowable: [...new Set(binding.map(({ name }) => name))], notes: [...new Set(notes)] };
}
