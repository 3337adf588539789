// What changed since the last run of the same settings, in the sentence that their comparison begins with.
import { sidesOf } from "../../../comparison/compared.ts";
import { comparisonSentence } from "../../../comparison/comparison-sentence.ts";
import { answer } from "../../../comparison/question.ts";
import type { Result } from "../../../results/format/result.ts";

export function sinceLastRun(before: Result, result: Result): string | null {
  const question = {
    results: [before, result].map((one) => ({ kind: "result", name: one.id, result: one }) as const),
    calibration: null,
    again: null,
    problems: [],
  };
  const judgement = answer(question, sidesOf(question.results), {});
  return judgement === null ? null : comparisonSentence(judgement.comparison, judgement.question);
}
