// The names of the results of a comparison as text of its address: a result that travels whole would else be called by its settings alone.

/** Characters of a name; longer ones are cut. */
const NAME_MOST = 120;
const SEPARATOR = ",";

/** Without half a surrogate pair, which no address carries. */
function carried(name: string): string {
  return name.slice(0, NAME_MOST).toWellFormed();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** @param names in the order of the sources; "" where a source says its own @returns "" where there is none to say */
export function writeNames(names: readonly string[]): string {
  const text = names.map((name) => carried(name).replaceAll("%", "%25").replaceAll(SEPARATOR, "%2C")).join(SEPARATOR);
  return /^,*$/.test(text) ? "" : text;
}

/** The names that an address says, in the order of its sources; "" where it says none of one. */
export function readNames(text: string): readonly string[] {
  return text.split(SEPARATOR).map((name) => carried(decoded(name).trim()));
}
