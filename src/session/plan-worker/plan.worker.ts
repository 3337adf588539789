// The planning worker: works out what takes longer than a frame.
import { answerOf } from "../../capacity/answer/plan-answer.ts";
import type { PlanAsk, PlanReply } from "./protocol.ts";

function replyTo({ id, texts, today }: PlanAsk): PlanReply {
  try {
    return { id, state: "answered", answer: answerOf(texts, today) };
  } catch (error) {
    return { id, state: "failed", message: error instanceof Error ? error.message : "unknown" };
  }
}

globalThis.addEventListener("message", ({ data }: MessageEvent<PlanAsk>) => {
  globalThis.postMessage(replyTo(data));
});
