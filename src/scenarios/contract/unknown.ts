// Stands for a scenario that this Headroom does not know: its table can still be shown from what its result keeps.
import type { Setting } from "../../fields/field.ts";
import type { Settings } from "../../fields/settings.ts";
import type { Measurable } from "../../measurement/run/bench.ts";
import { formatMeasured } from "../../words/format.ts";
import { type KeptMeasure, measure, type Measure } from "./measure.ts";
import { byPoint, type Row, sampleFigures } from "./rows.ts";
import type { Experiment } from "./experiment.ts";

function shownMeasure(kept: KeptMeasure): Measure {
  return measure({ ...kept, help: "Measured by a scenario that this Headroom does not know.", interval: true });
}

function settingText(value: Setting): string {
  return typeof value === "object" ? value.join(", ") : String(value);
}

const nothingToMeasure: Measurable = {
  plan: [],
  search: null,
  costOf: () => ({ lanes: 1, key: "", windowMs: 0 }),
  attempt: () => Promise.resolve({ state: "failed", reason: "This Headroom does not know this scenario." }),
};

/** What of a result can be shown although nobody knows what it means. */
export function unknownExperiment(
  scenario: { readonly kind: string; readonly version: number },
  settings: Settings,
  kept: readonly KeptMeasure[],
): Experiment {
  const measures = kept.map(shownMeasure);
  const texts = Object.entries(settings).map(([name, value]) => `${name} ${settingText(value)}`);
  const reason = `This Headroom does not know the scenario "${scenario.kind}" in version ${scenario.version}. Reload the page to get the newest Headroom.`;
  return {
    ...nothingToMeasure,
    scenario: {
      ...scenario,
      question: `A result of the scenario "${scenario.kind}"`,
      invitation: reason,
      axis: {
        id: "point",
        label: "Point",
        help: "Where the scenario measured.",
        nameOf: (at) => `at ${formatMeasured(at)}`,
        anyPoint: "any point",
        format: formatMeasured,
        field: null,
      },
      fields: {},
      defaults: {},
      presets: [],
      questions: [],
      pointName: ({ series, at }) => `${series} at ${formatMeasured(at)}`,
    },
    settings,
    refusal: reason,
    scenarioMeasures: measures,
    targets: [],
    breakdown: null,
    measures,
    panels: [],
    shownFields: [],
    fixedOn: () => ({}),
    fullestSetup: () => null,
    statusHelp: null,
    points: [],
    name: scenario.kind,
    description: [scenario.kind, ...texts].join(" · "),
    fingerprint: Object.entries(settings).map(([name, value]) => ({ kind: "same", name, value: settingText(value) })),
    rowsOf: (samples) =>
      [...byPoint(samples, "row")].map(([at, own]): Row => ({
        at,
        samples: own.length,
        figures: sampleFigures(measures, own),
        status: null,
      })),
    paceOf: () => [],
    sentenceOf: () => `${reason} What can be shown without it is below.`,
    notesOf: () => [],
    gaugeOf: () => null,
    tablesOf: () => [],
    watch: null,
  };
}
