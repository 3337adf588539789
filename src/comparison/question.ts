// What an address asks of its results: which are the baseline, which is judged, and what was measured for the comparison.
import type { JudgedComparison } from "../regression/comparison.ts";
import type { FactDifference } from "../regression/fingerprint.ts";
import { COMPARED_LEAST } from "./compare-address.ts";
import { type Compared, type Named, sideOf } from "./compared.ts";
import { allowableFact, allowedFacts } from "./allowed-facts.ts";
import { type Flaw, flawText } from "./flaws.ts";
import { calibrationText, judge, type SidePair } from "./judgement.ts";
import { isSameExperiment } from "./pair-plan.ts";
import type { Side } from "./side.ts";

/** Two results that were measured for a comparison. */
export type Pair = readonly [Named, Named];

export interface CompareQuestion {
  /** Two at least. */
  readonly results: readonly Compared[];
  /** Null where they are not there or cannot be read. */
  readonly calibration: Pair | null;
  readonly again: Pair | null;
  /** What of the address could not be read, one sentence each. */
  readonly problems: readonly string[];
}

/**
 * What is judged against what.
 * The address says it in `judge`, a place from 2 on as people count, or with `baseline=sessions`: all but the last are one baseline.
 */
export interface Judged {
  readonly baselines: readonly Compared[];
  readonly current: Compared;
  /** Whether several baselines are sessions of one. */
  readonly isSessions: boolean;
}

type Search = Readonly<Record<string, string | undefined>>;

/** What `baseline` says where all but the last result are sessions of one. */
const SESSIONS = "sessions";
/** Characters of an address that a message repeats. */
const SHOWN_MOST = 40;

/** What an address says, cut where it is long. */
function cut(text: string): string {
  return text.length <= SHOWN_MOST ? text : `${text.slice(0, SHOWN_MOST)}…`;
}

/** @param results two at least */
export function judgedOf(results: readonly Compared[], search: Search): Judged | null {
  const isSessions = search["baseline"] === SESSIONS && results.length > COMPARED_LEAST;
  const place = Number(search["judge"]);
  const chosen = Number.isInteger(place) && place >= 2 ? results[place - 1] : undefined;
  const current = isSessions ? results.at(-1) : (chosen ?? results[1]);
  const [first] = results;
  if (first === undefined || current === undefined) return null;
  return { baselines: isSessions ? results.slice(0, -1) : [first], current, isSessions };
}

/** Each null where that part of the address is understood. */
function judgeProblem(text: string | undefined, count: number): string | null {
  const place = Number(text);
  if (text === undefined || (Number.isInteger(place) && place >= 2 && place <= count)) return null;
  const places = count > COMPARED_LEAST ? `a number from 2 to ${count}` : "2, where there are two results";
  return `The address says judge=${cut(text)}; it must be ${places}. Result 2 is judged.`;
}

function baselineProblem(text: string | undefined, count: number): string | null {
  if (text === undefined || (text === SESSIONS && count > COMPARED_LEAST)) return null;
  const why = text === SESSIONS ? "that takes three results or more" : `only ${SESSIONS} is known there`;
  return `The address says baseline=${cut(text)}; ${why}. Result 1 is the baseline.`;
}

function allowProblem(text: string | undefined): string | null {
  const strange = (text ?? "").split(",").filter((name) => name.trim() !== "" && allowableFact(name) === null);
  if (strange.length === 0) return null;
  return `The address says allow=${cut(strange.join(","))}; no fact that may differ is called so, and it is left out.`;
}

/** What of an address is not understood, with what is done instead: nothing is passed over in silence. */
function addressProblems({ length }: readonly Compared[], search: Search, { isSessions }: Judged): readonly string[] {
  const problems = [
    isSessions ? null : judgeProblem(search["judge"], length),
    baselineProblem(search["baseline"], length),
    allowProblem(search["allow"]),
  ];
  return problems.filter((problem) => problem !== null);
}

export interface AnsweredQuestion extends Judged {
  readonly comparison: JudgedComparison;
  /** What is wrong with what is compared, the gravest first. */
  readonly flaws: readonly Flaw[];
  /** Flagged rows, measured again in turn; null where they were not. */
  readonly again: JudgedComparison | null;
  /** What the calibration says, in a sentence; null without one. */
  readonly calibrationText: string | null;
  /** What of the address is not understood, and what was measured for another comparison and is left out; one sentence each. */
  readonly problems: readonly string[];
  /** Configuration that differs and is the question; none where nothing of it does. */
  readonly question: readonly FactDifference[];
  /** Facts that differ and may be allowed, and whether each is. */
  readonly allowable: readonly { readonly name: string; readonly isAllowed: boolean }[];
  /** What every report says, one sentence each. */
  readonly notes: readonly string[];
}

/** Whether two runs repeat what is judged, apart from how much of it they measure. */
function fits([first, second]: Pair, { baselines: [baseline], current }: Judged): boolean {
  return (
    baseline?.kind === "result" &&
    current.kind === "result" &&
    isSameExperiment(first.result, baseline.result) &&
    isSameExperiment(second.result, current.result)
  );
}

const againElsewhere: Flaw = {
  kind: "again-elsewhere",
  what: "What was measured again is left out: it has other settings than the results compared.",
  wayOut: null,
};

function sidesOfPair([first, second]: Pair): SidePair {
  return [sideOf(first, 1), sideOf(second, 2)];
}

/**
 * @param sides the results as they are judged, in their order
 * @returns null where there is nothing to judge
 */
export function answer(
  { results, calibration, again }: CompareQuestion,
  sides: readonly Side[],
  search: Search,
): AnsweredQuestion | null {
  const judged = judgedOf(results, search);
  const placeOf = (one: Compared): number => results.indexOf(one);
  const current = judged === null ? undefined : sides[placeOf(judged.current)];
  if (judged === null || current === undefined) return null;
  const baselines = judged.baselines.flatMap((one) => sides[placeOf(one)] ?? []);
  const allowed = allowedFacts((search["allow"] ?? "").split(","));
  const asked = { baselines, current, declaredFloor: null, allowed, configuration: "asked" } as const;
  const judgement = judge({ ...asked, calibration: calibration === null ? null : sidesOfPair(calibration) });
  const isAgain = again !== null && fits(again, judged);
  const [before, after] = isAgain ? sidesOfPair(again) : [null, null];
  const leftOut = [
    judgement.calibration === null && judgement.calibrationFlaw !== null ? judgement.calibrationFlaw : null,
    again === null || isAgain ? null : againElsewhere,
  ];
  return {
    ...judged,
    comparison: judgement.comparison,
    flaws: judgement.flaws,
    again:
      before === null || after === null
        ? null
        : judge({
            baselines: [before],
            current: after,
            calibration: judgement.calibration,
            declaredFloor: null,
            allowed,
            configuration: "asked",
          }).comparison,
    calibrationText: calibrationText(judgement, current),
    question: judgement.question,
    allowable: judgement.allowable.map((name) => ({ name, isAllowed: allowed.has(name) })),
    notes: judgement.notes,
    problems: [
      ...addressProblems(results, search, judged),
      ...leftOut.flatMap((flaw) => (flaw === null ? [] : [flawText(flaw)])),
    ],
  };
}
