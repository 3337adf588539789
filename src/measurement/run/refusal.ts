// Says why a configuration cannot run, before anything is started.
import { placements } from "../lane/placement.ts";
import type { Configuration } from "./configuration.ts";

/** Why a configuration cannot run, with the way out; null when it can. */
export function refusalOf(configuration: Configuration): string | null {
  return placements[configuration.placement].refusalOf(Math.max(...configuration.agents));
}
