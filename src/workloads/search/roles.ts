// The roles of a searching team: they differ in what they want to see, and in whether they can move.

const ROLES = ["collector", "explorer", "coordinator"] as const;
export type Role = (typeof ROLES)[number];

export interface RoleDefinition {
  readonly role: Role;
  /** One sentence on what it does. */
  readonly help: string;
  /** Whether it walks; else it stays in the middle of the grid. */
  readonly moves: boolean;
  /** Nats for each outcome of sight: nothing, faint, strong, here. */
  readonly preferences: readonly [number, number, number, number];
}

export const roles = {
  collector: {
    role: "collector",
    help: "A collector wants to stand on the target.",
    moves: true,
    preferences: [0, 1, 2.5, 5],
  },
  explorer: {
    role: "explorer",
    help: "An explorer wants to know where the target is, and nothing else.",
    moves: true,
    preferences: [0, 0, 0, 0],
  },
  coordinator: {
    role: "coordinator",
    help: "A coordinator stays in the middle, looks, and passes on what it hears; it is the hub of a star.",
    moves: false,
    preferences: [0, 0, 0, 0],
  },
} satisfies Record<Role, RoleDefinition>;

/** Fewer have no coordinator. */
const COORDINATED_FROM = 5;

/** Agent 0 coordinates a team of five or more; the others explore and collect in turn, and somebody always collects. */
export function roleOf(agent: number, agents: number): Role {
  if (agent === 0 && agents >= COORDINATED_FROM) return "coordinator";
  return agent % 2 === 0 ? "collector" : "explorer";
}
