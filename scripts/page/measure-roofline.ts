// Measures a roofline in this page as the Profile page does; nothing is drawn.
import { WebLaneHost } from "../../src/measurement/workers/web-lane-host.ts";
import { fromParameters } from "../../src/fields/settings.ts";
import { profileDefaults, profileFields } from "../../src/profile/profile-fields.ts";
import { takeRoofline } from "../../src/profile/roofline/take-roofline.ts";
import { hereNow, thisPage } from "../../src/session/measuring/this-page.ts";
import { profileSurroundings } from "../../src/session/profiling/profile-surroundings.ts";
import { workloads } from "../../src/workloads/definitions.ts";
import type { RooflineAnswer } from "./events.ts";

/** @param texts settings of a profile, as an address has them */
export async function measureRoofline(texts: Readonly<Record<string, string>>): Promise<RooflineAnswer> {
  const { values } = fromParameters(profileFields, profileDefaults, texts);
  const host = new WebLaneHost();
  const { machine } = profileSurroundings(host, { page: thisPage, here: hereNow() }, false);
  const taken = await takeRoofline(values, { host, machine, isStopped: () => false, tell: () => undefined });
  host.reset();
  switch (taken.state) {
    case "finished":
      return { state: "measured", title: workloads[values.workload].titleOf(values), rows: taken.rows };
    case "stopped":
      return { state: "broken", reason: "The roofline was stopped." };
    case "broken":
      return taken;
  }
}
