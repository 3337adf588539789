// Joins parts as a sentence lists them.

/** "a", "a and b", "a, b and c". @param and before the last part; ", and" where parts are clauses of their own */
export function listed(parts: readonly string[], and: " and" | ", and" = " and"): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")}${and} ${last}`;
}
