// Who hears whom each round: what a topology must answer, and the list of those there are.

/** Every topology by name. A name without a definition in hearings.ts and a reader in readers.ts does not compile. */
export const TOPOLOGIES = ["none", "ring", "star", "all-to-all"] as const;
export type TopologyKind = (typeof TOPOLOGIES)[number];

/** Consecutive agents, by their numbers among all agents of a trial. */
export interface AgentBlock {
  readonly firstAgent: number;
  readonly agents: number;
}

/** A topology. A message is one posterior that one agent hears, and so reads. */
export interface Hearing {
  readonly kind: TopologyKind;
  /** As a list of choices shows it. */
  readonly label: string;
  /** One sentence on who hears whom. */
  readonly help: string;
  /** Whether agents wait for each other each round, because they hear each other. */
  readonly lockStep: boolean;
  /** Whom an agent hears among so many agents: never itself, nobody twice. */
  sendersOf(agent: number, agents: number): Iterable<number>;
}
