// What a profile is given of this page and this machine; the same for the Profile page and the command.
import { ENGINE_VERSION } from "../../inference/version.ts";
import type { WebLaneHost } from "../../measurement/workers/web-lane-host.ts";
import type { ProfileSurroundings } from "../../profile/take-profile.ts";
import type { MeasuringParts } from "../measuring/measuring-parts.ts";
import { measureProcessMemory } from "../page/process-memory.ts";

type Parts = Pick<MeasuringParts, "here"> & { readonly page: Pick<MeasuringParts["page"], "watch"> };

/** @param withMemory whether the browser is asked what the workers take */
export function profileSurroundings(
  host: Pick<WebLaneHost, "alive" | "endIdle"> & ProfileSurroundings["host"],
  { here: { machine, appVersion }, page: { watch } }: Parts,
  withMemory: boolean,
): Pick<ProfileSurroundings, "host" | "machine" | "environment" | "watch" | "nowIso" | "memory"> {
  const { browser, platform, hardwareConcurrency, isolated } = machine;
  return {
    host,
    machine: { cores: hardwareConcurrency, poolWorkers: hardwareConcurrency, canShareMemory: isolated },
    environment: { browser, platform, hardwareConcurrency, isolated, engineVersion: ENGINE_VERSION, appVersion },
    watch,
    nowIso: () => new Date().toISOString(),
    memory: withMemory
      ? (agents) => {
          host.endIdle();
          return measureProcessMemory(agents, host.alive);
        }
      : null,
  };
}
