// An answer in words: its first sentence in the largest type of the page, the rest below it.
import { firstSentence } from "../words/first-sentence.ts";

export function AnswerText({ text }: { readonly text: string }) {
  const [first, rest] = firstSentence(text);
  return (
    <>
      <span className="block text-lg font-semibold text-pretty sm:text-xl">{first}</span>{" "}
      {rest === "" ? null : <span className="mt-1 block">{rest}</span>}
    </>
  );
}
