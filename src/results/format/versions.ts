// Which version a kept format has: the tag and the version field that results and catalogues share.

/** The versions 1 to Newest as a union, so that a table of readers cannot lack one. */
export type VersionsTo<Newest extends number, Counted extends readonly 0[] = []> = Counted["length"] extends Newest
  ? never
  : [...Counted, 0]["length"] | VersionsTo<Newest, [...Counted, 0]>;

/** An object of parsed JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(input: unknown): input is JsonObject {
  return typeof input === "object" && input !== null && !Array.isArray(input);
}

/**
 * Finds the reader for the version that an object says it has.
 * @param what "result" or "catalogue", for the message
 * @param readers one for each version, from 1 to the newest
 */
export function readerOf<Reader>(
  what: string,
  json: JsonObject,
  readers: Readonly<Record<number, Reader>>,
): { readonly state: "found"; readonly reader: Reader } | { readonly state: "refused"; readonly message: string } {
  const version = json["version"];
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) {
    return {
      state: "refused",
      message: `This ${what} cannot be read: its field "version" must be a whole number from 1.`,
    };
  }
  const reader = Object.hasOwn(readers, version) ? readers[version] : undefined;
  if (reader !== undefined) return { state: "found", reader };
  const newest = Math.max(...Object.keys(readers).map(Number));
  return {
    state: "refused",
    message: `This ${what} was made by a newer Headroom (${what} version ${version}; this one reads up to ${newest}). Reload the page to get the newest Headroom, then open it again.`,
  };
}
