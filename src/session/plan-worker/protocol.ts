// What the page and the planning worker say to each other. Errors are answers.
import type { PlanAnswer } from "../../capacity/answer/plan-answer.ts";
import type { PlannerTexts } from "../../capacity/asked/planner-settings.ts";

export interface PlanAsk {
  readonly id: number;
  readonly texts: PlannerTexts;
  /** Days since 1970-01-01, for plans that say no first day of their own. */
  readonly today: number;
}

export type PlanReply =
  | { readonly id: number; readonly state: "answered"; readonly answer: PlanAnswer }
  | { readonly id: number; readonly state: "failed"; readonly message: string };
