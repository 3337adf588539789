// The facts of the Profile page: what is going on, and the profile that is shown, measured here or opened from a file.
import { create } from "zustand";
import type { Profile } from "../../profile/files/exported.ts";

/** Where a shown profile comes from. */
type ProfileSource =
  | { readonly kind: "measured" }
  /** Kept over a reload, without its spans. */
  | { readonly kind: "kept" }
  | { readonly kind: "file"; readonly name: string; readonly remarks: readonly string[] };

export interface ShownProfile {
  readonly profile: Profile;
  readonly source: ProfileSource;
}

export type ProfileState =
  | { readonly state: "idle" }
  /** What it does now, in a few words. */
  | { readonly state: "running"; readonly doing: string }
  | { readonly state: "finished" }
  /** A person stopped it before there was a profile. */
  | { readonly state: "stopped" }
  /** Nothing came of it; the message says why and what helps. */
  | { readonly state: "broken"; readonly message: string };

interface ProfileFacts {
  readonly run: ProfileState;
  /** The last profile; a run that failed or was stopped leaves it. */
  readonly shown: ShownProfile | null;
}

export const useProfile = create<ProfileFacts>(() => ({ run: { state: "idle" }, shown: null }));

export function setProfileRun(run: ProfileState): void {
  useProfile.setState({ run });
}

export function showProfile(shown: ShownProfile): void {
  useProfile.setState({ run: { state: "finished" }, shown });
}
