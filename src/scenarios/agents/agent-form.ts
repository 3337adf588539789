// What the forms of real agents share: which fields matter among the others, and what a page without shared memory uses instead.
import type { Fields, Settings } from "../../fields/settings.ts";
import { placements, type PlacementKind } from "../../measurement/lane/placement.ts";
import { type TransportKind, usableTransport } from "../../measurement/lane/transport.ts";
import { workloads } from "../../workloads/definitions.ts";
import type { TopologyKind } from "../../workloads/hearing.ts";
import { hearings } from "../../workloads/hearings.ts";
import type { WorkloadKind } from "../../workloads/workload.ts";

/** @returns whether agents hear each other, so that they act in lock-step rounds */
export function isLockStep({ topology }: { readonly topology: TopologyKind }): boolean {
  return hearings[topology].lockStep;
}

interface AgentSettings {
  readonly workload: WorkloadKind;
  readonly topology?: TopologyKind;
  readonly placement?: PlacementKind;
}

/** @param hidden further fields that change nothing now, by name @returns the names of the others, in reading order */
export function shownAgentFields(
  fields: Fields,
  { workload, topology, placement }: AgentSettings,
  hidden: Readonly<Record<string, boolean>> = {},
): string[] {
  const ofWorkload = new Set<string>(workloads[workload].settings);
  const isHidden: Readonly<Record<string, boolean>> = {
    gridSize: !ofWorkload.has("gridSize"),
    policyLength: !ofWorkload.has("policyLength"),
    model: !ofWorkload.has("model"),
    transport: topology !== undefined && !isLockStep({ topology }),
    workers: placement !== undefined && !placements[placement].usesPool,
    precision: placement === undefined || !placements[placement].isBatched,
    ...hidden,
  };
  return Object.keys(fields).filter((name) => isHidden[name] !== true);
}

/** The transport that a page uses in place of the one that was asked for, where it cannot share memory. */
export function transportOn(transport: TransportKind, canShareMemory: boolean): Settings {
  const usable = usableTransport(transport, canShareMemory);
  return usable === transport ? {} : { transport: usable };
}
