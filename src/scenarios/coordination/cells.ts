// The cells of the matrix: so many agents with a topology, a transport and a placement. Each has a number that never depends on what else is chosen.
import { placements, SEATED, type SeatedKind } from "../../measurement/lane/placement.ts";
import { TRANSPORTS, type TransportKind } from "../../measurement/lane/transport.ts";
import { rowName } from "../../words/row-name.ts";
import { TOPOLOGIES, type TopologyKind } from "../../workloads/hearing.ts";

export interface Cell {
  readonly agents: number;
  readonly topology: TopologyKind;
  /** Null where nothing is carried: in silence, and on a single lane, whose agents read each other's rows in place. */
  readonly transport: TransportKind | null;
  readonly placement: SeatedKind;
}

/** A cell without its agents: what a line of a chart follows. */
export type Combination = Omit<Cell, "agents">;

/** Digits of a row's number, above those of its agents. Kept results hold them: once given, a digit stays. */
const TOPOLOGY_DIGITS = { none: 0, ring: 1, star: 2, "all-to-all": 3 } as const satisfies Record<TopologyKind, number>;
const TRANSPORT_DIGITS = { "shared-memory": 1, message: 2 } as const satisfies Record<TransportKind, number>;
const PLACEMENT_DIGITS = { "single-lane": 0, "worker-per-agent": 1, pool: 2 } as const satisfies Record<
  SeatedKind,
  number
>;

const AGENTS_BELOW = 10_000;

/** 3,220,020 is all-to-all (3), messages (2), pool (2), 20 agents. */
export function pointOf({ agents, topology, transport, placement }: Cell): number {
  const carried = transport === null ? 0 : TRANSPORT_DIGITS[transport];
  const code = TOPOLOGY_DIGITS[topology] * 100 + carried * 10 + PLACEMENT_DIGITS[placement];
  return code * AGENTS_BELOW + agents;
}

/** @returns the cell of a row's number; null where it is none, such as in a damaged file */
export function cellOf(at: number): Cell | null {
  const code = Math.floor(at / AGENTS_BELOW);
  const digit = (power: number): number => Math.floor(code / power) % 10;
  const topology = TOPOLOGIES.find((kind) => TOPOLOGY_DIGITS[kind] === Math.floor(code / 100));
  const transport = TRANSPORTS.find((kind) => TRANSPORT_DIGITS[kind] === digit(10)) ?? null;
  const placement = SEATED.find((kind) => PLACEMENT_DIGITS[kind] === digit(1));
  const agents = at % AGENTS_BELOW;
  if (topology === undefined || placement === undefined || !Number.isInteger(agents) || agents === 0) return null;
  const cell = { agents, topology, transport, placement };
  return pointOf(cell) === at ? cell : null;
}

/** The same agents in silence: what a cell is held against. */
export function controlOf({ agents, placement }: Pick<Cell, "agents" | "placement">): Cell {
  return { agents, topology: "none", transport: null, placement };
}

export function isControl({ topology }: Combination): boolean {
  return topology === "none";
}

/** What is ticked, as lists. */
export interface Ticked {
  readonly agents: readonly number[];
  readonly topologies: readonly TopologyKind[];
  readonly transports: readonly TransportKind[];
  readonly placements: readonly SeatedKind[];
}

/** All combinations of what is ticked, each placement in silence first. On a single lane no transport carries, so that it is one. */
export function combinationsOf({ topologies, transports, placements: seats }: Ticked): Combination[] {
  return seats.flatMap((placement) => {
    const carriers = placement === "single-lane" ? [null] : transports;
    return [
      { topology: "none", transport: null, placement },
      ...topologies.flatMap((topology) =>
        carriers.map((transport): Combination => ({ topology, transport, placement })),
      ),
    ];
  });
}

const topologyWords: Readonly<Record<TopologyKind, string>> = {
  none: "in silence",
  ring: "ring",
  star: "star",
  "all-to-all": "all-to-all",
};

export const transportWords: Readonly<Record<TransportKind, string>> = {
  "shared-memory": "shared memory",
  message: "messages",
};

/** "ring, shared memory, pool", "in silence, pool", "star, single-lane". */
export function combinationName({ topology, transport, placement }: Combination): string {
  const carried = transport === null ? [] : [transportWords[transport]];
  return [topologyWords[topology], ...carried, placements[placement].kind].join(", ");
}

/** "20 agents, ring, shared memory, pool". */
export function cellName(at: number): string {
  const cell = cellOf(at);
  return cell === null ? `row ${at}` : `${rowName(cell.agents)}, ${combinationName(cell)}`;
}
