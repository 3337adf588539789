// A configuration with all that it takes to measure it, and to make something of what was measured. It loads behind the form.
import type { Fields, ValuesOf } from "../../fields/settings.ts";
import type { TrialSetup } from "../../measurement/lane/lane-host.ts";
import type { Machine, Measurable } from "../../measurement/run/bench.ts";
import type { Sample } from "../../measurement/run/sample.ts";
import type { Fact } from "../../regression/fact.ts";
import type { Pace } from "../../scaling/drift.ts";
import type { Chart } from "./chart.ts";
import type { Measure } from "./measure.ts";
import type { MeasuredOn, Row } from "./rows.ts";
import type { Configuration } from "./scenario.ts";
import type { FactTable, Gauge, PlanInput, Seen } from "./seen.ts";
import type { Target } from "./target.ts";
import type { Watch } from "./watch.ts";

/** What is the same for all experiments of a scenario. */
interface Declared {
  /** Every measure that any run of the scenario may have. */
  readonly scenarioMeasures: readonly Measure[];
  readonly targets: readonly Target[];
  /** Heading of the table of where time went; null where no measure belongs to it. */
  readonly breakdown: string | null;
}

/** What depends on the settings. Nobody outside the scenario looks into them. */
interface Bound extends Measurable {
  /** The measures of this run, in reading order, and what each means here. */
  readonly measures: readonly Measure[];
  /** The pictures beside each other; of several in one place the first is shown, and the others are a choice. */
  readonly panels: readonly (readonly Chart[])[];
  /** What the status of a row is judged by; null where rows have none. */
  readonly statusHelp: string | null;
  /** Heading of the one column that the status judges; left out where it judges several. */
  readonly statusOf?: string;
  /** The most agents that the run has alive at once, for measuring what they take; null where it keeps none alive. */
  fullestSetup(machine: Machine): TrialSetup | null;
  /** The points that rows will have, ascending. */
  readonly points: readonly number[];
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
  /** What calculator or planner take from it; left out where the scenario measures nothing for them, null where this run could not tell. */
  planInputOf?(seen: Seen): PlanInput | null;
  /** What a person can watch of it while nothing is measured; null where there is nothing to see. */
  readonly watch: Watch | null;
}

export interface Experiment extends Configuration, Declared, Bound {}

/** What an author of a scenario writes of its experiments. */
export interface ExperimentDefinition<Set extends Fields> extends Declared {
  readonly bind: (values: ValuesOf<Set>) => Bound;
}
