// How a setting names a model: an example that ships, or somebody's own by the SHA-256 of its text, which may follow packed. It is light, for the form.

/** The examples that ship: the models whose step times of pymdp were recorded. */
export const EXAMPLE_MODELS = [
  "a_tmaze_pl2",
  "b_grid5_pl1_det",
  "b_grid5_pl1_noisy",
  "b_grid5_pl3_det",
  "b_grid5_pl3_noisy",
  "c_grid10_pl2_det",
  "c_grid10_pl2_noisy",
  "d_grid10x4_pl1",
  "d_grid10x4_pl2",
] as const;
export type ExampleModel = (typeof EXAMPLE_MODELS)[number];

/** Longer packed models are left out of addresses, and their files are asked for instead. */
export const PACKED_CHARACTERS_MOST = 8_000;

/** What runs where nobody chose a model. */
export const DEFAULT_MODEL = "example:b_grid5_pl1_noisy";

export type ModelReference =
  | { readonly kind: "example"; readonly name: ExampleModel }
  /** `packed` is the model itself as text, where it is short enough to travel; it is not checked yet. */
  | { readonly kind: "own"; readonly hash: string; readonly packed: string | null };

const OWN = /^sha256:([0-9a-f]{64})(?:\.([A-Za-z0-9_-]+))?$/;
/** "sha256:", the hash, ".". */
const BEFORE_PACKED = 72;

/** @returns what a text refers to; null where it is no reference, or longer than any */
export function readReference(text: string): ModelReference | null {
  if (text.length > BEFORE_PACKED + PACKED_CHARACTERS_MOST) return null;
  const name = EXAMPLE_MODELS.find((one) => text === `example:${one}`);
  if (name !== undefined) return { kind: "example", name };
  const [, hash, packed = null] = OWN.exec(text) ?? [];
  return hash === undefined ? null : { kind: "own", hash, packed };
}

/** @param packed left out where it is longer than an address takes */
export function ownReference(hash: string, packed: string | null): string {
  return packed === null || packed.length > PACKED_CHARACTERS_MOST ? `sha256:${hash}` : `sha256:${hash}.${packed}`;
}

/** The reference without the model itself: what a result keeps, since it is short and says all that a comparison needs. */
export function withoutModel(reference: string): string {
  return reference.split(".")[0] ?? reference;
}

/** Digits of a hash in a title: 48 bits tell models apart. */
const TITLE_DIGITS = 12;

/** "own model b_grid5_pl1_noisy", "own model 3fa4b2c1d5e6". */
export function modelTitle(reference: string): string {
  const known = readReference(reference);
  if (known === null) return "own model";
  return `own model ${known.kind === "example" ? known.name : known.hash.slice(0, TITLE_DIGITS)}`;
}

/** Where a text has the title of a model by its hash, the name that its file gave it. @param names by hash */
export function withModelNames(text: string, names: ReadonlyMap<string, string>): string {
  const byDigits = new Map([...names].map(([hash, name]) => [hash.slice(0, TITLE_DIGITS), name]));
  return text.replaceAll(/\bown model ([0-9a-f]{12})\b/g, (title, digits: string) => {
    const name = byDigits.get(digits);
    return name === undefined ? title : `own model ${name}`;
  });
}
