// The usual attempt: prepare lanes, warm up, run one measured window, and read the figures off it.
import type { LaneAnswer, TrialSetup, WindowOrder, WindowReport } from "../lane/lane-host.ts";
import { roundToDigits } from "../../statistics/significant.ts";
import type { Bench, Cost, Machine, Measurable, Search, Taken } from "./bench.ts";
import type { Distributions, Figures, Planned } from "./sample.ts";
import { NO_OP_COMPLETED, throughputOf } from "./window-figures.ts";

export interface Windowed {
  readonly plan: readonly Planned[];
  setupOf(planned: Planned, machine: Machine): TrialSetup;
  orderOf(planned: Planned): WindowOrder;
  /** Where the plan is not all that is measured. */
  readonly search?: Search;
  /** What the window says beside its throughput and the discarded blocks. @param agents that the lanes held together */
  figuresOf(reports: readonly WindowReport[], order: WindowOrder, planned: Planned, agents: number): Figures;
  distributionsOf?(reports: readonly WindowReport[]): Distributions;
}

/**
 * How long a measured window really takes where the lanes keep up, ms. A paced window ends with its last op: in lock-step that is
 * a whole period before the window's end, else agents begin spread over the period.
 */
function windowMsOf({ rhythm, durationMs, periodMs }: WindowOrder, agents: number): number {
  if (periodMs === null) return durationMs;
  return durationMs - (rhythm === "lock-step" ? periodMs : periodMs / agents);
}

/** Lanes that were prepared for the same key need not be prepared again. */
export function keyOf(setup: TrialSetup): string {
  const { transport, shares, totalAgents, topology, isAsynchronous, workload, cache, batch } = setup;
  const rounds = isAsynchronous === true ? "apart" : "together";
  return [transport, shares.length, totalAgents, topology, rounds, JSON.stringify([workload, cache, batch])].join(" ");
}

async function takeWindow(own: Windowed, planned: Planned, bench: Bench): Promise<Taken> {
  const setup = own.setupOf(planned, bench.machine);
  const prepared = await bench.prepare(setup);
  if (prepared.state !== "done") return prepared;
  const order = own.orderOf(planned);
  const warm: LaneAnswer<number> = await bench.warmUp(order.rhythm);
  if (warm.state !== "done") return warm;
  const answer = await bench.window(order);
  if (answer.state !== "done") return answer;
  const reports = answer.value;
  const throughput = roundToDigits(throughputOf(reports), 4);
  if (!(throughput > 0)) return NO_OP_COMPLETED;
  return {
    state: "done",
    figures: { throughput, ...own.figuresOf(reports, order, planned, setup.totalAgents), "warmup-blocks": warm.value },
    ...(own.distributionsOf === undefined ? {} : { distributions: own.distributionsOf(reports) }),
  };
}

/** A run whose every point is one window on prepared lanes. */
export function windowed(own: Windowed): Measurable {
  return {
    plan: own.plan,
    search: own.search ?? null,
    costOf(planned, cores): Cost {
      const setup = own.setupOf(planned, { cores, poolWorkers: cores, canShareMemory: true });
      const windowMs = windowMsOf(own.orderOf(planned), setup.totalAgents);
      return { lanes: setup.shares.length, key: keyOf(setup), windowMs };
    },
    attempt: (planned, bench) => takeWindow(own, planned, bench),
  };
}
