// Serves a lane inside its worker: messages in, messages out, errors as data.
import type { LaneWorkload, Workload } from "../../workloads/workload.ts";
import type { LaneClock } from "../lane/lane-clock.ts";
import { LaneThread } from "./lane-thread.ts";
import type { LaneReply, LaneRequest } from "./protocol.ts";

const canSleep = self.crossOriginIsolated && typeof SharedArrayBuffer === "function";
const pillow = canSleep ? new Int32Array(new SharedArrayBuffer(4)) : null;

const clock: LaneClock = {
  now: () => performance.timeOrigin + performance.now(),
  sleepUntil(instantMs) {
    const leftMs = instantMs - clock.now();
    if (leftMs <= 0) return undefined;
    if (pillow === null) return new Promise((resolve) => setTimeout(resolve, leftMs));
    Atomics.wait(pillow, 0, 0, leftMs);
    return undefined;
  },
};

/** Answers whoever started this worker, from now on. @param build compiles workloads */
export function serveLane(build: (config: LaneWorkload) => Workload): void {
  const thread = new LaneThread(clock, build);

  async function reply(request: LaneRequest): Promise<LaneReply> {
    try {
      return await thread.answer(request);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { id: request.id, type: "failed", reason };
    }
  }

  self.addEventListener("message", (event: MessageEvent<LaneRequest>) => {
    void reply(event.data).then((answer) => self.postMessage(answer));
  });
}
