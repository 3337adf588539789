// What the results of one comparison are called: by what a person named them, else by what differs between them, else by when they were measured.
import type { Field, Setting } from "../fields/field.ts";
import { textOf } from "../fields/settings.ts";
import { experimentOf } from "../results/experiment.ts";
import type { Result } from "../results/format/result.ts";
import { formatInstant } from "../words/format.ts";
import { formatClock } from "../words/format-clock.ts";
import type { Compared } from "./compared.ts";

/** Facts that a name is made of; more make no name. */
const FACTS_MOST = 2;
/** The library cuts the names that it gives. */
const NAME_MOST = 120;

interface NamingFact {
  readonly name: string;
  readonly value: string;
}

/** Values that say nothing without what they are of. */
const BARE = /^([^a-z]|(none|auto|any|yes|no)$)/i;

/** "pool", "shared memory", "grid 5×5", "topology none". */
function wordsOf({ label, control }: Field<Setting>, text: string): string {
  const choice = control.kind === "choice" ? control.choices.find((one) => one.text === text)?.label : undefined;
  const words = (choice ?? text).replace(/(:| \().*$/s, "");
  return BARE.test(words) ? `${label.toLowerCase()} ${words}` : words;
}

/** What a name may say of a result: its settings as they are shown, then where it was measured. */
function namingFacts(result: Result): readonly NamingFact[] {
  const { scenario, settings, shownFields } = experimentOf(result);
  const { environment } = result;
  const chosen = shownFields.flatMap((name): readonly NamingFact[] => {
    const field = scenario.fields[name];
    return field === undefined
      ? []
      : [{ name: field.label, value: wordsOf(field, textOf(scenario.fields, settings, name)) }];
  });
  return [
    { name: "scenario", value: scenario.kind.replaceAll("-", " ") },
    ...chosen,
    { name: "browser", value: environment.browser },
    { name: "platform", value: environment.platform },
    { name: "cores", value: `${environment.hardwareConcurrency} cores` },
    { name: "engine", value: `engine ${environment.engineVersion}` },
    { name: "Headroom", value: `Headroom ${environment.appVersion}` },
  ];
}

/** Whether a person named it: the library calls a result by its settings until somebody does. */
function isNamed(one: Compared): boolean {
  return one.kind !== "result" || one.name !== experimentOf(one.result).name.slice(0, NAME_MOST);
}

function distinct(names: readonly (readonly string[])[]): number {
  return new Set(names.map((parts) => parts.join(", "))).size;
}

/** The fewest facts, in their order, that tell the results apart as far as facts do. */
function tellingNames(results: readonly Result[]): readonly string[] {
  const facts = results.map(namingFacts);
  const names = [...new Set(facts.flatMap((own) => own.map(({ name }) => name)))];
  let told: readonly (readonly string[])[] = results.map(() => []);
  for (const name of names) {
    const longer = told.map((parts, at) => {
      const value = facts[at]?.find((fact) => fact.name === name)?.value;
      return value === undefined ? parts : [...parts, value];
    });
    const isFull = told.some((parts) => parts.length >= FACTS_MOST);
    if (!isFull && distinct(longer) > distinct(told)) told = longer;
  }
  return told.map((parts) => parts.join(", "));
}

function countOf(texts: readonly string[], text: string): number {
  return texts.filter((one) => one === text).length;
}

/** One name for each result, in their order. Names are as different as the results are. */
export function seriesNames(compared: readonly Compared[]): readonly string[] {
  const own = compared.map(({ name }) => name);
  const measured = compared.flatMap((one) => (one.kind === "result" ? [one.result] : []));
  const telling = tellingNames(measured);
  const names = compared.map((one, at) => {
    if (one.kind !== "result" || (isNamed(one) && countOf(own, one.name) === 1)) return one.name;
    return telling[compared.slice(0, at).filter(({ kind }) => kind === "result").length] ?? "";
  });
  const timedBy = (instantOf: (iso: string) => string): readonly string[] =>
    compared.map((one, at) => {
      const name = names[at] ?? "";
      if (one.kind !== "result" || (name !== "" && countOf(names, name) === 1)) return name;
      const instant = instantOf(one.result.createdAt);
      return name === "" ? instant : `${name}, ${instant}`;
    });
  const byMinute = timedBy(formatInstant);
  const bySecond = timedBy((iso) => formatClock(iso, true));
  return numbered(byMinute.map((name, at) => (countOf(byMinute, name) === 1 ? name : (bySecond[at] ?? name))));
}

/** "…, no. 2" for what is still called as one before it, such as two copies of one result. */
function numbered(names: readonly string[]): readonly string[] {
  return names.map((name, at) => {
    const nth = countOf(names.slice(0, at), name) + 1;
    return nth === 1 ? name : `${name}, no. ${nth}`;
  });
}
