// What a row of a benchmark is called, the same in tables, files and messages.

/** What the row of an agent count is called. */
export function rowName(agents: number): string {
  return agents === 1 ? "1 agent" : `${agents} agents`;
}
