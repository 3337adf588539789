// Says why a configuration cannot run, before anything is started.
import { WORKER_PER_AGENT_MOST } from "../lane/placement.ts";
import type { Configuration } from "./configuration.ts";

/** Why a configuration cannot run, with the way out; null when it can. */
export function refusalOf(configuration: Configuration): string | null {
  const most = Math.max(...configuration.agents);
  if (configuration.placement === "worker-per-agent" && most > WORKER_PER_AGENT_MOST) {
    return `Placement worker-per-agent starts one worker for each agent, and ${most} workers would need about ${Math.round(most * 2.5)} MB before any agent. Keep agents at ${WORKER_PER_AGENT_MOST} or fewer, or choose the placement pool.`;
  }
  return null;
}
