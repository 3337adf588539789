// The answer of a run: its first sentence in the largest type of the page, the rest below it.
import { firstSentence } from "../../../words/first-sentence.ts";

/** A number and its unit, which stay on one line. */
const QUANTITY = /(\d) ([kMG]?B|op\/s|[mµ]?s|agents?|times)\b/g;

export function AnswerText({ text }: { readonly text: string }) {
  const [first, rest] = firstSentence(text);
  return (
    <>
      <span className="block text-lg font-semibold text-pretty sm:text-xl">
        {first.replaceAll(QUANTITY, "$1\u00A0$2")}
      </span>{" "}
      {rest === "" ? null : <span className="mt-1 block">{rest}</span>}
    </>
  );
}
