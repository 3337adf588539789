// The topologies there are, each as an object that answers for itself. How their rounds are read is in readers.ts.
import type { Hearing, TopologyKind } from "./hearing.ts";

/** The agents before and after on a circle. Two agents have each other on both sides, and one has nobody. */
function neighbours(agent: number, agents: number): number[] {
  const before = (agent + agents - 1) % agents;
  const after = (agent + 1) % agents;
  if (agents < 2) return [];
  return before === after ? [before] : [before, after];
}

function* othersThan(agent: number, agents: number): Generator<number> {
  for (let sender = 0; sender < agents; sender += 1) if (sender !== agent) yield sender;
}

const HUB = 0;

/** Every topology by its name. */
export const hearings = {
  none: {
    kind: "none",
    label: "none: no messages",
    help: "None: nobody hears anybody, and nobody waits.",
    lockStep: false,
    sendersOf: () => [],
  },
  ring: {
    kind: "ring",
    label: "ring: each hears both neighbours",
    help: "Ring: every agent hears its two neighbours.",
    lockStep: true,
    sendersOf: neighbours,
  },
  star: {
    kind: "star",
    label: "star: all speak with one hub",
    help: "Star: agent 0 hears all others, and they hear agent 0 alone.",
    lockStep: true,
    sendersOf: (agent, agents) => (agent === HUB ? othersThan(HUB, agents) : [HUB]),
  },
  "all-to-all": {
    kind: "all-to-all",
    label: "all-to-all: each hears every other",
    help: "All-to-all: every agent hears every other.",
    lockStep: true,
    sendersOf: othersThan,
  },
} satisfies Record<TopologyKind, Hearing>;
