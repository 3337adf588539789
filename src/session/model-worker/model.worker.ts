// The worker that reads models: a file of 5 MB, and an op that takes seconds, would hold the page up.
import { EXAMPLE_MODELS } from "../../workloads/model-reference.ts";
import { exampleText } from "../../workloads/custom/examples.ts";
import { hashOf, referenceTo, referenceToExample } from "../../workloads/custom/identity.ts";
import { tryModel } from "../../workloads/custom/summary.ts";
import { writeModel } from "../../workloads/custom/write-model.ts";
import { readModelText } from "../models/model-text.ts";
import type { ModelAnswer, ModelAsk, ModelReply } from "./protocol.ts";

/** How long a model is stepped to tell what one op takes. */
const TRY_MS = 250;

/** A file that holds an example is that example. */
function referenceOf(text: string): string {
  const example = EXAMPLE_MODELS.find((name) => exampleText(name) === text);
  return example === undefined ? referenceTo(text) : referenceToExample(example);
}

function answerTo({ text: given }: ModelAsk): ModelAnswer {
  const read = readModelText(given);
  if (read.state === "refused") return read;
  const text = writeModel(read.model);
  const { name, remarks } = read;
  const tried = tryModel(read.model, () => performance.now(), TRY_MS);
  return { state: "understood", hash: hashOf(text), text, reference: referenceOf(text), name, remarks, ...tried };
}

function replyTo(ask: ModelAsk): ModelReply {
  try {
    return { id: ask.id, answer: answerTo(ask) };
  } catch (error) {
    const message = error instanceof Error ? error.message : "unknown";
    return {
      id: ask.id,
      answer: { state: "refused", problems: [`This model could not be tried: ${message.slice(0, 300)}.`] },
    };
  }
}

globalThis.addEventListener("message", ({ data }: MessageEvent<ModelAsk>) => {
  globalThis.postMessage(replyTo(data));
});
