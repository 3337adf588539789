// Measures one configuration three times over, trial by trial in turn: as it is, as it is again, and with slower ops.
import { newAbout, resultOf } from "../../src/session/measuring/measured-result.ts";
import { surroundingsOf } from "../../src/session/measuring/run-surroundings.ts";
import { hereNow, thisPage } from "../../src/session/measuring/this-page.ts";
import type { Configuration } from "../../src/measurement/run/configuration.ts";
import { runInterleaved } from "../../src/measurement/run/run.ts";
import { WebLaneHost } from "../../src/measurement/workers/web-lane-host.ts";
import type { Result } from "../../src/results/format/schema.ts";
import slowScriptUrl from "./slow-lane.worker.ts?worker&url";

declare global {
  interface Window {
    /** @returns the results, in order: unchanged, unchanged, slowed by the share */
    measureTriple: (configuration: Configuration, slowShare: number) => Promise<readonly Result[]>;
  }
}

globalThis.window.measureTriple = async (configuration, slowShare) => {
  const hosts = [new WebLaneHost(), new WebLaneHost(), new WebLaneHost(`${slowScriptUrl}?slow=${slowShare}`)];
  const [first, second, slowed] = hosts.map((host) => ({ configuration, host }));
  if (first === undefined || second === undefined || slowed === undefined) throw new Error("There are three arms.");
  const here = hereNow();
  const endProbe = thisPage.probe();
  const outcome = await runInterleaved([first, second, slowed], {
    ...surroundingsOf({ page: thisPage, here }),
    untilMeasurable: () => Promise.resolve(),
    isStopped: () => false,
    report: () => undefined,
  });
  for (const host of hosts) host.reset();
  if (outcome.state === "broken") throw new Error(outcome.reason);
  const cost = endProbe();
  return outcome.arms.map(({ trials, facts }) =>
    resultOf({ about: newAbout(), configuration, trials, facts }, here, cost, {
      state: "unavailable",
      reason: "It was not asked for.",
    }),
  );
};
