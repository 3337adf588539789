// The contract of whatever can be measured: what it asks, its fields, its steps, its measures, and what is derived from them.
import type { Fields, Problem, Settings, ValuesOf } from "../../fields/settings.ts";
import type { Reading } from "../../fields/field.ts";
import type { TrialSetup } from "../../measurement/lane/lane-host.ts";
import type { Machine, Measurable } from "../../measurement/run/bench.ts";
import type { Planned, Sample } from "../../measurement/run/sample.ts";
import type { Fact } from "../../regression/fact.ts";
import type { Pace } from "../../scaling/drift.ts";
import type { QualityState } from "../../scaling/quality.ts";
import type { Measure } from "./measure.ts";
import type { MeasuredOn, Row } from "./rows.ts";
import type { Target } from "./target.ts";

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

/** One measure over the points, beside references. */
export interface Curve {
  readonly kind: "curve";
  readonly measure: string;
  readonly title: string;
  readonly limit: Limit | null;
  /** Draws the measure times the point, in a unit of its own: an efficiency times N is a speed-up. */
  readonly timesPoint?: { readonly unit: string };
}

/** A picture of a run. */
export type Chart =
  | Curve
  /** How several measures in µs respond to the points, with a limit, and points that failed marked. */
  | {
      readonly kind: "response";
      readonly measures: readonly string[];
      readonly title: string;
      /** The limit in µs; null where there is none. */
      readonly limitUs: number | null;
    }
  /** How single ops spread, from the distributions of the samples. */
  | { readonly kind: "distribution"; readonly of: string; readonly title: string };

/** What the machine allows at a point, drawn as a line; null where it is not known. */
export type Limit = (rows: readonly Row[], on: MeasuredOn) => ((at: number) => number) | null;

/** Settings with a name, which are put among the others. */
export interface Preset {
  readonly name: string;
  readonly label: string;
  readonly settings: Settings;
}

/** A question in a few words, with the settings that answer it. */
interface Question extends Preset {
  /** The same question as a heading; the scenario's own where it is left out. */
  readonly heading?: string;
  /** What is done to answer it, in one plain sentence. */
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
  /** Every measure that any of its runs may have. */
  readonly measures: readonly Measure[];
  readonly targets: readonly Target[];
  /** What is measured at a point, in words, such as "5 agents, control without messages". */
  pointName(planned: Planned): string;
  /** Heading of the table of where time went; null where no measure belongs to it. */
  readonly breakdown: string | null;
}

/** A run as far as it went. */
export interface Seen {
  readonly rows: readonly Row[];
  readonly samples: readonly Sample[];
  readonly on: MeasuredOn;
  /** How far the machine can be trusted; unknown while the run goes on. */
  readonly quality: QualityState;
}

/** One figure as an answer, against what is needed. */
export interface Gauge {
  /** "agents". */
  readonly unit: string;
  readonly value: number;
  /** Null where nobody said. */
  readonly needed: number | null;
  /** Where it is not confirmed, or more may be possible. */
  readonly isOpen?: true;
}

/** A small table of texts, each column headed. */
export interface FactTable {
  readonly title: string;
  readonly help: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A scenario with its settings. Nobody outside the scenario looks into the settings. */
export interface Experiment extends Measurable {
  readonly scenario: ScenarioInfo;
  readonly settings: Settings;
  /** Why it cannot run, with the way out; null where it can. */
  readonly refusal: string | null;
  /** The measures of this run, in reading order, and what each means here. */
  readonly measures: readonly Measure[];
  /** The pictures beside each other; of several in one place the first is shown, and the others are a choice. */
  readonly panels: readonly (readonly Chart[])[];
  /** What the status of a row is judged by; null where rows have none. */
  readonly statusHelp: string | null;
  /** Fields that matter among these settings, in reading order. */
  readonly shownFields: readonly string[];
  /** Fields that this page cannot choose, with the value that is used instead. */
  fixedOn(page: { readonly canShareMemory: boolean }): Settings;
  /** The most agents that the run has alive at once, for measuring what they take; null where it keeps none alive. */
  fullestSetup(machine: Machine): TrialSetup | null;
  /** The points that rows will have, ascending. */
  readonly points: readonly number[];
  /** "explorer, pool, all-to-all": what a result is called until somebody names it. */
  readonly name: string;
  /** Everything that matters, in one line. */
  readonly description: string;
  readonly fingerprint: readonly Fact[];
  /** Rows by point, ascending; points without a valid sample have none. @param live intervals may be ranges: resampling would cost the machine that measures */
  rowsOf(samples: readonly Sample[], on: MeasuredOn, live: boolean): readonly Row[];
  /** How fast one agent was through the run; empty where none was measured alone. */
  paceOf(samples: readonly Sample[]): readonly Pace[];
  /** What a run found, in one or two sentences; null where nothing has a figure. */
  sentenceOf(seen: Seen): string | null;
  /** Further facts about how it was measured, one paragraph each. */
  notesOf(seen: Seen): readonly { readonly term: string; readonly text: string }[];
  /** What the answer is held against; null where it is no single figure. */
  gaugeOf(seen: Seen): Gauge | null;
  /** Further tables than that of the rows. */
  tablesOf(seen: Seen): readonly FactTable[];
}

/** A scenario as the rest of Headroom sees it: settings go in, experiments come out. */
export interface Scenario extends ScenarioInfo {
  /** Reads settings of unknown origin. */
  experiment(settings: unknown): Reading<Experiment>;
  /** With the settings that nobody chose otherwise. */
  standard(): Experiment;
  /** Reads named texts; what is not understood falls back to its default alone, and is told. */
  fromTexts(texts: Readonly<Record<string, string>>): {
    readonly experiment: Experiment;
    readonly problems: readonly Problem[];
  };
  /** Puts one field, given as text, among the settings of an experiment. */
  withText(settings: Settings, name: string, text: string): Reading<Experiment>;
}

/** What an author of a scenario writes. Everything that depends on settings is given them with their types. */
export interface ScenarioDefinition<Set extends Fields> extends Omit<ScenarioInfo, "fields" | "defaults"> {
  readonly fields: Set;
  readonly defaults: ValuesOf<Set>;
  readonly bind: (values: ValuesOf<Set>) => Omit<Experiment, "scenario" | "settings">;
}
