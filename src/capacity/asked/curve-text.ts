// A curve as text for an address: "1:20,5:84/86,10:140" is agent counts, each with the op/s of every repeat.
import { curveRows, type CurveRow } from "../../laws/curve.ts";
import type { Reading } from "../../fields/field.ts";
import { numberOfText } from "../../fields/number-text.ts";
import { plainText } from "../../fields/plain-number.ts";
import { refused } from "./setting-text.ts";

export const CURVE_TEXT_LIMITS = {
  charactersMost: 16_000,
  rowsMost: 200,
  agentsMost: 1_000_000,
  /** Fits square figures: smaller ones would be lost. */
  opsPerSecondLeast: 1e-18,
  opsPerSecondMost: 1e12,
} as const;

function isAgentCount(value: number | null): value is number {
  return value !== null && Number.isInteger(value) && value >= 1 && value <= CURVE_TEXT_LIMITS.agentsMost;
}

function isThroughput(value: number | null): value is number {
  const { opsPerSecondLeast, opsPerSecondMost } = CURVE_TEXT_LIMITS;
  return value !== null && value >= opsPerSecondLeast && value <= opsPerSecondMost;
}

/** "from 0.000000000000000001 to 1,000,000,000,000" */
const throughputBounds = [CURVE_TEXT_LIMITS.opsPerSecondLeast, CURVE_TEXT_LIMITS.opsPerSecondMost]
  .map((bound) => bound.toLocaleString("en-US", { maximumFractionDigits: 18 }))
  .map((text, at) => (at === 0 ? `from ${text}` : `to ${text}`))
  .join(" ");

/** Reads rows from text of unknown origin; "" is no rows. The message names the row that is wrong. */
export function curveFromText(text: string): Reading<readonly CurveRow[]> {
  if (text.trim() === "") return { state: "read", value: [] };
  const parts = text.split(",", CURVE_TEXT_LIMITS.rowsMost + 1);
  if (parts.length > CURVE_TEXT_LIMITS.rowsMost) {
    return refused(`A curve has at most ${CURVE_TEXT_LIMITS.rowsMost} rows. Leave out some agent counts.`);
  }
  const figures: { agents: number; opsPerSecond: number }[] = [];
  const seen = new Set<number>();
  for (const [index, part] of parts.entries()) {
    const [count = "", repeats = "", ...rest] = part.trim().split(":");
    const agents = numberOfText(count);
    const where = `Row ${index + 1} of the curve, "${part.slice(0, 40)}",`;
    if (!isAgentCount(agents) || rest.length > 0) {
      return refused(`${where} must be agents:op/s, such as 10:140, with 1 to 1,000,000 agents.`);
    }
    if (seen.has(agents)) return refused(`${where} has an agent count that another row has too.`);
    seen.add(agents);
    for (const repeat of repeats.split("/")) {
      const opsPerSecond = numberOfText(repeat);
      if (!isThroughput(opsPerSecond)) {
        return refused(
          `${where} has a throughput that is not a number of op/s ${throughputBounds}, with a point for decimals.`,
        );
      }
      figures.push({ agents, opsPerSecond });
    }
  }
  return { state: "read", value: curveRows(figures) };
}

/** Figures that people type have no more digits. */
const DIGITS_TYPED_MOST = 10;
const DIGITS_COMPUTED = 6;

/** As typed; a longer figure was computed, and travels with six digits. The plan is made from these digits too. */
function figureText(value: number): string {
  const isTyped = Number(value.toPrecision(DIGITS_TYPED_MOST)) === value;
  const rounded = isTyped ? value : Number(value.toPrecision(DIGITS_COMPUTED));
  return plainText(Math.max(1e-6, rounded));
}

/** Writes rows as text. @returns null where they take more than an address should */
export function curveToText(rows: readonly CurveRow[]): string | null {
  const text = rows.map(({ agents, trials }) => `${agents}:${trials.map(figureText).join("/")}`).join(",");
  return text.length <= CURVE_TEXT_LIMITS.charactersMost && rows.length <= CURVE_TEXT_LIMITS.rowsMost ? text : null;
}

/** Reads the agent counts left out of a fit, such as "30,50". They come in order, each once. */
export function countsFromText(text: string): Reading<readonly number[]> {
  const parts = text.split(",", CURVE_TEXT_LIMITS.rowsMost + 1).filter((part) => part.trim() !== "");
  const counts = parts.map(numberOfText).filter(isAgentCount);
  if (parts.length > CURVE_TEXT_LIMITS.rowsMost || counts.length < parts.length) {
    return refused("Rows left out are agent counts, such as 30,50.");
  }
  return { state: "read", value: [...new Set(counts)].sort((a, b) => a - b) };
}
