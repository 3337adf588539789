// Owns the header of every file: what it is, who made it when, and from which curve and assumptions.
import type { DeploymentInput } from "../deployment/deployment-input.ts";

/** Most texts of one list in a header; the report has them all. */
const LISTED_MOST = 12;

function listed(word: string, texts: readonly string[]): readonly string[] {
  const shown = texts.slice(0, LISTED_MOST).map((text) => `${word}: ${text}`);
  return texts.length > LISTED_MOST ? [...shown, `${word}: and ${texts.length - LISTED_MOST} more`] : shown;
}

/**
 * The lines, still as they came: whoever writes them makes each one line of its format.
 * @param title what the file holds
 * @param notes what to know before using it
 */
export function headerLines(title: string, notes: readonly string[], input: DeploymentInput): readonly string[] {
  const { curve, words, madeOn, headroomVersion } = input;
  return [
    `${title}, made by Headroom ${headroomVersion} on ${madeOn}.`,
    words.sentence,
    `Asked: ${words.demand}`,
    `Curve: ${curve.title} (${curve.provenance}: ${curve.provenanceText})`,
    `Read as: ${curve.reading}`,
    ...listed("Left out", curve.excludedRows),
    ...listed("Assumes", words.assumptions),
    ...(words.probability === null ? [] : [words.probability]),
    ...notes,
  ];
}
