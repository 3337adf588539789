// What is typed for one change of a what-if, such as "30,5–40 %" or "35-40:5": decimals with a comma or a point; what may mean two things asks.
import { whatIfsFromText, whatIfsToText } from "../../../../capacity/asked/what-if-text.ts";
import type { Change } from "../../../../capacity/asked/what-if.ts";
import { typedNumber } from "../../../../words/typed-number.ts";

export type TypedChange =
  | { readonly state: "read"; readonly change: Change }
  /** It may mean two things: the question. */
  | { readonly state: "ambiguous"; readonly message: string }
  | { readonly state: "not understood" };

/** The part of a change that is typed, as the address has it: "30-40", "35-40:5", "1". */
export function typedPart(change: Change): string {
  const [, first = "", second] = whatIfsToText([[change]]).split(":");
  return change.kind === "cache" ? `${first}:${second ?? ""}` : first;
}

/** @param change what is changed; its kind says what may be typed */
export function typedChange(change: Change, text: string): TypedChange {
  const bare = text.replaceAll("–", "-").replaceAll("%", "").replaceAll(/\s/g, "");
  if (/[+;]/.test(bare)) return { state: "not understood" };
  // Numbers stand between the marks of a range and of a speed-up.
  const parts = bare.split(/([-:])/).map((part) => typedNumber(part, change.kind === "processes"));
  const doubtful = parts.find((part) => part.state === "ambiguous");
  if (doubtful !== undefined) return doubtful;
  const typed = parts.map((part) => (part.state === "read" ? part.text : "")).join("");
  const whole = change.kind === "belief" ? `belief:${typed}:${change.of}` : `${change.kind}:${typed}`;
  const read = whatIfsFromText(whole);
  const next = read.state === "read" ? read.value[0]?.[0] : undefined;
  return next === undefined ? { state: "not understood" } : { state: "read", change: next };
}
