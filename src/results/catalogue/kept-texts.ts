// Texts and numbers as indexes of versions 1 to 3 hold them: short, and nothing in them moves a cursor or names a folder. Frozen.
import * as v from "valibot";

/** Letters, digits, point, hyphen and underscore, so that it means the same in a folder, an address and a link. */
export const catalogueFileName = /^(?!index\.json$)(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9._-]{0,94}\.json$/;

const fileRule =
  'a file is a plain name such as "my-run.json": letters, digits, ".", "-" and "_" alone, and not the index itself.';

/** No control characters, and none that turn the direction of what is around them. */
const plain = v.regex(
  /^[^\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]*$/u,
  "a text holds control characters. Write it again without them.",
);

export function keptText(most: number) {
  return v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most), plain);
}

export const keptCount = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));

/** What every version has of a result: its file, what a person wrote of it, and its identity. */
export const keptListing = {
  file: v.pipe(v.string(), v.regex(catalogueFileName, fileRule)),
  name: keptText(120),
  note: v.optional(keptText(400)),
  tags: v.optional(v.pipe(v.array(keptText(40)), v.maxLength(20)), []),
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/, "an id is the one of the result in the file.")),
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
  browser: keptText(120),
  platform: keptText(120),
  bytes: keptCount(5_000_000),
};

const ENTRIES_MOST = 1_000;

function isBoundedArray(input: unknown): input is unknown[] {
  return Array.isArray(input) && input.length <= ENTRIES_MOST;
}

/** The entries of an index; their number is checked before any of them is. */
export function keptEntries<Entry>(entry: v.GenericSchema<unknown, Entry>): v.GenericSchema<unknown, Entry[]> {
  return v.pipe(
    v.custom<unknown[]>(isBoundedArray, `a catalogue lists its results, at most ${ENTRIES_MOST}.`),
    v.array(entry),
  );
}
