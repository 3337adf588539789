// The workers behind a lane host: started a few at a time, asked together, ended when nobody needs them.
import type { LaneAnswer } from "../lane/lane-host.ts";
import { attempted } from "./attempted.ts";
import { type LaneAsk, type LaneReplyOf, LaneWorker } from "./lane-worker.ts";
import type { LaneReply } from "./protocol.ts";

/** How long lanes are started before the page may do something else, ms: one worker takes about ten, and a long task is of 50. */
const STARTING_MOST_MS = 15;

export class LaneCrew {
  readonly #scriptUrl: string;
  #workers: LaneWorker[] = [];

  constructor(scriptUrl: string) {
    this.#scriptUrl = scriptUrl;
  }

  /** Lanes alive now. */
  get alive(): number {
    return this.#workers.length;
  }

  endBeyond(lanes: number): void {
    for (const worker of this.#workers.splice(lanes)) worker.terminate();
    // The browser notes each start of a script, up to 250 of them, and keeps the notes of scripts that have ended.
    performance.clearResourceTimings();
  }

  /** Ends all, also those that are being started. */
  reset(): void {
    this.endBeyond(0);
    // A new list tells lanes that are being started that nobody waits for them.
    this.#workers = [];
  }

  /** Starts lanes until there are so many, a few at a time, so that the page answers meanwhile. */
  async #grow(lanes: number): Promise<LaneAnswer<null>> {
    const workers = this.#workers;
    let beganMs = performance.now();
    while (workers.length < lanes) {
      const worker = attempted(() => new LaneWorker(workers.length, this.#scriptUrl));
      if (typeof worker === "string") return { state: "failed", reason: `No worker: ${worker}` };
      workers.push(worker);
      if (performance.now() - beganMs > STARTING_MOST_MS) {
        await new Promise((resolve) => setTimeout(resolve));
        beganMs = performance.now();
      }
      // A reset puts a new list in place of this one.
      if (this.#workers !== workers) {
        for (const started of workers) started.terminate();
        return { state: "stopped" };
      }
    }
    return { state: "done", value: null };
  }

  /** Asks one lane per entry, of which there must be one at least. The first failure answers for all, at once: the others may wait for the broken lane. */
  async all<Type extends LaneReply["type"]>(
    type: Type,
    asks: readonly LaneAsk[],
    deadlineMs: number,
    transfers: readonly (readonly Transferable[])[] = [],
  ): Promise<LaneAnswer<readonly LaneReplyOf<Type>[]>> {
    const workers = this.#workers;
    const grown = await this.#grow(asks.length);
    if (grown.state !== "done") return grown;
    // A reset while they started put a new list in place of this one: nobody there would answer.
    if (this.#workers !== workers) return { state: "stopped" };
    const isWanted = (reply: LaneReply): reply is LaneReplyOf<Type> => reply.type === type;
    return new Promise((resolve) => {
      const replies: LaneReplyOf<Type>[] = [];
      let left = asks.length;
      for (const [lane, ask] of asks.entries()) {
        void workers[lane]?.ask(ask, deadlineMs, transfers[lane]).then((answer) => {
          if (answer.type === "stopped") resolve({ state: "stopped" });
          else if (answer.type === "failed") resolve({ state: "failed", reason: answer.reason });
          else if (isWanted(answer)) replies[lane] = answer;
          left -= 1;
          if (left === 0) resolve({ state: "done", value: replies });
        });
      }
    });
  }
}
