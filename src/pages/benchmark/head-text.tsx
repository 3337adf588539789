// The head of the Benchmark page: the question, and under it the answer as far as it is known, or what Run does.
import { QUESTION_HEADING } from "./questions/question-heading.ts";
import { AnswerText } from "../../ui/answer-text.tsx";

export interface HeadTextProps {
  readonly heading: string;
  /** What is known so far; null before anything is. */
  readonly answer: string | null;
  readonly remark: string;
}

export function HeadText({ heading, answer, remark }: HeadTextProps) {
  return (
    <>
      <h1 id={QUESTION_HEADING} tabIndex={-1} className={answer === null ? "" : "answered"}>
        {heading}
      </h1>
      <p role="status" data-testid="verdict" className="mt-1">
        {answer === null ? null : <AnswerText text={answer} />} <span className="text-muted">{remark}</span>
      </p>
    </>
  );
}
