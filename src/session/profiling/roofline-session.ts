// A roofline on the Profile page: one measuring session on lanes of its own, which ends in its rows.
import { WebLaneHost } from "../../measurement/workers/web-lane-host.ts";
import type { RooflineRow } from "../../profile/roofline/roofline.ts";
import { type RooflineSettings, takeRoofline } from "../../profile/roofline/take-roofline.ts";
import { workloads } from "../../workloads/definitions.ts";
import { brokenWords, busyWords } from "../measuring/failure-words.ts";
import type { RunEnd, SessionAround } from "../measuring/session-arm.ts";
import { measure } from "../measuring/session.ts";
import { hereNow, thisPage } from "../measuring/this-page.ts";
import { profileSurroundings } from "./profile-surroundings.ts";
import { setRooflineRun, showRoofline } from "./roofline-store.ts";

const WHO = "A roofline on the Profile page";

/** All that is known of lanes before they have answered. */
type Ready = "ready";

/** Nothing is kept of it. */
const noDrafts = { keepSoFar: () => Promise.resolve(), forget: () => Promise.resolve() };

/** Measures, and leaves the rows in the store. Never throws. */
export async function measureRoofline(settings: RooflineSettings): Promise<void> {
  const host = new WebLaneHost();
  const { machine } = profileSurroundings(host, { page: thisPage, here: hereNow() }, false);
  let doing = "Starting workers";
  const tell = (text: string): void => {
    doing = text;
    setRooflineRun({ state: "running", doing });
  };
  async function run(session: SessionAround<readonly RooflineRow[], Ready>): Promise<RunEnd<Ready>> {
    await session.untilMeasurable();
    session.report({ type: "prepared", arm: 0, facts: "ready" });
    const taken = await takeRoofline(settings, { host, machine, isStopped: session.isStopped, tell });
    if (taken.state === "broken") return taken;
    if (taken.state === "finished") session.report({ type: "attempt-ended", arm: 0, sample: taken.rows });
    return { state: taken.state, arms: [{ facts: "ready" }] };
  }
  const end = await measure<readonly RooflineRow[], Ready, readonly RooflineRow[]>(
    {
      who: WHO,
      lingers: false,
      arms: [{ id: WHO, lanes: host, resultOf: ({ samples }) => samples[0] ?? null }],
      begun: () => setRooflineRun({ state: "running", doing }),
      draw: () => setRooflineRun({ state: "running", doing }),
      run,
    },
    thisPage,
    noDrafts,
  );
  switch (end.state) {
    case "busy":
      setRooflineRun({ state: "broken", message: busyWords(end.who) });
      return;
    case "broken":
      setRooflineRun({ state: "broken", message: brokenWords(end.reason) });
      return;
    case "finished":
    case "stopped": {
      const [rows = null] = end.results;
      if (rows !== null) showRoofline(workloads[settings.workload].titleOf(settings), rows);
      else if (end.problem === null) setRooflineRun({ state: "idle" });
      else setRooflineRun({ state: "broken", message: brokenWords(end.problem) });
    }
  }
}
