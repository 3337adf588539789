// The name of a row of a benchmark, the same in tables, files and messages.

/** The name of the row of an agent count: "1 agent", "30 agents". */
export function rowName(agents: number): string {
  return agents === 1 ? "1 agent" : `${agents} agents`;
}
