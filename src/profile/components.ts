// What can be profiled: a component with its operation, as the published profiler names them.
import type { ProfilePhase } from "../measurement/lane/profile-phases.ts";

const COMPONENTS = ["agent", "coordination", "cache"] as const;
export type ComponentKind = (typeof COMPONENTS)[number];

export interface ProfiledComponent {
  readonly label: string;
  readonly help: string;
  /** The published word for what of it is profiled. */
  readonly operation: string;
  /** The phases that the operation is made of. */
  readonly phases: readonly ProfilePhase[];
  /** As a sentence says it: "Inference altogether takes". */
  readonly doing: string;
  /** Whether agents hear each other and step in rounds. */
  readonly hasRounds: boolean;
}

export const components = {
  agent: {
    label: "agent: one op",
    help: "Agents that hear nobody: where the time of an op goes.",
    operation: "inference",
    phases: ["infer-states", "infer-policies"],
    doing: "Inference",
    hasRounds: false,
  },
  coordination: {
    label: "coordination: rounds of a team",
    help: "Agents that hear each other: what publishing, waiting and reading take beside their ops.",
    operation: "round",
    phases: ["publish", "wait", "fuse"],
    doing: "Coordination",
    hasRounds: true,
  },
  cache: {
    label: "cache: agents that keep results",
    help: "Agents that hear nobody and think with a cache of 512 results for each worker.",
    operation: "lookup",
    phases: ["cache"],
    doing: "The cache",
    hasRounds: false,
  },
} as const satisfies Record<ComponentKind, ProfiledComponent>;

/** The component with this name; null where there is none, as in a file of a later version. */
export function componentOf(name: string): ProfiledComponent | null {
  const kind = COMPONENTS.find((one) => one === name);
  return kind === undefined ? null : components[kind];
}
