// One Web Worker as the page sees it: asks, answers, deadlines. The one place that starts a worker for agents.
import laneScriptUrl from "./lane.worker.ts?worker&url";
import type { LaneReply, LaneRequest } from "./protocol.ts";

export { laneScriptUrl };

/** A request before it is numbered. */
export type LaneAsk = LaneRequest extends infer Request
  ? Request extends LaneRequest
    ? Omit<Request, "id">
    : never
  : never;

export type LaneReplyOf<Type extends LaneReply["type"]> = Extract<LaneReply, { readonly type: Type }>;
export type WorkerAnswer = LaneReply | { readonly type: "stopped" };

interface Pending {
  readonly id: number;
  readonly settle: (answer: WorkerAnswer) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

export class LaneWorker {
  readonly #worker: Worker;
  readonly #name: string;
  #pending: Pending | null = null;
  #nextId = 0;
  /** Why the worker can no longer answer; null while it can. */
  #broken: string | null = null;

  /** @param lane its number; the address names it, so that the browser attributes memory to each lane @param scriptUrl its script, with parameters of its own or without */
  constructor(lane: number, scriptUrl: string) {
    this.#name = `Worker ${lane + 1}`;
    this.#worker = new Worker(`${scriptUrl}${scriptUrl.includes("?") ? "&" : "?"}lane=${lane}`, {
      type: "module",
      name: `lane ${lane + 1}`,
    });
    this.#worker.addEventListener("message", ({ data }: MessageEvent<LaneReply>) => {
      if (data.id === this.#pending?.id) this.#settle(data);
    });
    this.#worker.addEventListener("messageerror", () => this.#break(`${this.#name} sent something unreadable.`));
    this.#worker.addEventListener("error", (event) => {
      event.preventDefault();
      const text =
        typeof event.message === "string" && event.message !== "" ? event.message : "its script did not load.";
      this.#break(`${this.#name} threw: ${text}`);
    });
  }

  /** Asks, and waits at most `deadlineMs`: a worker that is silent for longer counts as dead. */
  ask(ask: LaneAsk, deadlineMs: number, transfer: readonly Transferable[] = []): Promise<WorkerAnswer> {
    const id = (this.#nextId += 1);
    if (this.#broken !== null) return Promise.resolve({ id, type: "failed", reason: this.#broken });
    return new Promise((settle) => {
      const silent = `${this.#name} was silent for ${(deadlineMs / 1_000).toFixed(1)} s and counts as dead.`;
      const timer = setTimeout(() => this.#break(silent), deadlineMs);
      this.#pending = { id, settle, timer };
      try {
        this.#worker.postMessage({ ...ask, id } satisfies LaneRequest, [...transfer]);
      } catch (error) {
        this.#break(`${this.#name} could not be asked: ${error instanceof Error ? error.message : String(error)}`);
      }
    });
  }

  /** Ends the worker; what was asked is answered `stopped`. */
  terminate(): void {
    this.#broken = `${this.#name} was ended.`;
    this.#worker.terminate();
    this.#settle({ type: "stopped" });
  }

  #break(reason: string): void {
    this.#broken = reason.slice(0, 300);
    const id = this.#pending?.id;
    if (id !== undefined) this.#settle({ id, type: "failed", reason: this.#broken });
  }

  #settle(answer: WorkerAnswer): void {
    const pending = this.#pending;
    if (pending === null) return;
    this.#pending = null;
    clearTimeout(pending.timer);
    pending.settle(answer);
  }
}
