// Measures one experiment three times over, point by point in turn: as it is, as it is again, and with slower ops.
import { runInterleaved } from "../../src/measurement/run/run.ts";
import { WebLaneHost } from "../../src/measurement/workers/web-lane-host.ts";
import type { Result } from "../../src/results/format/result.ts";
import { experimentFrom } from "../../src/scenarios/experiments.ts";
import { configurationFromTexts } from "../../src/scenarios/texts.ts";
import { newAbout, resultOf } from "../../src/session/measuring/measured-result.ts";
import { surroundingsOf } from "../../src/session/measuring/run-surroundings.ts";
import { hereNow, thisPage } from "../../src/session/measuring/this-page.ts";
import slowScriptUrl from "./slow-lane.worker.ts?worker&url";

/** @returns the results, in order: unchanged, unchanged, slowed by the share */
export async function measureTriple(
  texts: Readonly<Record<string, string>>,
  slowShare: number,
): Promise<readonly Result[]> {
  const experiment = experimentFrom(configurationFromTexts(texts).configuration);
  const hosts = [new WebLaneHost(), new WebLaneHost(), new WebLaneHost(`${slowScriptUrl}?slow=${slowShare}`)];
  const [first, second, slowed] = hosts.map((host) => ({ measurable: experiment, host }));
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
  const notAsked = { state: "unavailable", reason: "It was not asked for." } as const;
  return outcome.arms.map(({ samples, facts }) =>
    resultOf({ about: newAbout(), experiment, samples, facts }, here, cost, notAsked),
  );
}
