// A run of the Profile page: one measuring session, which feeds the store and ends in a profile.
import type { Profile } from "../../profile/files/exported.ts";
import type { ProfileSettings } from "../../profile/profile-fields.ts";
import { type ProfileSurroundings, takeProfile } from "../../profile/take-profile.ts";
import { currentSession } from "../measuring/current-session.ts";
import { brokenWords, busyWords } from "../measuring/failure-words.ts";
import type { RunEnd, SessionAround } from "../measuring/session-arm.ts";
import { measure, type SessionPage } from "../measuring/session.ts";
import { keepProfile } from "./kept-profile.ts";
import { setProfileRun, showProfile } from "./profile-store.ts";

const WHO = "A profile on the Profile page";

export interface ProfileParts {
  readonly page: SessionPage;
  readonly around: Pick<ProfileSurroundings, "host" | "machine" | "environment" | "watch" | "nowIso" | "memory">;
}

/** All that is known of lanes before they have answered. */
type Ready = "ready";

/** Nothing of a profile is kept before it is whole. */
const noDrafts = { keepSoFar: () => Promise.resolve(), forget: () => Promise.resolve() };

/** Profiles, and leaves the profile in the store. Does nothing while one is taken. Never throws. */
export async function measureProfile(settings: ProfileSettings, { page, around }: ProfileParts): Promise<void> {
  if (currentSession()?.who === WHO) return;
  let doing = "Starting workers";
  const tell = (text: string): void => {
    doing = text;
    setProfileRun({ state: "running", doing });
  };
  async function run({ untilMeasurable, isStopped, report }: SessionAround<Profile, Ready>): Promise<RunEnd<Ready>> {
    await untilMeasurable();
    report({ type: "prepared", arm: 0, facts: "ready" });
    const taken = await takeProfile(settings, { ...around, isStopped, tell });
    switch (taken.state) {
      case "finished":
        report({ type: "attempt-ended", arm: 0, sample: { record: taken.record, workers: taken.workers } });
        return { state: "finished", arms: [{ facts: "ready" }] };
      case "stopped":
        return { state: "stopped", arms: [{ facts: "ready" }] };
      case "broken":
        return taken;
    }
  }
  const end = await measure<Profile, Ready, Profile>(
    {
      who: WHO,
      lingers: false,
      arms: [{ id: WHO, lanes: around.host, resultOf: ({ samples }) => samples[0] ?? null }],
      begun: () => setProfileRun({ state: "running", doing }),
      draw: () => setProfileRun({ state: "running", doing }),
      run,
    },
    page,
    noDrafts,
  );
  switch (end.state) {
    case "busy":
      setProfileRun({ state: "broken", message: busyWords(end.who) });
      return;
    case "broken":
      setProfileRun({ state: "broken", message: brokenWords(end.reason) });
      return;
    case "finished":
    case "stopped": {
      const [profile = null] = end.results;
      if (profile !== null) {
        showProfile({ profile, source: { kind: "measured" } });
        keepProfile(profile.record);
      } else if (end.problem === null) setProfileRun({ state: "stopped" });
      else setProfileRun({ state: "broken", message: brokenWords(end.problem) });
    }
  }
}
