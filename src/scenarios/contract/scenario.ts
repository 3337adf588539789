// The contract of whatever can be measured: what it asks, its fields, and what is said of their settings. It is light, for the form.
import type { Reading } from "../../fields/field.ts";
import type { Fields, Problem, Settings, ValuesOf } from "../../fields/settings.ts";
import type { Planned } from "../../measurement/run/sample.ts";

/** What rows count. */
export interface Axis {
  /** Such as "agents"; shown only where two results count different things. */
  readonly id: string;
  /** Heading of the first column. */
  readonly label: string;
  readonly help: string;
  /** "5 agents". */
  nameOf(at: number): string;
  /** What is the same at every point is said of this, such as "any agent". */
  readonly anyPoint: string;
  /** The figure in the first column, such as "5". */
  format(at: number): string;
  /** The list field that chooses points; null where the scenario has its own. */
  readonly field: string | null;
}

/** Settings with a name, which are put among the others. */
export interface Preset {
  readonly name: string;
  readonly label: string;
  readonly settings: Settings;
}

/** What questions are about; a page groups them by it. */
export const TOPICS = ["capacity", "limits", "teams", "memory", "agent"] as const;

export type Topic = (typeof TOPICS)[number];

/** A question in a few words, with the settings that answer it. */
interface Question extends Preset {
  readonly topic: Topic;
  /** The same question as a heading; the scenario's own where it is left out. */
  readonly heading?: string;
  /** What is done to answer it, in one plain sentence of two short lines. */
  readonly answer: string;
}

/** What a scenario is, whatever its settings. */
export interface ScenarioInfo {
  readonly kind: string;
  /** Rises when what is measured under the same settings changes, so that figures of two versions are not compared. */
  readonly version: number;
  /** The question it answers whatever its settings, as a heading. */
  readonly question: string;
  /** What Run does, in one or two sentences. */
  readonly invitation: string;
  readonly axis: Axis;
  readonly fields: Fields;
  readonly defaults: Settings;
  /** How much is measured. */
  readonly presets: readonly Preset[];
  /** What people ask of it, each with the settings that answer it; the page offers them, and the command line knows them by name. */
  readonly questions: readonly Question[];
  /** What is measured at a point, in words, such as "5 agents, control without messages". */
  pointName(planned: Planned): string;
}

/** A scenario with its settings. */
export interface Configuration {
  readonly scenario: ScenarioInfo;
  readonly settings: Settings;
  /** Why it cannot run, with the way out; null where it can. */
  readonly refusal: string | null;
  /** Fields that matter among these settings, in reading order. */
  readonly shownFields: readonly string[];
  /** What is said at a field, by its name, such as that a part of it will not be measured. */
  readonly fieldNotes?: Readonly<Record<string, string>>;
  /** Fields that this page cannot choose, with the value that is used instead. */
  fixedOn(page: { readonly canShareMemory: boolean }): Settings;
  /** "explorer, pool, all-to-all": what a result is called until somebody names it. */
  readonly name: string;
  /** Everything that matters, in one line. */
  readonly description: string;
}

/** A scenario as the rest of Headroom sees it: settings go in, configurations come out. */
export interface Scenario extends ScenarioInfo {
  /** Reads settings of unknown origin. */
  configure(settings: unknown): Reading<Configuration>;
  /** With the settings that nobody chose otherwise. */
  standard(): Configuration;
  /** Reads named texts; what is not understood falls back to its default alone, and is told. */
  fromTexts(texts: Readonly<Record<string, string>>): {
    readonly configuration: Configuration;
    readonly problems: readonly Problem[];
  };
  /** Puts one field, given as text, among the settings of a configuration. */
  withText(settings: Settings, name: string, text: string): Reading<Configuration>;
}

/** What an author of a scenario writes. Everything that depends on settings is given them with their types. */
export interface ScenarioDefinition<Set extends Fields> extends Omit<ScenarioInfo, "fields" | "defaults"> {
  readonly fields: Set;
  readonly defaults: ValuesOf<Set>;
  readonly bind: (values: ValuesOf<Set>) => Omit<Configuration, "scenario" | "settings">;
}
