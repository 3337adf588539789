// Whose bytes they are: the engine's by owner, what the browser adds, and the published breakdown.
import type { Sample } from "../../measurement/run/sample.ts";
import type { FittedFigure } from "../../statistics/weighted-line.ts";
import { formatBytesWithUnit, MISSING } from "../../words/format.ts";
import { byPoint, type MeasuredOn, valuesOf } from "../contract/rows.ts";
import type { FactTable } from "../contract/seen.ts";
import { marginalOf } from "./marginal.ts";
import { publishedBreakdown as published } from "./published-breakdown.ts";
import { ROW } from "./series.ts";

function bytesText(value: number | undefined): string {
  return value === undefined ? MISSING : formatBytesWithUnit(value);
}

function signed(value: number): string {
  return value < 0 ? `−${formatBytesWithUnit(-value)}` : formatBytesWithUnit(value);
}

function figureText(figure: FittedFigure | undefined): string {
  if (figure === undefined) return MISSING;
  const { value, low, high } = figure;
  return `${signed(value)} (${signed(low)} to ${signed(high)})`;
}

export function ownersTable(samples: readonly Sample[], { engineMemory }: MeasuredOn): FactTable {
  const line = marginalOf(samples);
  const all = [...byPoint(samples, ROW).values()].flat();
  const owned = (id: string): string => bytesText(valuesOf(all, id)[0]);
  return {
    title: "Whose bytes they are",
    help: "The engine's bytes are exact. What one more agent takes as the browser counts it holds its objects too; its interval is 95%, from a line through all readings.",
    head: ["Owner", "Here", "Published, for each agent"],
    rows: [
      ["Posterior of an agent, which others read", owned("published-row"), formatBytesWithUnit(published.beliefs)],
      ["Prior, messages heard and other arrays of an agent", owned("own-arrays"), formatBytesWithUnit(published.state)],
      ["Cache of an agent", "none: see “Does a cache help?”", formatBytesWithUnit(published.cache)],
      ["Model, once for each worker", owned("model"), formatBytesWithUnit(published.arrays)],
      ["Scratch, once for each worker", owned("scratch"), MISSING],
      [
        "Objects of an agent, by difference",
        differenceText(line?.each.value, engineMemory?.perAgentBytes),
        formatBytesWithUnit(published.objects),
      ],
      ["One more agent, all in", figureText(line?.each), "34.5 MB"],
      ["Page and workers without agents", figureText(line?.base), "500 MB"],
    ],
  };
}

/** What the browser counts for an agent beyond its typed arrays; nothing where the line lies under them. */
function differenceText(each: number | undefined, exact: number | undefined): string {
  if (each === undefined || exact === undefined) return MISSING;
  return each > exact ? formatBytesWithUnit(each - exact) : "not told from noise";
}
