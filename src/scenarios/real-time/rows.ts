// What is derived from the trials of a search: one row for each count that was tried, whatever it was tried for.
import { isValid, type Sample, type ValidSample } from "../../measurement/run/sample.ts";
import type { Status } from "../../scaling/status.ts";
import { exact, missing, type Row, type RowFigure, sampleFigures, valuesOf } from "../contract/rows.ts";
import type { Measure } from "../contract/measure.ts";
import { byCount } from "./by-count.ts";
import type { RealTimeSettings } from "./fields.ts";
import { trialsOf } from "./trials.ts";

/** The same in words, for the help of the status column. */
export const HELD_TEXT =
  "Holds where all trials as long as a confirmation held, or without any more short ones held than failed. A trial holds with at least 99% of the offered ops done, no op begun a whole period after it was due, and surely (99%) fewer than 5% of the ops over the limit.";

function total(samples: readonly ValidSample[], id: string): number {
  return valuesOf(samples, id).reduce((sum, value) => sum + value, 0);
}

function shareOf(samples: readonly ValidSample[], id: string, of: string): RowFigure {
  const all = total(samples, of);
  return all > 0 ? exact(total(samples, id) / all) : missing("These windows do not measure it.");
}

const holding: Status = { word: "Holds", tone: "good" };
const late: Status = { word: "Late", tone: "bad" };

/** Rows by agent count, ascending. */
export function realTimeRows(
  settings: RealTimeSettings,
  measures: readonly Measure[],
  samples: readonly Sample[],
): Row[] {
  const held = new Map(byCount(trialsOf(samples, settings), ({ holds }) => holds));
  const valid = new Map<number, ValidSample[]>();
  for (const sample of samples.filter(isValid)) valid.set(sample.at, [...(valid.get(sample.at) ?? []), sample]);
  return [...valid]
    .sort(([a], [b]) => a - b)
    .map(([at, own]) => ({
      at,
      samples: own.length,
      figures: {
        ...sampleFigures(measures, own),
        achieved: shareOf(own, "ops", "offered"),
        "late-share": shareOf(own, "over", "ops"),
      },
      status: held.get(at) === true ? holding : late,
    }));
}
