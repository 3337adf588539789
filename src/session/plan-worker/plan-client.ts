// The planning worker as the page sees it: one question at a time, and of those that wait only the newest.
import type { PlanAnswer } from "../../capacity/answer/plan-answer.ts";
import type { PlannerTexts } from "../../capacity/asked/planner-settings.ts";
import type { PlanReply } from "./protocol.ts";
import planWorkerUrl from "./plan.worker.ts?worker&url";

interface Question {
  readonly texts: PlannerTexts;
  readonly today: number;
  readonly resolve: (answer: PlanAnswer) => void;
  readonly reject: (error: Error) => void;
}

let worker: Worker | null = null;
let nextId = 0;
let asked: { readonly id: number; readonly question: Question } | null = null;
let waiting: Question | null = null;

function settle(give: (question: Question) => void): void {
  const done = asked?.question ?? null;
  asked = null;
  if (done !== null) give(done);
  if (waiting === null) return;
  const next = waiting;
  waiting = null;
  send(next);
}

function failed(message: string): void {
  worker?.terminate();
  worker = null;
  settle(({ reject }) => reject(new Error(message)));
}

function started(): Worker {
  const made = new Worker(planWorkerUrl, { type: "module", name: "planner" });
  made.addEventListener("message", ({ data }: MessageEvent<PlanReply>) => {
    if (data.id !== asked?.id) return;
    if (data.state === "answered") settle(({ resolve }) => resolve(data.answer));
    else settle(({ reject }) => reject(new Error(data.message)));
  });
  made.addEventListener("error", (event) => {
    event.preventDefault();
    failed("The planning worker stopped. Reload the page to start it again.");
  });
  return made;
}

function send(question: Question): void {
  worker ??= started();
  nextId += 1;
  asked = { id: nextId, question };
  worker.postMessage({ id: nextId, texts: question.texts, today: question.today });
}

/**
 * Asks the worker. A question that waits is dropped when its signal aborts or a newer one comes; the one being worked out
 * is let finish, which takes at most about a second.
 */
export function askPlan(texts: PlannerTexts, today: number, signal: AbortSignal): Promise<PlanAnswer> {
  return new Promise((resolve, reject) => {
    const question: Question = { texts, today, resolve, reject };
    signal.addEventListener("abort", () => {
      if (waiting === question) waiting = null;
      reject(new DOMException("A newer question came.", "AbortError"));
    });
    if (asked === null) send(question);
    else {
      waiting?.reject(new DOMException("A newer question came.", "AbortError"));
      waiting = question;
    }
  });
}
