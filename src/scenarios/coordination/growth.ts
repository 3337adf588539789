// How the time that a round's talking takes grows with what is said: α + β·bytes for each combination, after LogGP.
import type { Sample } from "../../measurement/run/sample.ts";
import { weightedLine, type WeightedLine } from "../../statistics/weighted-line.ts";
import { valuesOf } from "../contract/rows.ts";
import { type Combination, cellOf, combinationName, isControl } from "./cells.ts";
import { cellsMeasured, controlsOf, talkingTimes } from "./rows.ts";

export interface Growth {
  readonly combination: Combination;
  /** Team sizes behind it, ascending. */
  readonly agents: readonly number[];
  /** µs a round over bytes read in it; null where fewer than two sizes or three repeats were measured. */
  readonly line: WeightedLine | null;
}

/** Each combination in the order of its rows. A repeat is as sure as its round is short: noise is a share of the round. */
export function growthOf(samples: readonly Sample[]): Growth[] {
  const measured = cellsMeasured(samples);
  const found = new Map<
    string,
    { combination: Combination; agents: number[]; points: Parameters<typeof weightedLine>[0][number][] }
  >();
  for (const [at, own] of measured) {
    const cell = cellOf(at);
    if (cell === null || isControl(cell)) continue;
    const { agents, ...combination } = cell;
    const name = combinationName(combination);
    const one = found.get(name) ?? { combination, agents: [], points: [] };
    found.set(name, one);
    one.agents.push(agents);
    const controls = controlsOf(cell, measured);
    for (const sample of own) {
      const [y] = talkingTimes([sample], controls);
      const [x] = valuesOf([sample], "read-bytes");
      const [scale] = valuesOf([sample], "round");
      if (x !== undefined && y !== undefined && scale !== undefined) one.points.push({ x, y, scale });
    }
  }
  return [...found.values()].map(({ combination, agents, points }) => ({
    combination,
    agents,
    line: weightedLine(points),
  }));
}
