// Measures two configurations trial by trial in turn in this tab, and keeps both results.
import type { RunFacts } from "../../measurement/run/arm.ts";
import { runInterleaved, type RunEvent } from "../../measurement/run/run.ts";
import type { Trial } from "../../measurement/run/trial.ts";
import { WebLaneHost } from "../../measurement/workers/web-lane-host.ts";
import type { ProcessMemory, Result } from "../../results/format/schema.ts";
import { hasRow } from "./earlier-run.ts";
import { holdMeasurement } from "./exclusive.ts";
import { pageSurroundings } from "./page-surroundings.ts";
import { probeMainThread } from "./main-thread-probe.ts";
import { endLingering } from "./lingering-lanes.ts";
import { type About, interruptedResult, newAbout, resultOf } from "./measured-result.ts";
import { untilVisible } from "./page-watch.ts";
import type { MeasuredPair, PairAsked } from "./pair-run.ts";
import { setPairRun } from "./pair-run.ts";
import { forget, keepResult, keepSoFar } from "./run-keeper.ts";
import { untilDrawn } from "./until-drawn.ts";

const DRAWING_PERIOD_MS = 500;

const busy =
  "Headroom is measuring already, on the Benchmark page or in another tab. Two at once would disturb each other: wait for it or stop it, then try again.";
const notMeasured: ProcessMemory = {
  state: "unavailable",
  reason: "It is not measured where two runs share the page.",
};

interface Session {
  readonly hosts: readonly [WebLaneHost, WebLaneHost];
  stopped: boolean;
}
let session: Session | null = null;

/** Ends the measurement in progress at once. */
export function stopPair(): void {
  if (session === null) return;
  session.stopped = true;
  for (const host of session.hosts) host.reset();
}

/** What one arm has measured so far. */
interface ArmSoFar {
  readonly about: About;
  readonly trials: Trial[];
  facts: RunFacts | null;
  /** How many of the trials are kept already. */
  kept: number;
}

async function keepArms(arms: readonly ArmSoFar[], asked: PairAsked): Promise<void> {
  for (const [at, arm] of arms.entries()) {
    const configuration = asked.configurations[at];
    if (configuration === undefined || arm.facts === null || arm.trials.length === arm.kept) continue;
    arm.kept = arm.trials.length;
    await keepSoFar(interruptedResult(arm.about, configuration, arm.trials, arm.facts));
  }
}

/** @returns why one of them is not in the library, or null */
async function keepMeasured(
  measured: readonly (Result | null)[],
  { purpose, names }: PairAsked,
  ending: "finished" | "stopped",
): Promise<string | null> {
  const tags = [purpose === "calibration" ? "calibration" : "measured again"];
  let notKept: string | null = null;
  for (const [at, result] of measured.entries()) {
    if (result === null) continue;
    notKept = (await keepResult(result, ending, { name: names[at] ?? purpose, tags })) ?? notKept;
  }
  return notKept;
}

/**
 * Measures two configurations in turn, if nothing else measures now, and keeps both results.
 * @returns null where it was stopped or nothing could be measured, which the store then tells
 */
export async function measurePair(asked: PairAsked): Promise<MeasuredPair | null> {
  if (session !== null) return null;
  const mine: Session = { hosts: [new WebLaneHost(), new WebLaneHost()], stopped: false };
  session = mine;
  try {
    const hold = await holdMeasurement();
    if (hold.state === "busy") {
      setPairRun({ state: "broken", message: busy });
      return null;
    }
    try {
      endLingering();
      return await measureHeld(asked, mine);
    } finally {
      hold.release();
    }
  } finally {
    for (const host of mine.hosts) host.reset();
    session = null;
  }
}

async function measureHeld(asked: PairAsked, mine: Session): Promise<MeasuredPair | null> {
  const { purpose, configurations } = asked;
  const arms = configurations.map((): ArmSoFar => ({ about: newAbout(), trials: [], facts: null, kept: 0 }));
  let progress = { done: 0, total: 0, secondsLeft: null as number | null };
  let beganMs = performance.now();
  let drawnAtMs = Number.NEGATIVE_INFINITY;
  const report = (event: RunEvent): void => {
    switch (event.type) {
      case "calibrated":
        beganMs = performance.now();
        return;
      case "prepared": {
        const arm = arms[event.arm];
        if (arm !== undefined) arm.facts = event.facts;
        return;
      }
      case "trial-started": {
        const { done, total } = event;
        const spentMs = performance.now() - beganMs;
        progress = { done, total, secondsLeft: done === 0 ? null : ((spentMs / done) * (total - done)) / 1_000 };
        return;
      }
      case "trial-ended":
        arms[event.arm]?.trials.push(event.trial);
    }
  };
  setPairRun({ state: "running", purpose, ...progress });
  const endProbe = probeMainThread();
  const outcome = await runInterleaved(
    [
      { configuration: configurations[0], host: mine.hosts[0] },
      { configuration: configurations[1], host: mine.hosts[1] },
    ],
    {
      ...pageSurroundings(),
      untilMeasurable: async () => {
        await untilVisible(() => mine.stopped);
        await keepArms(arms, asked);
        if (mine.stopped || performance.now() - drawnAtMs < DRAWING_PERIOD_MS) return;
        drawnAtMs = performance.now();
        setPairRun({ state: "running", purpose, ...progress });
        await untilDrawn();
      },
      isStopped: () => mine.stopped,
      report,
    },
  );
  const cost = endProbe();
  if (outcome.state === "broken") {
    const message = `The workers could not be started: ${outcome.reason} Reload the page and try again.`;
    setPairRun({ state: "broken", message });
    return null;
  }
  const measured = outcome.arms.map(({ trials, facts }, at): Result | null => {
    const [configuration, about] = [configurations[at], arms[at]?.about];
    if (configuration === undefined || about === undefined || !hasRow(trials)) return null;
    return resultOf(about, configuration, trials, facts, cost, notMeasured);
  });
  const notKept = await keepMeasured(measured, asked, outcome.state);
  for (const { about } of arms) if (!measured.some((result) => result?.id === about.id)) await forget(about.id);
  const [first, second] = measured;
  const isWhole = first !== undefined && first !== null && second !== undefined && second !== null;
  const uncounted = outcome.arms.flatMap(({ trials }) => trials.flatMap((one) => (one.state === "valid" ? [] : [one])));
  const message = `No trial of one of the two counted. ${uncounted[0]?.reason ?? ""} Try again.`;
  setPairRun(outcome.state === "finished" && !isWhole ? { state: "broken", message } : { state: "idle" });
  return outcome.state === "finished" && isWhole ? { results: [first, second], notKept } : null;
}
