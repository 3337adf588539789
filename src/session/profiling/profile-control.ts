// What the Profile page does: starts a profile on this page's lanes, stops it, and opens a file.
import { WebLaneHost } from "../../measurement/workers/web-lane-host.ts";
import { readProfile } from "../../profile/files/read-profile.ts";
import type { ProfileSettings } from "../../profile/profile-fields.ts";
import { hereNow, thisPage } from "../measuring/this-page.ts";
import { keepProfile } from "./kept-profile.ts";
import { withModel } from "../models/with-model.ts";
import { measureProfile } from "./profile-session.ts";
import { showProfile } from "./profile-store.ts";
import { profileSurroundings } from "./profile-surroundings.ts";

/** @param withMemory whether the browser is asked what the workers take, 10 to 20 s more */
export function startProfile(settings: ProfileSettings, withMemory: boolean): Promise<void> {
  const host = new WebLaneHost(undefined, withModel);
  const around = profileSurroundings(host, { page: thisPage, here: hereNow() }, withMemory);
  return measureProfile(settings, { page: thisPage, around });
}

/** @returns why it could not be opened, or null */
export async function openProfile(file: File): Promise<string | null> {
  const read = readProfile(await file.text());
  if (read.state === "refused") return `${file.name} was not opened. ${read.message}`;
  showProfile({ profile: read.profile, source: { kind: "file", name: file.name, remarks: read.remarks } });
  keepProfile(read.profile.record);
  return null;
}
