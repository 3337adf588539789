// A sentence behind a clause that leads into it.

/** "With faults, " and "Votes pass." → "With faults, votes pass."; as it is behind no clause. */
export function behindClause(clause: string, sentence: string): string {
  return clause === "" ? sentence : `${clause}${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}
