// Search parameters as plain text: every value is a string, and each page reads its own by its schema.

/** Search parameters as they stand in the address: text by name. */
export type SearchText = Readonly<Record<string, string>>;

const PARAMETERS_MOST = 64;
/** A plan carries its curve, a comparison the results measured for it: the longest of what an address holds. */
export const PARAMETER_CHARACTERS_MOST = 16_000;

/** Reads "?a=1&b=x" as text; what is beyond 64 parameters of 16,000 characters is cut. */
export function parseSearch(search: string): SearchText {
  const entries = [...new URLSearchParams(search)].slice(0, PARAMETERS_MOST);
  return Object.fromEntries(entries.map(([name, value]) => [name, value.slice(0, PARAMETER_CHARACTERS_MOST)]));
}

/** Writes parameters as "?a=1&b=1,5,10", commas left readable; "" when there are none. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const text = new URLSearchParams(Object.entries(validateSearch(search))).toString();
  return text === "" ? "" : `?${text.replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%2F", "/")}`;
}

/** Keeps the parameters that are text. */
export function validateSearch(search: Readonly<Record<string, unknown>>): SearchText {
  return Object.fromEntries(
    Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
