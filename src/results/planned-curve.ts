// A curve as the settings of a plan: what the planner's page and dropped files put into its address.
import { curveToText } from "../capacity/asked/curve-text.ts";
import { textsFromParameters, textsToParameters } from "../capacity/asked/plan-address.ts";
import { type CurveSource, defaultTexts, type PlannerTexts } from "../capacity/asked/planner-settings.ts";
import { type CurveForPlanning, scaleTexts } from "./planning-rows.ts";
import type { Provenance } from "./references/reference.ts";

/** A file that says it is published counts as imported: its figures may differ from the published ones. */
export const CURVE_SOURCES: Readonly<Record<Provenance, CurveSource>> = {
  published: "imported",
  "measured-elsewhere": "measured-elsewhere",
  recorded: "recorded",
  imported: "imported",
};

export type PlannedCurve =
  | { readonly state: "made"; readonly texts: Partial<PlannerTexts> }
  | { readonly state: "refused"; readonly message: string };

/** The settings of a plan from this curve; refused where it has no row, or more than an address carries. */
export function plannedCurve(planned: CurveForPlanning, source: CurveSource): PlannedCurve {
  const { title, rows, vcpu, run } = planned;
  const text = curveToText(rows);
  if (text === "") {
    return { state: "refused", message: "This has no row with a throughput, so no plan can be made from it." };
  }
  if (text === null) {
    const message = `With its repeats this curve of ${rows.length} agent counts is more than the address of a plan can carry (200 counts, 16,000 characters). Leave out some of them.`;
    return { state: "refused", message };
  }
  return {
    state: "made",
    texts: { curve: "rows", rows: text, title, source, run, ...scaleTexts(planned), exclude: "", vcpu: String(vcpu) },
  };
}

/** Puts settings among those that an address of the planner has, which stay; one that is not understood counts as none. */
export function planWith(
  parameters: Readonly<Record<string, string>>,
  texts: Partial<PlannerTexts>,
): Record<string, string> {
  const reading = textsFromParameters(parameters);
  return textsToParameters({ ...(reading.state === "read" ? reading.texts : defaultTexts), ...texts });
}
