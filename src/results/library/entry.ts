// An entry of the library: what a list shows and searches of a kept result, without the result itself.
import * as v from "valibot";
import { textOf } from "../../fields/settings.ts";
import { isValid } from "../../measurement/run/sample.ts";
import type { Experiment } from "../../scenarios/contract/experiment.ts";
import { experimentOf } from "../experiment.ts";
import type { Result } from "../format/result.ts";

/** How a run ended: `interrupted` when its tab was closed or crashed in the middle. */
const ENDINGS = ["finished", "stopped", "interrupted", "imported"] as const;
export type Ending = (typeof ENDINGS)[number];

export const ENTRY_LIMITS = { nameMost: 120, tagMost: 40, tagsMost: 20 } as const;

/** What a person may change of an entry. */
export const labelsSchema = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(ENTRY_LIMITS.nameMost)),
  tags: v.pipe(
    v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(ENTRY_LIMITS.tagMost))),
    v.maxLength(ENTRY_LIMITS.tagsMost),
  ),
  pinned: v.boolean(),
  /** ISO 8601, UTC. */
  savedAt: v.pipe(v.string(), v.isoTimestamp()),
  ending: v.picklist(ENDINGS),
});
export type Labels = Readonly<v.InferOutput<typeof labelsSchema>>;

/** Strangers' results may hold more of everything; a list shows no more than this. */
export const FACT_LIMITS = { descriptionMost: 300, settingsMost: 20, settingMost: 60, pointsMost: 64 } as const;

/** What a list shows and filters of a result, wherever it is kept. */
export interface ResultFacts {
  /** The result's own. */
  readonly id: string;
  readonly createdAt: string;
  /** Kind of its scenario. */
  readonly scenario: string;
  /** Everything that matters of its settings, in one line. */
  readonly description: string;
  /** Settings that are chosen from a list, as texts by the name that they have in addresses. */
  readonly settings: Readonly<Record<string, string>>;
  readonly browser: string;
  readonly platform: string;
  /** Points of the scenario's axis that have a figure, ascending. */
  readonly points: readonly number[];
  /** Attempts, counted or not. */
  readonly samples: number;
  /** Of the result as text. */
  readonly bytes: number;
}

export interface LibraryEntry extends Labels, ResultFacts {
  /** As `findings.ts` writes them; null while they are not worked out, as of results that an earlier Headroom kept. */
  readonly findings: string | null;
}

/** "explorer, pool, all-to-all": what a result is called until somebody names it. */
export function defaultName(result: Result): string {
  return experimentOf(result).name.slice(0, ENTRY_LIMITS.nameMost);
}

/** The settings of a scenario that nobody here knows have no fields: its texts are taken as they are. */
function choicesOf({ scenario: { fields }, settings, shownFields }: Experiment): Readonly<Record<string, string>> {
  const known = shownFields.flatMap((name) => {
    const field = fields[name];
    return field?.control.kind === "choice" ? [[field.parameter, textOf(fields, settings, name)] as const] : [];
  });
  const unknown = Object.entries(settings).flatMap(([name, value]) =>
    typeof value === "string" && value.trim() !== "" ? [[name, value.slice(0, FACT_LIMITS.settingMost)] as const] : [],
  );
  const choices = Object.keys(fields).length === 0 ? unknown : known;
  return Object.fromEntries(choices.slice(0, FACT_LIMITS.settingsMost));
}

/** @param bytes length of the result as text */
export function factsOf(result: Result, bytes: number): ResultFacts {
  const { environment, samples } = result;
  const experiment = experimentOf(result);
  const points = samples.flatMap((sample) => (isValid(sample) && sample.series === "row" ? [sample.at] : []));
  return {
    id: result.id,
    createdAt: result.createdAt,
    scenario: result.scenario.kind,
    description: experiment.description.slice(0, FACT_LIMITS.descriptionMost),
    settings: choicesOf(experiment),
    browser: environment.browser,
    platform: environment.platform,
    points: [...new Set(points)].sort((a, b) => a - b).slice(0, FACT_LIMITS.pointsMost),
    samples: samples.length,
    bytes,
  };
}
