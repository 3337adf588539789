// What is derived from the trials of a search: one row for each count that was tried, whatever it was tried for.
import { median } from "../../statistics/summary.ts";
import { isValid, type Sample, type ValidSample } from "../../measurement/run/sample.ts";
import type { Status } from "../../scaling/status.ts";
import { exact, missing, type Row, type RowFigure, sampleFigures, valuesOf } from "../contract/rows.ts";
import type { Measure } from "../contract/measure.ts";
import { byCount, decidingTrials } from "./by-count.ts";
import type { RealTimeSettings } from "./fields.ts";
import { type TakenTrial, trialsOf } from "./trials.ts";

/** The same in words, for the help of the status column. */
export const HELD_TEXT =
  "Holds where all trials as long as a confirmation held, or without any more short ones held than failed. A trial holds with at least 99% of the offered ops done, no op begun a whole period after it was due, and surely (99%) fewer than 5% of the ops over the limit. The figures of a row are of the trials that decided it.";

/** The median of the trials, as every other figure of the row. */
function shareOf(samples: readonly ValidSample[], id: string, of: string): RowFigure {
  const shares = samples.flatMap((sample) => {
    const [part] = valuesOf([sample], id);
    const [all] = valuesOf([sample], of);
    return part === undefined || all === undefined || all === 0 ? [] : [part / all];
  });
  const middle = median(shares);
  return middle === null ? missing("These windows do not measure it.") : exact(middle);
}

const holding: Status = { word: "Holds", tone: "good" };

/** Late, and why: by the first of the trials that failed, and how many did. Where all were late, the row's own figure tells by how much. */
function late(trials: readonly TakenTrial[]): Status {
  const failed = trials.filter(({ holds }) => !holds);
  const brief = failed[0]?.brief ?? null;
  if (brief === null) return { word: "Late", tone: "bad" };
  const areAll = failed.length === trials.length;
  if (areAll && failed.every((one) => one.brief?.cause === "late"))
    return { word: "Late", tone: "bad", why: "over the limit" };
  const share = areAll ? "" : `, in ${failed.length} of ${trials.length} trials`;
  return { word: "Late", tone: "bad", why: `${brief.text}${share}` };
}

/** Rows by agent count, ascending; their figures are of the trials that their status rests on. */
export function realTimeRows(
  settings: RealTimeSettings,
  measures: readonly Measure[],
  samples: readonly Sample[],
): Row[] {
  const trials = trialsOf(samples, settings);
  const held = byCount(trials, ({ holds }) => holds);
  return held.flatMap(([at, isHeld]): Row[] => {
    const deciding = decidingTrials(
      trials.filter(({ agents }) => agents === at),
      ({ holds }) => holds,
    );
    const own = deciding.flatMap(({ sample }) => (isValid(sample) ? [sample] : []));
    if (own.length === 0) return [];
    return [
      {
        at,
        samples: own.length,
        figures: {
          ...sampleFigures(measures, own),
          achieved: shareOf(own, "ops", "offered"),
          "late-share": shareOf(own, "over", "ops"),
        },
        status: isHeld ? holding : late(deciding),
      },
    ];
  });
}
