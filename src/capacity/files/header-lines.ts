// The header of every file: what it is, which Headroom made it and when, and from which curve and assumptions.
import type { DeploymentInput } from "../deployment/deployment-input.ts";

/** The most texts of one list in a header. The report has all of them. */
const LISTED_MOST = 12;

function listed(word: string, texts: readonly string[]): readonly string[] {
  const shown = texts.slice(0, LISTED_MOST).map((text) => `${word}: ${text}`);
  return texts.length > LISTED_MOST ? [...shown, `${word}: and ${texts.length - LISTED_MOST} more`] : shown;
}

/**
 * The lines of a header. Their texts may be of unknown origin: the writer of each format has to make them harmless.
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
