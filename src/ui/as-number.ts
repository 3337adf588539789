// Gives a field of numbers what was typed as a plain decimal, or asks where it may mean two things.
import { typedNumber } from "../words/typed-number.ts";

/** @param onText takes a plain decimal; returns what is wrong with it, or null when it was taken */
export function asNumber(onText: (text: string) => string | null, isWhole = false): (typed: string) => string | null {
  return (typed) => {
    const number = typedNumber(typed, isWhole);
    return number.state === "ambiguous" ? number.message : onText(number.text);
  };
}
