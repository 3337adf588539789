// Asks the planning worker for the whole answer, and keeps the last one until the next is there.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { askPlan } from "../../../session/plan-worker/plan-client.ts";
import type { PlanAnswer } from "../../../capacity/answer/plan-answer.ts";
import type { PlannerTexts } from "../../../capacity/asked/planner-settings.ts";

export interface AnswerInUse {
  /** For the current settings; null while it is worked out. */
  readonly answer: PlanAnswer | null;
  /** The same, but while it is worked out the answer before. */
  readonly lastAnswer: PlanAnswer | null;
  /** Why the answer could not be worked out; null where it could. */
  readonly problem: string | null;
  /** Days since 1970-01-01, when the page was opened. */
  readonly today: number;
}

function localDay(): number {
  const now = new Date();
  return Math.floor((now.getTime() - now.getTimezoneOffset() * 60_000) / 86_400_000);
}

export function useAnswer(texts: PlannerTexts): AnswerInUse {
  const [today] = useState(localDay);
  const query = useQuery({
    queryKey: ["plan", texts, today],
    queryFn: ({ signal }) => askPlan(texts, today, signal),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return {
    answer: query.isPlaceholderData ? null : (query.data ?? null),
    lastAnswer: query.data ?? null,
    problem: query.isError ? query.error.message : null,
    today,
  };
}
