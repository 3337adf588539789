// Makes the links between lanes, on the page: one maker for each transport.
import { hearings } from "../../workloads/hearings.ts";
import type { TrialSetup } from "../lane/lane-host.ts";
import { type Routes, routesOf } from "../lane/routes.ts";
import { sharedRoundBytes } from "../lane/shared-round-link.ts";
import type { TransportKind } from "../lane/transport.ts";
import type { Link } from "./protocol.ts";

/** One lane's link, with what must be transferred along. */
export interface LaneLink {
  readonly link: Link;
  readonly transfer: readonly Transferable[];
}

type LinkMaker = (setup: TrialSetup, messageLength: number) => readonly LaneLink[];

/** Connects lanes: a port for each route of each lane, in the order of its routes. */
export function portsOf({ byLane }: Routes): readonly MessagePort[][] {
  const ports = byLane.map((): MessagePort[] => []);
  for (const [lane, routes] of byLane.entries()) {
    for (const route of routes) {
      if (route.lane < lane) continue;
      const { port1, port2 } = new MessageChannel();
      ports[lane]?.push(port1);
      ports[route.lane]?.push(port2);
    }
  }
  return ports;
}

const linkMakers = {
  "shared-memory": ({ totalAgents, shares }, messageLength) => {
    const buffer = new SharedArrayBuffer(sharedRoundBytes(totalAgents, messageLength, shares.length));
    return shares.map(() => ({ link: { kind: "shared-memory", buffer }, transfer: [] }));
  },
  message: (setup) => {
    const routes = routesOf(hearings[setup.topology], setup.shares);
    const { byLane, isComplete } = routes;
    return portsOf(routes).map((ports, lane) => ({
      link: { kind: "message", routes: byLane[lane] ?? [], ports, isComplete },
      transfer: ports,
    }));
  },
} satisfies Record<TransportKind, LinkMaker>;

/** One link per lane for the transport of a setup. Throws where the browser refuses the memory. */
export function linksOf(setup: TrialSetup, messageLength: number): readonly LaneLink[] {
  if (setup.transport === "none") return setup.shares.map(() => ({ link: { kind: "none" }, transfer: [] }));
  return linkMakers[setup.transport](setup, messageLength);
}
