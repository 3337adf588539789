// Keeps the table of the last profile of this tab over a reload. Its spans are too many for that: files hold them.
import { chromeTrace } from "../../profile/files/chrome-trace.ts";
import { readProfile } from "../../profile/files/read-profile.ts";
import type { ProfileRecord } from "../../profile/format-1.ts";
import { showProfile, useProfile } from "./profile-store.ts";

const KEY = "headroom.profile";

/** Forgets nothing of the page where the browser has no room or forbids it. */
export function keepProfile(record: ProfileRecord): void {
  try {
    sessionStorage.setItem(KEY, chromeTrace({ record, workers: [] }));
  } catch {
    // The profile stays on the page, and its files can be saved.
  }
}

/** Shows what was kept, where nothing is shown yet. */
export function bringBackProfile(): void {
  const { run, shown } = useProfile.getState();
  if (shown !== null || run.state === "running") return;
  try {
    const read = readProfile(sessionStorage.getItem(KEY) ?? "");
    if (read.state === "read") showProfile({ profile: read.profile, source: { kind: "kept" } });
  } catch {
    // Storage is forbidden: there is nothing to bring back.
  }
}
