// Runs a benchmark in this tab: holds the machine, feeds the store between windows, builds the result.
import type { Configuration } from "../../measurement/run/configuration.ts";
import type { RunFacts } from "../../measurement/run/arm.ts";
import { runBenchmark, type RunEvent } from "../../measurement/run/run.ts";
import { type PlannedTrial, planTrials } from "../../measurement/run/schedule.ts";
import { setupOf } from "../../measurement/run/trial-setup.ts";
import { WebLaneHost } from "../../measurement/workers/web-lane-host.ts";
import type { ProcessMemory, Result } from "../../results/format/schema.ts";
import { type FinishedRun, setNotKept, setRun, useBenchmark, type RunState } from "./benchmark-store.ts";
import { broughtBack, earlierOf, hasRow, withProcessMemory } from "./earlier-run.ts";
import { holdMeasurement } from "./exclusive.ts";
import { pageSurroundings } from "./page-surroundings.ts";
import { probeMainThread } from "./main-thread-probe.ts";
import { interruptedResult, newAbout, resultOf } from "./measured-result.ts";
import { endLingering, letLinger, lingersNoMore } from "./lingering-lanes.ts";
import { untilVisible } from "./page-watch.ts";
import { usePairRun } from "./pair-run.ts";
import { measureProcessMemory } from "./process-memory.ts";
import { forget, keepLater, keepResult, keepSoFar } from "./run-keeper.ts";
import { untilDrawn } from "./until-drawn.ts";

/** The page draws at most so often during a run. */
const DRAWING_PERIOD_MS = 500;

type Running = Extract<RunState, { readonly state: "running" }>;

interface Session {
  readonly host: WebLaneHost;
  stopped: boolean;
}

let session: Session | null = null;

/** Ends the run in progress at once and keeps what is finished. */
export function stopRun(): void {
  if (session === null) return;
  session.stopped = true;
  session.host.reset();
}

function afterEvent(run: Running, event: RunEvent, spentMs: number): Running {
  switch (event.type) {
    case "calibrated":
      return { ...run, capacity: event.calibration.capacity, timerStepUs: event.calibration.timerStepUs };
    case "prepared":
      return { ...run, perAgentBytes: event.facts.engineMemory.perAgentBytes };
    case "trial-started": {
      const { planned, done, total } = event;
      const secondsLeft = done === 0 ? null : ((spentMs / done) * (total - done)) / 1_000;
      return { ...run, progress: { done, total, current: planned, secondsLeft } };
    }
    case "trial-ended":
      return { ...run, trials: [...run.trials, event.trial] };
  }
}

function busyText(): string {
  const who = usePairRun.getState().state === "running" ? "A comparison of this tab" : "Another tab of Headroom";
  return `${who} is measuring now. Two at once would disturb each other: wait for it or stop it there, then press Run again.`;
}

/** The result that stands so far. A new run ends the browser's measurement of its memory. */
function takeEarlier(): FinishedRun | null {
  const earlier = earlierOf(useBenchmark.getState().run);
  if (!endLingering() || earlier === null) return earlier;
  const reason = "A new run began before the browser had measured it.";
  return withProcessMemory(earlier, { state: "unavailable", reason });
}

/** Measures a configuration and leaves the result in the store. Does nothing while a run is in progress. */
export async function startRun(configuration: Configuration): Promise<void> {
  if (session !== null) return;
  const mine: Session = { host: new WebLaneHost(), stopped: false };
  session = mine;
  const hold = await holdMeasurement();
  if (hold.state === "busy") {
    session = null;
    const shown = earlierOf(useBenchmark.getState().run);
    const busy = busyText();
    setRun(broughtBack(shown, busy) ?? { state: "broken", message: busy });
    return;
  }
  const earlier = takeEarlier();
  let run: Running = {
    state: "running",
    configuration,
    trials: [],
    capacity: null,
    timerStepUs: 0,
    perAgentBytes: null,
    progress: { done: 0, total: planTrials(configuration).length, current: null, secondsLeft: null },
    earlier,
  };
  setRun(run);
  const about = newAbout();
  let facts: RunFacts | null = null;
  let keptTrials = 0;
  const endProbe = probeMainThread();
  let trialsBeganMs = performance.now();
  let drawnAtMs = Number.NEGATIVE_INFINITY;
  const outcome = await runBenchmark(configuration, mine.host, {
    ...pageSurroundings(),
    untilMeasurable: async () => {
      await untilVisible(() => mine.stopped);
      if (facts !== null && run.trials.length > keptTrials) {
        keptTrials = run.trials.length;
        await keepSoFar(interruptedResult(about, configuration, run.trials, facts));
      }
      if (mine.stopped || performance.now() - drawnAtMs < DRAWING_PERIOD_MS) return;
      drawnAtMs = performance.now();
      setRun(run);
      await untilDrawn();
    },
    isStopped: () => mine.stopped,
    report: (event) => {
      if (event.type === "calibrated") trialsBeganMs = performance.now();
      if (event.type === "prepared") facts = event.facts;
      run = afterEvent(run, event, performance.now() - trialsBeganMs);
    },
  });
  hold.release();
  const cost = endProbe();
  session = null;

  if (outcome.state === "broken") {
    mine.host.reset();
    const message = `The workers could not be started: ${outcome.reason} Reload the page and run again. If it stays so, a policy or an extension blocks workers, or the page was not served by a web server.`;
    setRun(broughtBack(earlier, message) ?? { state: "broken", message });
    return;
  }
  const stopped = outcome.state === "stopped";
  const kept =
    stopped && !hasRow(outcome.trials)
      ? broughtBack(earlier, "The run was stopped before any agent count had a figure.")
      : null;
  if (kept !== null || outcome.facts === null || outcome.trials.length === 0) {
    mine.host.reset();
    setRun(kept ?? { state: "idle" });
    await forget(about.id);
    return;
  }
  const pending: ProcessMemory = {
    state: "unavailable",
    reason: stopped ? "The run was stopped." : "The browser is still measuring it, 10 to 20 s after the run.",
  };
  const result = resultOf(about, configuration, outcome.trials, outcome.facts, cost, pending);
  setRun({ state: "finished", result, stopped, notice: null });
  setNotKept(await keepResult(result, stopped ? "stopped" : "finished"));
  if (!stopped) {
    letLinger(mine.host);
    await addProcessMemory(result, mine.host);
  }
  mine.host.reset();
}

/** Measures memory with the most agents alive and puts it into the result, if that is still the one shown. */
async function addProcessMemory(result: Result, host: WebLaneHost): Promise<void> {
  const { configuration, environment } = result;
  const agents = Math.max(...configuration.agents);
  const planned: PlannedTrial = { kind: "row", agents, repeat: 0 };
  const setup = setupOf(configuration, planned, environment.parallelCapacity.cores, environment.isolated);
  const prepared = await host.prepare(setup);
  host.endIdle();
  const answer: ProcessMemory =
    prepared.state === "done"
      ? await measureProcessMemory(agents, host.alive)
      : { state: "unavailable", reason: "The workers could not be prepared for it." };
  // Of lanes that were ended meanwhile the figure would say nothing.
  const processMemory: ProcessMemory = lingersNoMore(host)
    ? answer
    : { state: "unavailable", reason: "Another measurement began before the browser had measured it." };
  await keepLater({ ...result, environment: { ...environment, processMemory } });
  const { run } = useBenchmark.getState();
  if (run.state !== "finished" || run.result.id !== result.id) return;
  setRun(withProcessMemory(run, processMemory));
}
