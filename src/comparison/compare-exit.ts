// What a comparison means for whoever waits on it: the exit code of the command, and the same answer on the page.
import type { Verdict } from "../regression/verdict.ts";
import { CONSEQUENCES, flawText } from "./flaws.ts";
import type { Judgement } from "./judgement.ts";

export const FAIL_ON = ["minor", "warning", "critical", "inconclusive"] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** 0 fine, 1 regression, 2 bad input, 3 invalid run, nothing measured or a row missing, 4 not comparable. */
export type ExitCode = 0 | 1 | 2 | 3 | 4;

export interface ExitAnswer {
  readonly code: ExitCode;
  /** One sentence. */
  readonly reason: string;
}

/** The verdicts that fail; `inconclusive` adds itself to the default, `warning`. */
export function failingVerdicts(failOn: FailOn): ReadonlySet<Verdict["verdict"]> {
  switch (failOn) {
    case "minor":
      return new Set(["minor", "warning", "critical"]);
    case "warning":
      return new Set(["warning", "critical"]);
    case "critical":
      return new Set(["critical"]);
    case "inconclusive":
      return new Set(["warning", "critical", "inconclusive"]);
  }
}

/** The first that holds: not comparable, nothing measured, a row missing, a failure that the file itself names, a regression, inconclusive, fine. */
export function exitOf(
  { comparison, flaws, failures = [] }: Pick<Judgement, "comparison" | "flaws"> & Partial<Pick<Judgement, "failures">>,
  failOn: FailOn,
): ExitAnswer {
  const { cells } = comparison;
  const count = (matches: (verdict: Verdict["verdict"]) => boolean): number =>
    cells.filter(({ outcome }) => matches(outcome.verdict)).length;
  const apart = flaws.filter(({ kind }) => CONSEQUENCES[kind] === "not comparable");
  if (apart.length > 0) return { code: 4, reason: `Not comparable: ${apart.map(flawText).join(" ")}` };
  if (cells.length === 0) return { code: 3, reason: "There is nothing to compare: no row has a figure." };
  const missing = count((verdict) => verdict === "missing");
  if (missing > 0)
    return { code: 3, reason: `${missing} of ${cells.length} figures are missing in the current result.` };
  const fails = failingVerdicts(failOn);
  const failed = count((verdict) => fails.has(verdict));
  if (failures.length > 0) {
    const more = failed > 0 ? ` ${failed} of ${cells.length} figures fail too (--fail-on ${failOn}).` : "";
    return { code: 1, reason: `${failures.join(" ")}${more}` };
  }
  if (failed > 0) return { code: 1, reason: `${failed} of ${cells.length} figures fail (--fail-on ${failOn}).` };
  const unsure = count((verdict) => verdict === "inconclusive");
  if (unsure > 0) return { code: 0, reason: `Warning: ${unsure} of ${cells.length} figures are inconclusive.` };
  return { code: 0, reason: "No regression." };
}
