// Takes a profile on given lanes: prepare, warm up, look how fast they are, profile, and once more where something came between.
import type { LaneAnswer, LaneHost, TrialSetup } from "../measurement/lane/lane-host.ts";
import type { ProfileReport } from "../measurement/lane/profile-order.ts";
import type { Machine } from "../measurement/run/bench.ts";
import type { ProcessMemory } from "../measurement/run/process-memory.ts";
import { warmBlockMs, warmUp } from "../measurement/run/warm-up.ts";
import { throughputOf } from "../measurement/run/window-figures.ts";
import { hearings } from "../workloads/hearings.ts";
import { workloads } from "../workloads/definitions.ts";
import { profileOrder, profileSetup } from "./asked.ts";
import { components } from "./components.ts";
import type { ProfileRecord } from "./format-1.ts";
import type { ProfileSettings } from "./profile-fields.ts";
import { measuredOf } from "./record-of.ts";
import { spanCount, spansOf, type WorkerSpans } from "./spans.ts";

/** The window from which the number of rounds is worked out, ms. */
const PILOT_MS = 150;
/** A profile that failed or was disturbed is taken so often in all. */
const ATTEMPTS_MOST = 2;

export interface ProfileSurroundings {
  readonly host: LaneHost;
  readonly machine: Machine;
  readonly environment: Omit<ProfileRecord["environment"], "timerStepUs">;
  /** Begins to watch the page; the function it returns tells what disturbed it since, or null. */
  readonly watch: () => () => string | null;
  readonly isStopped: () => boolean;
  /** What is going on, in a few words. */
  readonly tell: (text: string) => void;
  /** An instant as ISO text. */
  readonly nowIso: () => string;
  /** What the browser attributes to the workers; null where it is not asked for. */
  readonly memory: ((agents: number, workers: number) => Promise<ProcessMemory>) | null;
}

export type TakenProfile =
  | { readonly state: "finished"; readonly record: ProfileRecord; readonly workers: readonly WorkerSpans[] }
  | { readonly state: "stopped" }
  | { readonly state: "broken"; readonly reason: string };

/** The first number of a failure's worker, counted from 0; null where it names none. */
function workerIn(reason: string): number | null {
  const [, number] = /^Worker (\d+)/.exec(reason) ?? [];
  return number === undefined ? null : Number(number) - 1;
}

interface Taken {
  readonly reports: readonly ProfileReport[];
  /** One of how many rounds of the window is noted. */
  readonly every: number;
}

async function attempt(
  settings: ProfileSettings,
  setup: TrialSetup,
  { host, machine, tell }: ProfileSurroundings,
): Promise<LaneAnswer<Taken>> {
  const rhythm = hearings[setup.topology].lockStep ? "lock-step" : "free";
  tell("Preparing workers");
  const prepared = await host.prepare(setup);
  if (prepared.state !== "done") return prepared;
  tell("Warming up");
  const warm = await warmUp(host, rhythm, warmBlockMs(setup.shares.length, machine.cores));
  if (warm.state !== "done") return warm;
  const pilot = await host.window({ rhythm, durationMs: PILOT_MS, periodMs: null });
  if (pilot.state !== "done") return pilot;
  tell(`Profiling ${settings.agents === 1 ? "1 agent" : `${settings.agents} agents`} for ${settings.seconds} s`);
  const order = profileOrder(settings, setup, throughputOf(pilot.value), machine);
  const answer = await host.profile(order);
  return answer.state === "done"
    ? { state: "done", value: { reports: answer.value, every: order.traceEvery } }
    : answer;
}

function recordedSettings(settings: ProfileSettings, setup: TrialSetup): ProfileRecord["settings"] {
  const { component, workload, agents, seconds, placement, seed } = settings;
  const { operation, hasRounds } = components[component];
  const team = hasRounds ? { topology: setup.topology, transport: setup.transport } : {};
  const title = workloads[workload].titleOf(settings);
  return {
    component,
    operation,
    workload: title,
    agents,
    seconds,
    placement,
    ...team,
    workers: setup.shares.length,
    seed,
  };
}

/** Never throws as long as the lanes do not. A disturbed profile that was not better the second time is told as an instant. */
export async function takeProfile(settings: ProfileSettings, around: ProfileSurroundings): Promise<TakenProfile> {
  const { host, machine, environment, watch, isStopped, tell, memory } = around;
  const setup = profileSetup(settings, machine);
  const instants: ProfileRecord["instants"][number][] = [];
  for (let tries = 1; ; tries += 1) {
    const disturbance = watch();
    const answer = await attempt(settings, setup, around);
    const disturbed = disturbance();
    if (answer.state === "stopped" || isStopped()) return { state: "stopped" };
    const isLast = tries === ATTEMPTS_MOST;
    if (answer.state === "failed") {
      instants.push({
        atUs: 0,
        worker: workerIn(answer.reason),
        text: `Before this window: ${answer.reason}`.slice(0, 300),
      });
      host.reset();
      if (isLast) return { state: "broken", reason: answer.reason };
      continue;
    }
    if (disturbed !== null) {
      instants.push({
        atUs: 0,
        worker: null,
        text: (isLast ? disturbed : `Before this window: ${disturbed}`).slice(0, 300),
      });
      if (!isLast) continue;
    }
    const { reports, every } = answer.value;
    const workers = spansOf(reports);
    if (memory !== null) tell("Asking the browser what memory the workers take, 10 to 20 s");
    const known = memory === null ? null : await memory(settings.agents, reports.length);
    if (isStopped()) return { state: "stopped" };
    const record: ProfileRecord = {
      format: "headroom-profile",
      version: 1,
      createdAt: around.nowIso(),
      settings: recordedSettings(settings, setup),
      environment: { ...environment, timerStepUs: Math.max(...reports.map(({ timerStepUs }) => timerStepUs)) },
      ...measuredOf(reports),
      trace: {
        durationMs: Math.max(...reports.map(({ traceMs }) => traceMs)),
        every,
        spans: spanCount(workers),
      },
      instants,
      processMemory: recordedMemory(known),
    };
    return { state: "finished", record, workers };
  }
}

function recordedMemory(known: ProcessMemory | null): ProfileRecord["processMemory"] {
  if (known === null) return { state: "unavailable", reason: "It was not asked for." };
  if (known.state === "unavailable") return { state: "unavailable", reason: known.reason.slice(0, 300) };
  const { workersBytes, totalBytes } = known;
  return { state: "measured", workersBytes, totalBytes };
}
