// What binds where agents begin to be late: the workers, the queue of a round, messages, or whatever keeps idle workers waiting.
import { median } from "../../statistics/summary.ts";
import { formatCounted, formatMeasured, formatPercent } from "../../words/format.ts";
import type { TakenTrial } from "./trials.ts";

/** From here on a worker has no time left for a moment's delay. */
const BUSY_LEAST = 0.8;
const MESSAGES_LEAST = 0.3;

function middleOf(trials: readonly TakenTrial[], id: string): number | null {
  return median(trials.flatMap(({ figures }) => figures?.[id] ?? []));
}

/**
 * @param trials those of the smallest count that failed
 * @param isLockStep whether all agents are due at the same moment
 * @returns one or two sentences, or null where nothing is known
 */
export function bindingText(trials: readonly TakenTrial[], isLockStep: boolean): string | null {
  const [first] = trials;
  const busy = middleOf(trials, "busy");
  if (first === undefined || busy === null) return null;
  const at = `At ${formatCounted(first.agents, "agent")}, in the trials that failed,`;
  const messages = (middleOf(trials, "transport") ?? 0) + (middleOf(trials, "fuse") ?? 0);
  if (isLockStep && messages >= MESSAGES_LEAST) {
    return `${at} ${formatPercent(messages)} of the workers' time goes into carrying and reading messages: they bind.`;
  }
  if (busy >= BUSY_LEAST) return `${at} the workers are busy ${formatPercent(busy)} of the time: the cores bind.`;
  const p95 = middleOf(trials, "p95");
  const service = middleOf(trials, "service-p95");
  const took =
    p95 === null || service === null
      ? ""
      : ` 95% of ops are done within ${formatMeasured(p95 / 1_000)} ms of when they were due, though they take only ${formatMeasured(service / 1_000)} ms themselves.`;
  if (isLockStep) {
    return `${at} the workers are busy only ${formatPercent(busy)} of the time, but all agents are due at once: the queue of a round binds.${took}`;
  }
  return `${at} the workers are busy only ${formatPercent(busy)} of the time: timers, garbage collection or other programs delay them.${took}`;
}
