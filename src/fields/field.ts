// One setting: how it is read from text and from a file, how it is written, and what a form shows of it.
import { exponentHint } from "./plain-number.ts";
import { numberOfText, withoutGroups } from "./number-text.ts";

/** What a setting may be. Every one is plain JSON. */
export type Setting = string | number | readonly number[];

export type Reading<Value> =
  | { readonly state: "read"; readonly value: Value }
  | { readonly state: "refused"; readonly message: string };

interface Choice {
  readonly text: string;
  /** In plain words, such as "pool: as many workers as cores". */
  readonly label: string;
}

export interface About {
  /** Its name in addresses and as a command flag. */
  readonly parameter: string;
  /** Its name in the form and in messages. */
  readonly label: string;
  /** What it means, one or two sentences. */
  readonly help: string;
  /** How much of a form's line it takes; a whole one unless said. */
  readonly width?: "half";
  /** Few need it: a form folds it away while it has its usual value. */
  readonly advanced?: true;
  /** It changes what is said of a result, not what is measured: a finished run is read again with it. */
  readonly afterwards?: true;
  /** The value of results from before there was this setting, which leave it out, as newer ones do where it is the same. Never change it. */
  readonly whenAbsent?: Setting;
}

/** A setting that a person may choose, whatever asks for it. */
export interface Field<Value extends Setting> extends About {
  /** A list of choices, one or several of them, or a text with the keyboard that fits it. */
  readonly control:
    | { readonly kind: "choice"; readonly choices: readonly Choice[] }
    /** A list of choices of which one at least is ticked. */
    | { readonly kind: "ticks"; readonly choices: readonly Choice[] }
    | {
        readonly kind: "text";
        readonly inputMode: "numeric" | "decimal" | "text";
        /** A word may stand here instead of a whole number, so that the keyboard has letters. */
        readonly orWord?: true;
      }
    /** A model, which is chosen among examples or given as a file. */
    | { readonly kind: "model" };
  /** Whether JSON of unknown origin is a value of this field. */
  accepts(input: unknown): input is Value;
  /** What the field takes, as one sentence. */
  readonly rule: string;
  fromText(text: string): Reading<Value>;
  toText(value: Value): string;
  /** What a result keeps of the value, where that is less than what an address has. */
  kept?(value: Value): Value;
}

function field<Value extends Setting>(
  about: About,
  own: Pick<Field<Value>, "control" | "rule" | "toText"> & {
    readonly accepts: (input: unknown) => input is Value;
    /** What a text says, not yet checked. */
    readonly parse: (text: string) => unknown;
  },
): Field<Value> {
  return {
    ...about,
    ...own,
    fromText(text) {
      const value = own.parse(text);
      if (own.accepts(value)) return { state: "read", value };
      const isTaken = (plain: string) => own.accepts(own.parse(plain));
      const isWhole = own.control.kind !== "text" || own.control.inputMode !== "decimal";
      return { state: "refused", message: own.rule + groupsHint(text, isWhole) + exponentHint(text, isTaken) };
    },
  };
}

/** " Write 1200 instead of 1,200."; nothing where no groups were typed. A comma may be a decimal mark too. */
function groupsHint(text: string, isWhole: boolean): string {
  const plain = withoutGroups(text);
  if (plain === null) return "";
  const typed = text.trim();
  return !isWhole && /^\d+,\d+$/.test(typed)
    ? ` Write ${plain} or ${typed.replace(",", ".")}, whichever is meant.`
    : ` Write ${plain} instead of ${typed}.`;
}

/** One of several words. @param labels in the order in which they are offered */
export function oneOf<Value extends string>(about: About, labels: Readonly<Record<Value, string>>): Field<Value> {
  const words = Object.keys(labels);
  const accepts = (input: unknown): input is Value => typeof input === "string" && Object.hasOwn(labels, input);
  return field(about, {
    control: {
      kind: "choice",
      choices: words.flatMap((text) => (accepts(text) ? [{ text, label: labels[text] }] : [])),
    },
    rule: `${about.label} must be one of: ${words.join(", ")}.`,
    accepts,
    parse: (text) => text.trim(),
    toText: (value) => value,
  });
}

/** A text that names a model. @param own what such a text is, and what of it a result keeps */
export function reference(
  about: About,
  own: {
    readonly rule: string;
    readonly isReference: (text: string) => boolean;
    readonly kept: (text: string) => string;
  },
): Field<string> {
  return {
    ...field<string>(about, {
      control: { kind: "model" },
      rule: own.rule,
      accepts: (input): input is string => typeof input === "string" && own.isReference(input),
      parse: (text) => text.trim(),
      toText: (value) => value,
    }),
    kept: own.kept,
  };
}

