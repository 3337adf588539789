// Which protocol a pattern runs, with its deadlines, and for how long.
import type { ProtocolOrder } from "../../measurement/lane/protocol-window.ts";
import { usableTransport } from "../../measurement/lane/transport.ts";
import type { Planned } from "../../measurement/run/sample.ts";
import type { ProtocolSettings } from "../../protocols/protocols.ts";
import { trialSeed } from "../agents/trial-seed.ts";
import type { PatternSettings } from "./fields.ts";

/** How long an agent waits for an answer, ms: far more than a message takes, far less than a trial. */
const DEADLINE_MS = 50;
/** After how long without acknowledgement something is sent again, ms. */
const RETRY_MS = 15;
/** How long a crashed agent is away, ms. */
const DOWN_MS = 10;
/** What has begun may end in it: some deadlines, one after another. */
export const DRAIN_MS = 4 * DEADLINE_MS;

/** As in the published load test. */
export const QUORUM = 0.8;
export const YES = 0.7;

function protocolOf({ pattern, thinkMs, holdMs }: PatternSettings): ProtocolSettings {
  switch (pattern) {
    case "handoff":
      return { kind: "handoff", deadlineMs: DEADLINE_MS, retryMs: RETRY_MS };
    case "consensus":
      return { kind: "vote", quorum: QUORUM, yes: YES, deadlineMs: DEADLINE_MS };
    case "broadcast":
      return { kind: "broadcast", retryMs: RETRY_MS, deadlineMs: 2 * DEADLINE_MS };
    case "contention":
      return { kind: "contention", thinkMs, holdMs };
  }
}

export function orderOf(settings: PatternSettings, planned: Planned, canShareMemory: boolean): ProtocolOrder {
  const { lossPercent, crashPercent, transport, seed, windowMs } = settings;
  const isFaultless = settings.pattern === "contention";
  return {
    protocol: protocolOf(settings),
    faults: {
      loss: isFaultless ? 0 : lossPercent / 100,
      crash: isFaultless ? 0 : crashPercent / 100,
      downMs: DOWN_MS,
    },
    transport: usableTransport(transport, canShareMemory),
    seed: trialSeed(seed, planned),
    durationMs: windowMs,
    drainMs: DRAIN_MS,
    breaksLaneAtMs: null,
  };
}
