// What is derived from the samples of a search: how much sooner talking finds, and what it costs.
import type { Sample, ValidSample } from "../../measurement/run/sample.ts";
import { CONTROL } from "../../measurement/run/control.ts";
import { estimate } from "../../statistics/summary.ts";
import { pairedLoss, talkBreakdown } from "../agents/talk-figures.ts";
import { byPoint, known, missing, type Row, type RowFigure, sampleFigures } from "../contract/rows.ts";
import { searchMeasures } from "./measures.ts";
import { ROW } from "./plan.ts";

/** Trial by trial, since the three teams of a trial stand before the same targets. */
function soonerOf(samples: readonly ValidSample[]): RowFigure {
  const shares = samples.flatMap(({ figures }) => {
    const { steps = null, "steps-alone": alone = null } = figures;
    return steps === null || alone === null || alone === 0 ? [] : [1 - steps / alone];
  });
  return shares.length === 0 ? missing("No trial counts yet.") : known(shares, estimate(shares));
}

const NOBODY: RowFigure = missing("One agent has nobody to hear.");

/** Rows by agent count, ascending. */
export function searchRows(samples: readonly Sample[]): Row[] {
  const controls = byPoint(samples, CONTROL);
  return [...byPoint(samples, ROW)].map(([at, rows]): Row => {
    const figures = sampleFigures(searchMeasures, rows);
    const own = controls.get(at) ?? [];
    return {
      at,
      samples: rows.length,
      figures: {
        ...figures,
        sooner: soonerOf(rows),
        ...talkBreakdown(rows, own, figures),
        loss: at === 1 ? NOBODY : pairedLoss(rows, own),
        ...(at === 1 ? { rest: NOBODY } : {}),
      },
      status: null,
    };
  });
}
