// What the question was answered with before: here the last time, else on another machine.
import { firstSentence } from "../../../words/first-sentence.ts";
import { Queries } from "../../../session/sources/queries.tsx";
import type { QuestionPreviewProps } from "./question-preview.tsx";
import { useFound } from "./use-found.ts";

export function QuestionSaid({ configuration }: QuestionPreviewProps) {
  return (
    <Queries>
      <Said configuration={configuration} />
    </Queries>
  );
}

function Said({ configuration }: QuestionPreviewProps) {
  const found = useFound(configuration);
  const sentence = found?.findings.sentence ?? null;
  if (found === null || sentence === null) return null;
  return (
    <>
      <strong className="font-semibold">{found.whose === "Yours" ? "Your last run" : "Another machine"}:</strong>{" "}
      {firstSentence(sentence)[0]}
    </>
  );
}
