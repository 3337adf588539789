// What the published load test does in each pattern, and why its figures say something else.
import type { FactTable } from "../contract/seen.ts";
import type { PatternKind } from "./pattern-kinds.ts";

const facts = {
  handoff: [
    [
      "A reply",
      "waits up to 500 ms for one that its own thread sends later",
      "the other agent answers, on its own thread",
    ],
    ["What is handed on", "nothing: a flag is set", "a thing that one agent holds at any time, counted at the end"],
    ["Failed agents", "are built again by the test itself", "come back with what they had written down"],
  ],
  consensus: [
    ["“80% consensus”", "votes of 80% of the agents, and more than half of them yes", "the same rule"],
    ["Time", "holds a sleep of 100 ms", "is what the messages took"],
    ["Success", "is printed without what chance alone gives", "stands beside the binomial closed form"],
  ],
  broadcast: [
    ["A broadcast", "is one entry of a queue, which one receiver takes", "is read once by every other agent"],
    ["Messages read", "at most five a check, so that queues grow", "all that have arrived"],
    ["Queue depth", "is looked at once, at the end", "is not needed: each broadcast ends or is given up"],
  ],
  contention: [
    ["A resource", "is “negotiated”, but never handed over", "has one holder at any time, checked at each use"],
    ["Who is next", "is not defined", "who asked first"],
    ["In use", "is not measured", "stands beside the machine-repairman queue"],
  ],
} satisfies Record<PatternKind, readonly (readonly [string, string, string])[]>;

export function publishedTable(pattern: PatternKind): FactTable {
  return {
    title: "Beside the published load test",
    help: "What the published coordination load test does, read from its source, and what is done here instead.",
    head: ["", "Published test", "Here"],
    rows: facts[pattern],
  };
}
