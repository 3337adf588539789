// The quality line on top of a result: whether the machine was steady, what tells, and what to do.
import { isThrottled, type QualitySigns, type QualityState, signsBeyond, signsOf } from "../scaling/quality.ts";
import { formatPercent } from "../words/format.ts";
import type { Drift } from "../scaling/drift.ts";
import { capacityRange } from "./capacity-text.ts";
import type { Derived } from "./derive.ts";
import type { Environment } from "./format/result.ts";

export interface QualityLine {
  readonly state: QualityState;
  /** "Steady", "Unsteady", "Useless". */
  readonly word: string;
  /** What tells, and what to do. */
  readonly text: string;
}

function signsIn(drift: Drift, { parallelCapacity, stolenShare, container }: Environment): QualitySigns {
  return signsOf(drift, parallelCapacity, stolenShare ?? null, container?.throttledShare ?? null);
}

function signText(name: keyof QualitySigns, signs: QualitySigns, { parallelCapacity: c }: Environment): string {
  switch (name) {
    case "pace":
      return `one worker alone differed by ${formatPercent(signs.pace ?? 0)} between start, middle and end`;
    case "repeats":
      return `repeats differed by ${formatPercent(signs.repeats ?? 0)}`;
    case "throttled":
      return `the container was kept from running for ${formatPercent(signs.throttled ?? 0)} of the run`;
    case "stolen":
      return `other programs had the cores for ${formatPercent(signs.stolen ?? 0)} of the time`;
    case "cores": {
      const range = capacityRange(c);
      return range === null ? "how many cores there were could not be told" : `C was ${range} cores`;
    }
  }
}

const REMEDY = "Close other programs, let the machine rest, and run again.";

const THROTTLED_REMEDY =
  "Its quota of the cores was used up in the middle of windows, so nothing is concluded from this run. Give it whole cores, with requests equal to limits, or more of them.";

function uselessReason({ throttled }: QualitySigns): string {
  return isThrottled(throttled ?? 0)
    ? THROTTLED_REMEDY
    : `Other programs took the machine, so nothing is concluded from this run. ${REMEDY}`;
}

function sentenceOf(names: readonly (keyof QualitySigns)[], signs: QualitySigns, environment: Environment): string {
  const [first = "", ...rest] = names.map((name) => signText(name, signs, environment));
  return `${first.charAt(0).toUpperCase()}${[first.slice(1), ...rest].join(", ")}.`;
}

/** Repeats that differ by so much hide any smaller difference. */
function noiseText({ repeats }: QualitySigns): string {
  return repeats === null
    ? "Take small differences for noise."
    : `Take differences under ${formatPercent(repeats)} for noise.`;
}

/** What is known of a steady machine; a search has no agent alone, and older results do not know of other programs. */
function toldWhenSteady(signs: QualitySigns): readonly (keyof QualitySigns)[] {
  const names = ["pace", "repeats", "stolen"] as const;
  return names.filter((name) => signs[name] !== null);
}

/** @returns null where too little was measured to tell */
export function qualityLine({ drift, quality }: Derived, environment: Environment): QualityLine | null {
  const signs = signsIn(drift, environment);
  switch (quality) {
    case "unknown":
      return null;
    case "steady":
      return { state: quality, word: "Steady", text: sentenceOf(toldWhenSteady(signs), signs, environment) };
    case "unsteady": {
      const said = sentenceOf(signsBeyond(signs, 0), signs, environment);
      return { state: quality, word: "Unsteady", text: `${said} ${noiseText(signs)} ${REMEDY}` };
    }
    case "useless": {
      const said = sentenceOf(signsBeyond(signs, 1), signs, environment);
      return {
        state: quality,
        word: "Useless",
        text: `${said} ${uselessReason(signs)}`,
      };
    }
  }
}

/** What tells that nothing can be concluded, without a full stop; null where something can. */
export function uselessText({ drift, quality }: Derived, environment: Environment): string | null {
  if (quality !== "useless") return null;
  const signs = signsIn(drift, environment);
  return signsBeyond(signs, 1)
    .map((name) => signText(name, signs, environment))
    .join(", ");
}
