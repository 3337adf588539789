// Owns the lanes of the last run, kept alive while the browser measures their memory; whatever measures next ends them.
import type { WebLaneHost } from "../../measurement/workers/web-lane-host.ts";

let lingering: WebLaneHost | null = null;

export function letLinger(host: WebLaneHost): void {
  lingering = host;
}

/** The browser has answered. @returns whether these lanes were still the ones that lingered */
export function lingersNoMore(host: WebLaneHost): boolean {
  if (lingering !== host) return false;
  lingering = null;
  return true;
}

/** @returns whether there were any */
export function endLingering(): boolean {
  if (lingering === null) return false;
  lingering.reset();
  lingering = null;
  return true;
}
