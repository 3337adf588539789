// Reads the kept sessions of one configuration: those that were measured as a given result was.
import { configurationOf, type TrendSession, trendSession } from "../../../comparison/trend/sessions.ts";
import { TREND_SESSIONS_MOST } from "../../../regression/trend.ts";
import type { Library } from "../../../results/library/library-db.ts";
import { theLibrary } from "../../../session/sources/library.ts";

export type SessionsRead =
  | {
      readonly state: "read";
      readonly name: string;
      readonly description: string;
      /** In the order of time. */
      readonly sessions: readonly TrendSession[];
      /** Earlier ones that were left out. */
      readonly leftOut: number;
    }
  | { readonly state: "refused"; readonly message: string };

async function sessionsOf(library: Library, ids: readonly string[], configuration: string): Promise<TrendSession[]> {
  const sessions: TrendSession[] = [];
  for (const id of ids) {
    const stored = await library.read(id);
    if (stored.state !== "read" || configurationOf(stored.result) !== configuration) continue;
    sessions.push(trendSession(stored.result));
    // The page stays quick while many are read.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return sessions;
}

/** @param id of a kept result @returns its configuration's sessions, the latest ones */
export async function readSessions(id: string): Promise<SessionsRead> {
  const opened = await theLibrary();
  if (opened.state === "unavailable") return { state: "refused", message: opened.message };
  const { library } = opened;
  const stored = await library.read(id);
  if (stored.state === "missing")
    return { state: "refused", message: "This result is not in the library of this browser." };
  if (stored.state === "refused") return { state: "refused", message: stored.message };
  const { scenario, description, platform, name } = stored.entry;
  const alike = (await library.entries())
    .filter((entry) => entry.scenario === scenario && entry.description === description && entry.platform === platform)
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  const latest = alike.slice(-TREND_SESSIONS_MOST).map((entry) => entry.id);
  const sessions = await sessionsOf(library, latest, configurationOf(stored.result));
  return { state: "read", name, description, sessions, leftOut: alike.length - latest.length };
}
