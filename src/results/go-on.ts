// Going on with a result whose run was stopped or cut: whether this page can, what is left, and one result of both parts.
import type { Measurable } from "../measurement/run/bench.ts";
import { remaining } from "../measurement/run/remaining.ts";
import { isValid, type Sample } from "../measurement/run/sample.ts";
import { knownScenario } from "../scenarios/registry.ts";
import { experimentOf } from "./experiment.ts";
import { containerOfParts } from "./container-of-parts.ts";
import type { Environment, Result } from "./format/result.ts";

/** What of this page a result must share: rows of two machines are not one run. */
export type GoOnPage = Pick<Environment, "browser" | "platform" | "hardwareConcurrency" | "isolated" | "engineVersion">;

export type GoOn =
  | { readonly state: "possible"; readonly left: Measurable }
  /** Nothing is left. */
  | { readonly state: "complete" }
  | { readonly state: "impossible"; readonly reason: string };

const FACTS = ["browser", "platform", "hardwareConcurrency", "isolated", "engineVersion"] as const;

/** Whether something is left of a result, and can be measured on this page. */
export function goOnOf(result: Result, page: GoOnPage): GoOn {
  const experiment = experimentOf(result);
  const { scenario, environment, samples } = result;
  const left = remaining(experiment, samples);
  const engineMemory = environment.engineMemory.perAgentBytes === 0 ? null : environment.engineMemory;
  const isComplete = left.search === null ? left.plan.length === 0 : left.search.next([], { engineMemory }) === null;
  if (isComplete) return { state: "complete" };
  const current = knownScenario(scenario);
  if (current === null || current.version !== scenario.version) {
    return { state: "impossible", reason: "This Headroom measures its scenario otherwise by now." };
  }
  return FACTS.every((fact) => environment[fact] === page[fact])
    ? { state: "possible", left }
    : { state: "impossible", reason: "It was measured by another browser, machine or engine than this page's." };
}

function countOf({ samples }: Result): number {
  return Math.max(1, samples.filter(isValid).length);
}

function speaks(samples: readonly Sample[]): boolean {
  return samples.some((sample) => isValid(sample) && (sample.figures["messages"] ?? 0) > 0);
}

/** Two shares of two parts of a run, weighed by their samples; one that was not measured says nothing. */
function meanOf(first: number | null, second: number | null, [a, b]: readonly [number, number]): number | null {
  if (first === null || second === null) return first ?? second;
  return (first * a + second * b) / (a + b);
}

function sumOf(first: number | null, second: number | null): number | null {
  return first === null || second === null ? null : first + second;
}

/** @param counts valid samples of both */
function joinedEnvironment(before: Result, later: Result, counts: readonly [number, number]): Environment {
  const [first, second] = [before.environment, later.environment];
  const [c, d] = [first.parallelCapacity, second.parallelCapacity];
  const stolenShare = meanOf(first.stolenShare ?? null, second.stolenShare ?? null, counts);
  const isOneTransport = first.transport === second.transport || !speaks(before.samples) || !speaks(later.samples);
  return {
    ...second,
    // What was measured of C at any time is what it may have been at any row.
    parallelCapacity: {
      cores: meanOf(c.cores, d.cores, counts) ?? d.cores,
      low: Math.min(c.low, d.low),
      high: Math.max(c.high, d.high),
    },
    timerStepUs: Math.max(first.timerStepUs, second.timerStepUs),
    workers: Math.max(first.workers, second.workers),
    transport: isOneTransport ? (second.transport ?? first.transport) : null,
    engineMemory: second.engineMemory.perAgentBytes === 0 ? first.engineMemory : second.engineMemory,
    mainThreadBusyShare: meanOf(first.mainThreadBusyShare, second.mainThreadBusyShare, counts),
    longTasks: sumOf(first.longTasks, second.longTasks),
    ...(second.inWindows === undefined
      ? {}
      : {
          inWindows: {
            busyShare: meanOf(first.inWindows?.busyShare ?? null, second.inWindows.busyShare, counts),
            longTasks: sumOf(first.inWindows?.longTasks ?? null, second.inWindows.longTasks),
          },
        }),
    ...(stolenShare === null ? {} : { stolenShare }),
    ...containerOfParts([first, second]),
  };
}

/** One result of what was measured before and what was measured later, under the first one's id and instant. */
export function joinedResult(before: Result, later: Result): Result {
  const counts = [countOf(before), countOf(later)] as const;
  return {
    ...later,
    id: before.id,
    createdAt: before.createdAt,
    environment: joinedEnvironment(before, later, counts),
    samples: [...before.samples, ...later.samples],
  };
}
