// What the clients of a session need of the page they run in, so that tests run them on scripted lanes.
import type { Arm, ArmSurroundings } from "../../measurement/run/arm.ts";
import type { WebLaneHost } from "../../measurement/workers/web-lane-host.ts";
import type { ProcessMemory } from "../../measurement/run/process-memory.ts";
import type { Keeper } from "./keeper.ts";
import type { About, Here } from "./measured-result.ts";
import type { SessionPage } from "./session.ts";

/** Lanes whose memory can be measured while they are alive. */
export type PageLanes = Arm["host"] & Pick<WebLaneHost, "alive" | "endIdle">;

export interface MeasuringParts {
  readonly page: SessionPage & Pick<ArmSurroundings, "watch" | "memory">;
  readonly here: Here;
  readonly keeper: Keeper;
  readonly newAbout: () => About;
  readonly newLanes: () => PageLanes;
  /** @param agents how many are alive, on how many workers */
  readonly measureMemory: (agents: number, workers: number) => Promise<ProcessMemory>;
}
