// Turns a result into the planner's parameters, so that a deployment is planned from what was measured.
import { curveToText } from "../capacity/asked/curve-text.ts";
import { textsToParameters } from "../capacity/asked/plan-address.ts";
import { type CurveSource, defaultTexts } from "../capacity/asked/planner-settings.ts";
import { curveOfResult, scaleTexts } from "./planning-rows.ts";
import type { Result } from "./format/result.ts";

/** @returns parameters of the planner's address; null where the result has no curve or no row, or more than an address carries */
export function planParameters(result: Result, source: CurveSource): Readonly<Record<string, string>> | null {
  const read = curveOfResult(result);
  if (read.state === "none") return null;
  const { rows, title, vcpu, run } = read.curve;
  const text = curveToText(rows);
  if (text === null || text === "") return null;
  // As many agents as the run went up to: a plan from it has never fewer.
  const agents = String(Math.max(...rows.map((row) => row.agents)));
  const curve = { curve: "rows", rows: text, title, source, run, ...scaleTexts(read.curve), vcpu: String(vcpu) };
  return textsToParameters({ ...defaultTexts, ...curve, demand: "both", agents });
}
