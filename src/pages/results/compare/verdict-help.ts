// What the terms of a comparison mean, in one or two sentences each.
import type { VERDICT_COLUMNS } from "../../../comparison/verdict-table.ts";

/** Of the headings that are no everyday words. */
export const COLUMN_HELP: Readonly<Partial<Record<(typeof VERDICT_COLUMNS)[number], string>>> = {
  change:
    "Current over baseline, less 1, with the sign of the figure: throughput −20.0% is worse, a latency of +20.0% too. Above twice as much it is a ratio, such as 2.4×.",
  "95% interval":
    "Where the true change lies: of 100 such intervals about 95 hold it. An interval that holds 0 leaves open whether there is a change at all. Of trials it is around the Hodges-Lehmann change, the median of all ratios between single trials; the note says it where it is far from the change of the two medians.",
  "p (Holm)":
    "How likely a difference this large is by chance alone, by the Mann-Whitney rank test of the trials. By Holm it is corrected for all the figures that are tested together: under 0.05 a change counts as certain.",
  verdict:
    "Minor, warning and critical are more than 5, 10 and 25% worse, improved is more than 5% better; each is certain and above the noise floor. No change: the interval lies within ±5%. Within noise: certain, and no larger than two sessions may differ anyhow. Inconclusive: neither can be said.",
};

export const NOISE_FLOOR_HELP =
  "How far two sessions of unchanged code may lie apart on such a machine, judged by the spread of single trials, and never under 3%. A change below it gets no band. Calibrate measures it.";

export const DERIVED_HELP =
  "Each of these is worked out from another figure of the row, as efficiency is from throughput. They are judged by themselves, and seldom say more.";
