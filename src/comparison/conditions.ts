// What differs in how several results were measured: settings and environment, fact by fact.
import { weightOf } from "../regression/fact.ts";
import { textOf } from "../fields/settings.ts";
import { experimentOf } from "../results/experiment.ts";
import type { Result } from "../results/format/result.ts";
import { PROVENANCE_WORDS, type ReferenceSeries } from "../results/references/reference.ts";
import { MISSING } from "../words/format.ts";
import type { Compared } from "./compared.ts";
import type { Side } from "./side.ts";

export interface Difference {
  readonly fact: string;
  /** One text for each result. */
  readonly values: readonly string[];
}

type Facts = ReadonlyMap<string, string>;

function referenceFacts({ provenance, platform, date }: ReferenceSeries): Facts {
  return new Map([
    ["measured by", PROVENANCE_WORDS[provenance]],
    ...(platform === undefined ? [] : [["platform", platform] as const]),
    ...(date === undefined ? [] : [["date", date] as const]),
  ]);
}

function fileFacts({ measured }: Side): Facts {
  return new Map(
    measured.fingerprint.flatMap((fact) => (weightOf(fact) === "incidental" ? [] : [[fact.name, String(fact.value)]])),
  );
}

/** Each setting under the name that its form has, or its own where the scenario is not known. */
function settingFacts(result: Result): readonly (readonly [string, string])[] {
  const { scenario, settings } = experimentOf(result);
  return Object.entries(settings).map(([name, value]) => {
    const field = scenario.fields[name];
    return field === undefined ? [name, String(value)] : [field.label, textOf(scenario.fields, settings, name)];
  });
}

function resultFacts(result: Result): Facts {
  const { environment, scenario } = result;
  const { parallelCapacity: capacity } = environment;
  return new Map([
    ["measured by", "Headroom"],
    ["scenario", `${scenario.kind}, version ${scenario.version}`],
    ...settingFacts(result),
    ["browser", environment.browser],
    ["platform", environment.platform],
    ["cores reported", String(environment.hardwareConcurrency)],
    ["C", `${capacity.cores} (${capacity.low}–${capacity.high})`],
    ["workers used", String(environment.workers)],
    ["isolated", environment.isolated ? "yes" : "no"],
    ["timer step, µs", String(environment.timerStepUs)],
    ["posteriors carried by", environment.transport ?? "none"],
    ["engine", environment.engineVersion],
    ["Headroom", environment.appVersion],
  ]);
}

function factsOf(compared: Compared): Facts {
  switch (compared.kind) {
    case "result":
      return resultFacts(compared.result);
    case "reference":
      return referenceFacts(compared.series);
    case "file":
      return fileFacts(compared.side);
  }
}

/** Facts that are not the same in all results; what is not known of one is missing. */
export function differencesOf(results: readonly Compared[]): readonly Difference[] {
  const facts = results.map(factsOf);
  const names = [...new Set(facts.flatMap((known) => [...known.keys()]))];
  return names
    .map((fact) => ({ fact, values: facts.map((known) => known.get(fact) ?? MISSING) }))
    .filter(({ values }) => new Set(values).size > 1);
}
