// A run of the Benchmark page: one session with one arm, which feeds the store and ends in a result.
import { MEMORY_NOT_YET } from "../../results/memory-reason.ts";
import type { RunFacts } from "../../measurement/run/arm.ts";
import { type ProcessMemory, unavailable } from "../../measurement/run/process-memory.ts";
import { remaining } from "../../measurement/run/remaining.ts";
import { runInterleaved, type RunEvent } from "../../measurement/run/run.ts";
import type { Sample } from "../../measurement/run/sample.ts";
import type { Result } from "../../results/format/result.ts";
import { joinedResult } from "../../results/go-on.ts";
import type { Experiment } from "../../scenarios/contract/experiment.ts";
import { type FinishedRun, type RunState, setRun, useBenchmark } from "./benchmark-store.ts";
import { currentSession } from "../measuring/current-session.ts";
import { broughtBack, earlierOf, withFinished, withMemory } from "./earlier-run.ts";
import { brokenWords, brokeOffWords, busyWords } from "../measuring/failure-words.ts";
import type { Keeper } from "../measuring/keeper.ts";
import { endedResult, hasRow } from "../measuring/measured-result.ts";
import type { MeasuringParts, PageLanes } from "../measuring/measuring-parts.ts";
import { memoryOfRun } from "./run-memory.ts";
import { surroundingsOf } from "../measuring/run-surroundings.ts";
import type { ResultEnding } from "../measuring/session-arm.ts";
import { measure } from "../measuring/session.ts";

const WHO = "A run on the Benchmark page";

type Running = Extract<RunState, { readonly state: "running" }>;

function afterEvent(run: Running, event: RunEvent): Running {
  switch (event.type) {
    case "calibrated":
      return { ...run, calibration: event.calibration };
    case "prepared":
      return { ...run, calibration: event.facts.calibration, engineMemory: event.facts.engineMemory };
    case "attempt-started":
      return { ...run, progress: { ...run.progress, current: event.planned } };
    case "attempt-ended":
      return { ...run, samples: [...run.samples, event.sample] };
  }
}

function shownEarlier(): FinishedRun | null {
  return earlierOf(useBenchmark.getState().run);
}

function changeFinished(id: string, change: (finished: FinishedRun) => FinishedRun): void {
  setRun(withFinished(useBenchmark.getState().run, id, change));
}

function memoryAtEnd({ state }: ResultEnding): ProcessMemory {
  return unavailable(state === "finished" ? MEMORY_NOT_YET : "The run was stopped.");
}

/**
 * Measures an experiment and leaves the result in the store. Does nothing while a run is in progress. Never throws.
 * @param before a result of the same experiment that is gone on with: what it lacks is measured, and becomes one result with it
 */
export async function measureRun(
  experiment: Experiment,
  parts: MeasuringParts,
  before: Result | null = null,
): Promise<void> {
  if (currentSession()?.who === WHO) return;
  const { page, here, keeper } = parts;
  const host = parts.newLanes();
  const about = before === null ? parts.newAbout() : { id: before.id, createdAt: before.createdAt };
  const measurable = before === null ? experiment : remaining(experiment, before.samples);
  const joined = (later: Result): Result => (before === null ? later : joinedResult(before, later));
  let run: Running = {
    state: "running",
    id: about.id,
    experiment,
    samples: before?.samples ?? [],
    calibration: null,
    engineMemory: null,
    progress: { done: 0, total: measurable.plan.length, current: null, secondsLeft: null },
    earlier: null,
  };
  const end = await measure<Sample, RunFacts, Result>(
    {
      who: WHO,
      lingers: true,
      arms: [
        {
          id: about.id,
          lanes: host,
          resultOf: ({ samples, facts }, ending) => {
            if (samples.length === 0) return null;
            const all = [...(before?.samples ?? []), ...samples];
            if (ending.state === "stopped" && !hasRow(all) && shownEarlier() !== null) return null;
            return joined(endedResult({ about, experiment, samples, facts }, here, ending, memoryAtEnd(ending)));
          },
        },
      ],
      begun: (endedOthers) => {
        const earlier = shownEarlier();
        if (earlier !== null && endedOthers) {
          // Its lanes are gone, and with them what the browser was still measuring.
          const reason = "A new run began before the browser had measured it.";
          const result = withMemory(earlier.result, unavailable(reason));
          run = { ...run, earlier: { ...earlier, result } };
        } else run = { ...run, earlier };
        setRun(run);
      },
      draw: ({ done, total, secondsLeft }) => {
        const { current, total: planned } = run.progress;
        run = { ...run, progress: { done, total: total === 0 ? planned : total, secondsLeft, current } };
        // What came true of the earlier result meanwhile stays.
        setRun({ ...run, earlier: shownEarlier() });
      },
      run: (around) =>
        runInterleaved([{ measurable, host }], {
          ...surroundingsOf(parts),
          ...around,
          report: (event) => {
            run = afterEvent(run, event);
            around.report(event);
          },
        }),
    },
    page,
    keeper,
  );
  switch (end.state) {
    case "busy":
      setRun(broughtBack(shownEarlier(), busyWords(end.who)));
      return;
    case "broken":
      setRun(broughtBack(shownEarlier(), brokenWords(end.reason)));
      return;
    case "finished":
    case "stopped": {
      const result = end.results[0] ?? null;
      if (result === null) {
        endWithout(end.problem);
        return;
      }
      const notice = end.problem === null ? null : brokeOffWords(end.problem);
      setRun({ state: "finished", result, stopped: end.state === "stopped", notice, kept: { state: "keeping" } });
      await keepRun(keeper);
      if (end.state === "finished") await addMemory(result, host, parts);
    }
  }
}

function endWithout(problem: string | null): void {
  const earlier = shownEarlier();
  if (earlier === null && problem === null) setRun({ state: "idle" });
  else
    setRun(
      broughtBack(
        earlier,
        problem === null ? "The run was stopped before any agent count had a figure." : brokenWords(problem),
      ),
    );
}

/** Keeps the finished result that is shown, and tells the store whether it is in the library. */
export async function keepRun(keeper: Keeper): Promise<void> {
  const finished = shownEarlier();
  if (finished === null || finished.kept.state === "kept") return;
  const { result, stopped } = finished;
  changeFinished(result.id, (before) => ({ ...before, kept: { state: "keeping" } }));
  const kept = await keeper.keep(result, stopped ? "stopped" : "finished", {});
  changeFinished(result.id, (before) => ({ ...before, kept }));
}

/** Measures memory with the most agents alive and puts it into the result, wherever that is by then. */
async function addMemory(result: Result, lanes: PageLanes, { keeper, measureMemory }: MeasuringParts): Promise<void> {
  const whole = withMemory(result, await memoryOfRun(result, lanes, measureMemory));
  changeFinished(result.id, (before) => ({ ...before, result: whole }));
  // What is not kept now is kept whole when a person tries again.
  await keeper.keepLater(whole).catch(() => undefined);
}
