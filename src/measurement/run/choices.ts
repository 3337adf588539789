// The kinds that a configuration chooses among, as a form lists them.
import { hearings } from "../../workloads/hearings.ts";
import { TOPOLOGIES } from "../../workloads/hearing.ts";
import { workloads } from "../../workloads/definitions.ts";
import { WORKLOADS } from "../../workloads/workload.ts";
import { PLACEMENTS, placements } from "../lane/placement.ts";
import { TRANSPORTS, transports } from "../lane/transport.ts";

/** One list per field, each in the order of its kinds. */
export const choices = {
  workload: WORKLOADS.map((value) => ({ value, label: workloads[value].label })),
  placement: PLACEMENTS.map((value) => ({ value, label: placements[value].label, help: placements[value].help })),
  topology: TOPOLOGIES.map((value) => ({ value, label: hearings[value].label, help: hearings[value].help })),
  transport: TRANSPORTS.map((value) => ({ value, label: transports[value].label, help: transports[value].help })),
} as const;
