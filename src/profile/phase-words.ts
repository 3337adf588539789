// What each phase of a worker's time is called: in tables and files, and as a sentence begins.
import type { ProfilePhase } from "../measurement/lane/profile-phases.ts";

interface PhaseWords {
  /** In tables, bars and files. */
  readonly label: string;
  /** As a sentence about it begins. */
  readonly doing: string;
  /** One sentence on what happens in it. */
  readonly help: string;
  readonly isWaiting?: true;
}

export const phaseWords = {
  observe: {
    label: "observe",
    doing: "Observing the world",
    help: "The world gives the agent an outcome; at the end of an episode the agent starts again.",
  },
  cache: {
    label: "cache",
    doing: "Asking the cache",
    help: "The cache is asked whether the same was inferred before, and keeps what was not.",
  },
  "infer-states": {
    label: "infer states",
    doing: "Working out the state",
    help: "What was observed is put together with what was expected: the belief about the state.",
  },
  "infer-policies": {
    label: "infer policies",
    doing: "Choosing a plan",
    help: "Every plan (policy) is valued by what it would bring and what it would tell.",
  },
  act: {
    label: "act",
    doing: "Choosing the action",
    help: "An action is drawn from the plans, the next state is predicted, and the agent moves.",
  },
  publish: {
    label: "publish",
    doing: "Publishing beliefs",
    help: "The agent's belief is written where others read it.",
  },
  wait: {
    label: "wait",
    doing: "Waiting for other workers",
    help: "The worker has nothing to do until the others have published or read. Carrying messages between workers falls in here.",
    isWaiting: true,
  },
  fuse: {
    label: "fuse",
    doing: "Reading what others sent",
    help: "Agents read the beliefs that they hear, and fuse what they share.",
  },
} as const satisfies Record<ProfilePhase, PhaseWords>;

/** Whether a phase is waiting rather than work. */
export function isWaiting(phase: ProfilePhase): boolean {
  return phase === "wait";
}
