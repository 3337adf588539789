// Which trials a search asks of its machine: within what bounds, for how long each, and what such a run typically takes.
import type { EngineMemory } from "../../measurement/lane/lane-host.ts";
import { BYTES_MOST, placements, WORKERS_MOST } from "../../measurement/lane/placement.ts";
import type { Search } from "../../measurement/run/bench.ts";
import type { Planned, Sample } from "../../measurement/run/sample.ts";
import { fewestUnder } from "../../statistics/binomial.ts";
import { agentsMost, type RealTimeSettings } from "./fields.ts";
import { CERTAINTY, LATE_SHARE } from "./pass.ts";
import type { Answered, SearchBounds } from "./asked.ts";
import { type SearchState, searchState } from "./search.ts";
import { trialsOf } from "./trials.ts";

/** How close the bracket gets, as a share. */
export const RESOLUTION = 0.02;
const TRIALS_MOST = 60;
/** Long trials: three rounds of confirmations, or two with all controls. They bound what a machine that is not steady takes. */
const LONG_MOST = 15;
/** Ops with which a trial can hold although one of them was late. */
const OPS_LEAST = fewestUnder(1, LATE_SHARE, CERTAINTY);
const WINDOW_MS_MOST = 60_000;
/** What a run typically finds, for saying beforehand how long one takes. */
const TYPICAL_AGENTS = 600;

/** How long a trial measures, ms: few agents until there are enough ops to tell. */
export function windowMsOf(settings: RealTimeSettings, { series, at }: Pick<Planned, "series" | "at">): number {
  const { windowMs, confirmMs, opsPerSecondPerAgent } = settings;
  const enoughMs = (OPS_LEAST / (at * opsPerSecondPerAgent)) * 1_000;
  return Math.max(series === "row" ? windowMs : confirmMs, Math.min(WINDOW_MS_MOST, enoughMs));
}

/** The most agents whose memory is allowed; computed before any is tried, from what those cost that are already there. */
export function mostByMemory({ perAgentBytes, sharedPerWorkerBytes }: EngineMemory, workers: number): number {
  if (perAgentBytes <= 0) return Number.POSITIVE_INFINITY;
  return Math.max(1, Math.floor((BYTES_MOST - workers * sharedPerWorkerBytes) / perAgentBytes));
}

/** @param engineMemory null before the first trial */
function boundsOf(settings: RealTimeSettings, engineMemory: EngineMemory | null): SearchBounds {
  const { windowMs, opsPerSecondPerAgent, placement, seed } = settings;
  const most = agentsMost(settings);
  const seats = placements[placement].refusalOf(most) === null ? most : WORKERS_MOST;
  const memory = engineMemory === null ? most : mostByMemory(engineMemory, 1);
  const first = Math.ceil(OPS_LEAST / ((windowMs / 1_000) * opsPerSecondPerAgent));
  return {
    first,
    most: Math.min(seats, memory),
    resolution: RESOLUTION,
    trialsMost: TRIALS_MOST,
    longMost: LONG_MOST,
    seed,
  };
}

/** Where a search stands after its samples. */
export function stateOf(
  settings: RealTimeSettings,
  samples: readonly Sample[],
  engineMemory: EngineMemory | null,
): SearchState {
  return searchState(boundsOf(settings, engineMemory), trialsOf(samples, settings));
}

function plannedOf(state: SearchState, trials: readonly Answered[]): Planned | null {
  if (state.state === "ended") return null;
  const { purpose, agents } = state.asked;
  const repeat = trials.filter((trial) => trial.purpose === purpose && trial.agents === agents).length;
  return { series: purpose, at: agents, repeat };
}

export function searchOf(settings: RealTimeSettings): Search {
  return {
    longest: longestPlan(settings),
    next(samples, { engineMemory }) {
      return plannedOf(stateOf(settings, samples, engineMemory), trialsOf(samples, settings));
    },
  };
}

/** The trials of a run on a machine that holds a typical number of agents. */
export function typicalPlan(settings: RealTimeSettings): Planned[] {
  const bounds = boundsOf(settings, null);
  const plan: Planned[] = [];
  const trials: Answered[] = [];
  for (;;) {
    const state = searchState(bounds, trials);
    const planned = plannedOf(state, trials);
    if (state.state === "ended" || planned === null) return plan;
    plan.push(planned);
    trials.push({ ...state.asked, holds: state.asked.agents <= TYPICAL_AGENTS });
  }
}

/** The same where confirmations fail until there is no room for more. */
function longestPlan(settings: RealTimeSettings): Planned[] {
  const plan = typicalPlan(settings);
  const more = LONG_MOST - plan.filter(({ series }) => series !== "row").length;
  const first = plan.filter(({ series }) => series === "confirmation").length;
  const repeats = Array.from({ length: Math.max(0, more) }, (_, n) => first + n);
  return [...plan, ...repeats.map((repeat) => ({ series: "confirmation", at: TYPICAL_AGENTS, repeat }))];
}
