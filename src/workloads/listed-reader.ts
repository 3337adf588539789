// Reads a round where each agent hears a few others: the cost is that of the messages, whatever the number of agents.
import type { AgentBlock, RoundReader } from "./hearing.ts";

/**
 * @param block the agents that read
 * @param sendersOf whom an agent hears; asked once per agent, here
 */
export function listedReader(
  block: AgentBlock,
  messageLength: number,
  sendersOf: (agent: number) => Iterable<number>,
): RoundReader {
  const listed: number[] = [];
  const ends = new Int32Array(block.agents);
  for (let receiver = 0; receiver < block.agents; receiver += 1) {
    for (const sender of sendersOf(block.firstAgent + receiver)) listed.push(sender * messageLength);
    ends[receiver] = listed.length;
  }
  const rows = Int32Array.from(listed);
  return (messages, occupancies) => {
    let read = 0;
    for (let receiver = 0; receiver < ends.length; receiver += 1) {
      const occupancy = occupancies[receiver];
      if (occupancy === undefined) break;
      occupancy.fill(0);
      for (const end = ends[receiver] ?? 0; read < end; read += 1) addRow(messages, rows[read] ?? 0, occupancy);
    }
    return read;
  };
}

function addRow(messages: Float64Array, from: number, occupancy: Float64Array): void {
  for (let s = 0; s < occupancy.length; s += 1) occupancy[s] = (occupancy[s] ?? 0) + (messages[from + s] ?? 0);
}
