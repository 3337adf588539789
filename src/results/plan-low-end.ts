// A plan that holds on slow machines too: from results of several machines, with the low end of each row between them.
import { curveToText } from "../capacity/asked/curve-text.ts";
import { textsToParameters } from "../capacity/asked/plan-address.ts";
import { defaultTexts } from "../capacity/asked/planner-settings.ts";
import { curveRows } from "../laws/curve.ts";
import { curveOfResult, scaleTexts } from "./planning-rows.ts";
import type { Result } from "./format/result.ts";

/** What a row reaches on the slow machines. */
export interface LowEnd {
  readonly agents: number;
  readonly opsPerSecond: number;
}

/** An address takes no longer title. */
const TITLE_MOST = 120;

/**
 * Parameters of the planner's address.
 * @param results of machines that measured the same
 * @param rows the low end of each row over them
 * @returns null where they have no curve, or more than an address carries
 */
export function lowEndParameters(
  results: readonly Result[],
  rows: readonly LowEnd[],
): Readonly<Record<string, string>> | null {
  const curves = results.flatMap((result) => {
    const read = curveOfResult(result);
    return read.state === "curve" ? [read.curve] : [];
  });
  const [first] = curves;
  const text = curveToText(curveRows(rows));
  if (first === undefined || text === null || text === "") return null;
  const ending = `, low end of ${curves.length} machines`;
  const title = `${first.title.slice(0, TITLE_MOST - ending.length)}${ending}`;
  // A process that keeps more cores busy needs more of them: the most of any machine is enough for all.
  const vcpu = String(Math.max(...curves.map((curve) => curve.vcpu)));
  const agents = String(Math.max(...rows.map((row) => row.agents)));
  const curve = { curve: "rows", rows: text, title, source: "measured-elsewhere", run: first.run, vcpu } as const;
  return textsToParameters({ ...defaultTexts, ...curve, ...scaleTexts(first), demand: "both", agents });
}
