// Owns how settings are read from text: one schema per field, from what an address or a form says to a value.
import * as v from "valibot";

const plainNumber = /^\s*(\d+(\.\d*)?|\.\d+)\s*$/;

function toNumber(text: string): number {
  return plainNumber.test(text) ? Number(text) : Number.NaN;
}

/** A plain decimal number within bounds. */
export function numberText(message: string, least: number, most: number) {
  return v.pipe(
    v.string(message),
    v.maxLength(40, message),
    v.transform(toNumber),
    v.finite(message),
    v.minValue(least, message),
    v.maxValue(most, message),
  );
}

/** A plain whole number within bounds. */
export function wholeText(message: string, least: number, most: number) {
  return v.pipe(numberText(message, least, most), v.integer(message));
}

/** Nothing, or a plain decimal number within bounds. */
export function optionalNumberText(message: string, least: number, most: number) {
  return v.union(
    [
      v.pipe(
        v.string(),
        v.trim(),
        v.literal(""),
        v.transform(() => null),
      ),
      numberText(message, least, most),
    ],
    message,
  );
}

/** Nothing, or a plain whole number within bounds. */
export function optionalWholeText(message: string, least: number, most: number) {
  return v.pipe(
    optionalNumberText(message, least, most),
    v.check((value) => value === null || Number.isInteger(value), message),
  );
}

/** Text that a reader of ours understands; `read` returns the value, or throws nothing and says what is wrong. */
export function readText<Value>(
  read: (text: string) => { readonly state: "read"; readonly value: Value } | Refused,
  charactersMost: number,
) {
  return v.pipe(
    v.string(),
    v.maxLength(charactersMost, `This is longer than ${charactersMost.toLocaleString("en-US")} characters.`),
    v.rawTransform<string, Value>(({ dataset, addIssue, NEVER }) => {
      const result = read(dataset.value);
      if (result.state === "read") return result.value;
      addIssue({ message: result.message });
      return NEVER;
    }),
  );
}

export interface Refused {
  readonly state: "refused";
  readonly message: string;
}

export function refused(message: string): Refused {
  return { state: "refused", message };
}
