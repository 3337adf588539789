// What a result holds that this Headroom does not know, named for people: none of it is lost, and what can be shown is shown.
import { isValid } from "../measurement/run/sample.ts";
import { knownScenario, scenarioOf } from "../scenarios/registry.ts";
import type { Scenario } from "../scenarios/contract/scenario.ts";
import { experimentOf } from "./experiment.ts";
import type { Result } from "./format/result.ts";

/** Longer lists are cut: a stranger's file may name many. */
const NAMED_MOST = 8;

function namesOf(names: readonly string[]): string {
  const named = names.slice(0, NAMED_MOST).map((name) => `“${name}”`);
  const left = names.length - named.length;
  return left > 0 ? `${named.join(", ")} and ${left} more` : named.join(", ");
}

function scenarioNotice({ scenario: { kind, version } }: Result, known: Scenario | null): string {
  const what =
    known === null
      ? `the scenario “${kind}”`
      : `version ${version} of the scenario “${kind}”, only up to ${known.version}`;
  return `This Headroom does not know ${what}. What can be shown without it is shown. Reload the page to get the newest Headroom.`;
}

function furtherNotice(result: Result, known: Scenario): readonly string[] {
  const { measures } = result;
  const own = new Map(experimentOf(result).scenarioMeasures.map((measure) => [measure.id, measure]));
  const further = measures.filter(({ id }) => !own.has(id)).map(({ id }) => id);
  const changed = measures.filter(({ id, unit }) => (own.get(id)?.unit ?? unit) !== unit).map(({ id }) => id);
  return [
    ...(further.length === 0
      ? []
      : [
          `The scenario “${known.kind}” does not have ${namesOf(further)}. The result declares it, so it is shown as it is.`,
        ]),
    ...(changed.length === 0
      ? []
      : [
          `The result declares another unit of ${namesOf(changed)} than this Headroom. Its figures may be read wrongly.`,
        ]),
  ];
}

function settingsNotice({ settings }: Result, known: Scenario): readonly string[] {
  const unknown = Object.keys(settings).filter((name) => !Object.hasOwn(known.fields, name));
  if (unknown.length === 0) return [];
  return [
    `The scenario “${known.kind}” has no setting ${namesOf(unknown)}. It is kept, and changes nothing that is shown.`,
  ];
}

function undeclaredNotice(result: Result): readonly string[] {
  const shown = new Set(experimentOf(result).measures.map(({ id }) => id));
  const used = new Set(result.samples.filter(isValid).flatMap(({ figures }) => Object.keys(figures)));
  const undeclared = [...used].filter((id) => !shown.has(id));
  if (undeclared.length === 0) return [];
  return [`Nothing says what the figures ${namesOf(undeclared)} are. They are kept, and not shown.`];
}

/** @returns one sentence or two for each thing that is not known here; empty where all is known */
export function noticesOf(result: Result): readonly string[] {
  const known = knownScenario(result.scenario);
  return [
    ...(known === null
      ? [scenarioNotice(result, scenarioOf(result.scenario.kind))]
      : [...settingsNotice(result, known), ...furtherNotice(result, known)]),
    ...undeclaredNotice(result),
  ];
}