/** A field of several words. Its value is one text, "ring,star", since kept results hold settings as texts and numbers. */
export interface SeveralField<Word extends string> extends Field<string> {
  /** The words of a value, in the order in which they are offered. */
  wordsOf(value: string): readonly Word[];
}

/** One or more of several words, each once. @param labels in the order in which they are offered, and written */
export function severalOf<Word extends string>(
  about: About,
  labels: Readonly<Record<Word, string>>,
): SeveralField<Word> {
  const isWord = (text: string): text is Word => Object.hasOwn(labels, text);
  const words = Object.keys(labels).filter(isWord);
  const wordsOf = (value: string): readonly Word[] => {
    const asked = new Set(value.split(","));
    return words.filter((word) => asked.has(word));
  };
  return {
    ...field<string>(about, {
      control: { kind: "ticks", choices: words.map((text) => ({ text, label: labels[text] })) },
      rule: `${about.label} must be one or more of: ${words.join(", ")}.`,
      accepts: (input): input is string =>
        typeof input === "string" && input !== "" && wordsOf(input).join(",") === input,
      parse(text) {
        const asked = new Set(text.split(/[\s,;]+/).filter((part) => part !== ""));
        return [...asked].every(isWord) ? wordsOf([...asked].join(",")).join(",") : text;
      },
      toText: (value) => value.replaceAll(",", ", "),
    }),
    wordsOf,
  };
}

/** One of several numbers. */
export function oneOfNumbers<Value extends number>(
  about: About,
  options: readonly { readonly value: Value; readonly label: string }[],
  rule: string,
): Field<Value> {
  return field<Value>(about, {
    control: { kind: "choice", choices: options.map(({ value, label }) => ({ text: String(value), label })) },
    rule,
    accepts: (input): input is Value => options.some(({ value }) => value === input),
    parse: numberOfText,
    toText: (value) => String(value),
  });
}

interface Bounds {
  readonly least: number;
  readonly most: number;
}

function isWithin(input: unknown, { least, most }: Bounds): input is number {
  return typeof input === "number" && input >= least && input <= most;
}

/** A whole number within bounds. */
export function whole(about: About, bounds: Bounds): Field<number> {
  return field<number>(about, {
    control: { kind: "text", inputMode: "numeric" },
    rule: `${about.label} must be a whole number from ${bounds.least} to ${bounds.most}.`,
    accepts: (input): input is number => isWithin(input, bounds) && Number.isInteger(input),
    parse: numberOfText,
    toText: (value) => String(value),
  });
}

/** A decimal number within bounds. @param unit such as "op/s per agent", for the rule */
export function decimal(about: About, bounds: Bounds, unit: string): Field<number> {
  return field<number>(about, {
    control: { kind: "text", inputMode: "decimal" },
    rule: `${about.label} must be a number from ${bounds.least} to ${bounds.most} ${unit}.`,
    accepts: (input): input is number => isWithin(input, bounds),
    parse: numberOfText,
    toText: (value) => String(value),
  });
}

/** A whole number within bounds, or a word that leaves it to the run. */
export function wholeOr<Word extends string>(about: About, word: Word, bounds: Bounds): Field<Word | number> {
  return field<Word | number>(about, {
    control: { kind: "text", inputMode: "text", orWord: true },
    rule: `${about.label} must be "${word}" or a whole number from ${bounds.least} to ${bounds.most}.`,
    accepts: (input): input is Word | number => input === word || (isWithin(input, bounds) && Number.isInteger(input)),
    parse: (text) => (text.trim() === word ? word : numberOfText(text)),
    toText: (value) => String(value),
  });
}

/** Several different whole numbers within bounds. From text they come in order. @param what they are, for the rule */
export function counts(
  about: About,
  bounds: Bounds,
  entriesMost: number,
  what: "counts" | "percentages" = "counts",
): Field<readonly number[]> {
  const isCount = (entry: unknown) => isWithin(entry, bounds) && Number.isInteger(entry);
  return field<readonly number[]>(about, {
    control: { kind: "text", inputMode: "text" },
    rule: `${about.label} must be 1 to ${entriesMost} different ${what}, each from ${bounds.least} to ${bounds.most}, such as ${Math.max(1, bounds.least)}, 5, 10.`,
    accepts: (input): input is readonly number[] =>
      Array.isArray(input) &&
      input.length >= 1 &&
      input.length <= entriesMost &&
      input.every(isCount) &&
      new Set(input).size === input.length,
    parse: (text) =>
      text
        .split(/[\s,;]+/)
        .filter((part) => part !== "")
        .slice(0, entriesMost + 1)
        .map((part) => numberOfText(part) ?? Number.NaN)
        .sort((a, b) => a - b),
    toText: (value) => value.join(", "),
  });
}
