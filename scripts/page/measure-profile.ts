// Takes a profile in this page as the Profile page does, and tells how far it is; nothing is drawn.
import { WebLaneHost } from "../../src/measurement/workers/web-lane-host.ts";
import { fromParameters } from "../../src/fields/settings.ts";
import { chromeTrace } from "../../src/profile/files/chrome-trace.ts";
import { speedscopeFile } from "../../src/profile/files/speedscope.ts";
import { profileDefaults, profileFields } from "../../src/profile/profile-fields.ts";
import { takeProfile } from "../../src/profile/take-profile.ts";
import { hereNow, thisPage } from "../../src/session/measuring/this-page.ts";
import { keepModel } from "../../src/session/models/kept-models.ts";
import { modelRefusal, withModel } from "../../src/session/models/with-model.ts";
import { profileSurroundings } from "../../src/session/profiling/profile-surroundings.ts";
import type { ProfileAnswer } from "./events.ts";

/**
 * @param texts the settings, as an address has them; what is not understood was refused by the command
 * @param models canonical texts of models that were given as files, by their hash
 * @param withMemory whether the browser is asked what the workers take
 */
export async function measureProfile(
  texts: Readonly<Record<string, string>>,
  models: Readonly<Record<string, string>>,
  withMemory: boolean,
  tell: (text: string) => void,
): Promise<ProfileAnswer> {
  const { values } = fromParameters(profileFields, profileDefaults, texts);
  for (const [hash, text] of Object.entries(models)) await keepModel(hash, text, Date.now());
  const refusal = await modelRefusal(values);
  if (refusal !== null) return { state: "broken", reason: refusal };
  const host = new WebLaneHost(undefined, withModel);
  const around = profileSurroundings(host, { page: thisPage, here: hereNow() }, withMemory);
  const taken = await takeProfile(values, { ...around, isStopped: () => false, tell });
  host.reset();
  switch (taken.state) {
    case "finished":
      return { state: "measured", record: taken.record, trace: chromeTrace(taken), speedscope: speedscopeFile(taken) };
    case "stopped":
      return { state: "broken", reason: "The profile was stopped." };
    case "broken":
      return taken;
  }
}
