// The worker that reads models, as the page sees it: one model at a time, each within a limit, and the worker ends when it is done.
import modelWorkerUrl from "./model.worker.ts?worker&url";
import type { ModelAnswer, ModelReply } from "./protocol.ts";

/** A model whose op takes longer is of no use in windows of seconds. */
const ANSWER_LIMIT_MS = 20_000;

function refused(problem: string): ModelAnswer {
  return { state: "refused", problems: [problem] };
}

let nextId = 0;

/** Reads, summarises and tries a model in a worker of its own, which ends with the answer. Never rejects. */
export function understandModel(text: string): Promise<ModelAnswer> {
  return new Promise((resolve) => {
    nextId += 1;
    const id = nextId;
    let worker: Worker;
    try {
      worker = new Worker(modelWorkerUrl, { type: "module", name: "model" });
    } catch {
      resolve(refused("The browser starts no worker to read it. Reload the page and try again."));
      return;
    }
    const end = (answer: ModelAnswer): void => {
      clearTimeout(timer);
      worker.terminate();
      resolve(answer);
    };
    const timer = setTimeout(
      () =>
        end(
          refused(
            `It could not be read and tried within ${ANSWER_LIMIT_MS / 1_000} s: one op takes too long to be measured. Plan fewer steps (policy_len), or give it fewer states.`,
          ),
        ),
      ANSWER_LIMIT_MS,
    );
    worker.addEventListener("message", ({ data }: MessageEvent<ModelReply>) => {
      if (data.id === id) end(data.answer);
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      end(
        refused(
          "The worker that reads models stopped, perhaps for want of memory. Try a smaller model, or reload the page.",
        ),
      );
    });
    worker.postMessage({ id, text });
  });
}
