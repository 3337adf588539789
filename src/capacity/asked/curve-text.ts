// Owns a curve as text for an address: "1:20,5:84/86,10:140" is agents, and op/s of every repeat.
import { curveRows, type CurveRow } from "../../laws/curve.ts";
import { refused, type Refused } from "./setting-text.ts";

export const CURVE_TEXT_LIMITS = {
  charactersMost: 16_000,
  rowsMost: 200,
  agentsMost: 1_000_000,
  opsPerSecondMost: 1e12,
} as const;

const figure = /^\d{1,13}(\.\d{1,18})?$/;

type CurveRead = { readonly state: "read"; readonly value: readonly CurveRow[] } | Refused;

/** Reads rows from text of unknown origin; "" is no rows. The message names the row that is wrong. */
export function curveFromText(text: string): CurveRead {
  if (text.trim() === "") return { state: "read", value: [] };
  const parts = text.split(",", CURVE_TEXT_LIMITS.rowsMost + 1);
  if (parts.length > CURVE_TEXT_LIMITS.rowsMost) {
    return refused(`A curve has at most ${CURVE_TEXT_LIMITS.rowsMost} rows. Leave out some agent counts.`);
  }
  const figures: { agents: number; opsPerSecond: number }[] = [];
  const seen = new Set<number>();
  for (const [index, part] of parts.entries()) {
    const [count = "", repeats = "", ...rest] = part.trim().split(":");
    const agents = /^\d{1,7}$/.test(count) ? Number(count) : 0;
    const where = `Row ${index + 1} of the curve, "${part.slice(0, 40)}",`;
    if (agents < 1 || agents > CURVE_TEXT_LIMITS.agentsMost || rest.length > 0) {
      return refused(`${where} must be agents:op/s, such as 10:140, with 1 to 1,000,000 agents.`);
    }
    if (seen.has(agents)) return refused(`${where} has an agent count that stands there twice.`);
    seen.add(agents);
    for (const repeat of repeats.split("/")) {
      const opsPerSecond = figure.test(repeat) ? Number(repeat) : 0;
      if (!(opsPerSecond > 0) || opsPerSecond > CURVE_TEXT_LIMITS.opsPerSecondMost) {
        return refused(`${where} has a throughput that is not a number of op/s above 0, with a point for decimals.`);
      }
      figures.push({ agents, opsPerSecond });
    }
  }
  return { state: "read", value: curveRows(figures) };
}

/** Six significant digits, never with an exponent: what an address carries is what is planned with. */
function figureText(value: number): string {
  const rounded = Number(value.toPrecision(6));
  return rounded >= 1e-6 ? rounded.toFixed(12).replace(/\.?0+$/, "") : "0.000001";
}

/** Writes rows as text. @returns null where they take more than an address should */
export function curveToText(rows: readonly CurveRow[]): string | null {
  const text = rows.map(({ agents, trials }) => `${agents}:${trials.map(figureText).join("/")}`).join(",");
  return text.length <= CURVE_TEXT_LIMITS.charactersMost && rows.length <= CURVE_TEXT_LIMITS.rowsMost ? text : null;
}

/** The agent counts left out of a fit: "30,50". */
export function countsFromText(text: string): { readonly state: "read"; readonly value: readonly number[] } | Refused {
  const parts = text.split(",", CURVE_TEXT_LIMITS.rowsMost + 1).filter((part) => part.trim() !== "");
  const counts = parts.map((part) => (/^\s*\d{1,7}\s*$/.test(part) ? Number(part) : 0));
  if (parts.length > CURVE_TEXT_LIMITS.rowsMost || counts.includes(0)) {
    return refused("Rows left out are agent counts, such as 30,50.");
  }
  return { state: "read", value: [...new Set(counts)].sort((a, b) => a - b) };
}
