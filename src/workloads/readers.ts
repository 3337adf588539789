// How agents that share nothing read a round: they count who is where. One reader for those who hear everybody, one for those who hear a few.
import type { Hearing, TopologyKind } from "./hearing.ts";
import { readMessages } from "./occupancy.ts";
import type { Readers, RoundReader } from "./workload.ts";

type ReaderMaker = (hearing: Hearing, readers: Readers) => RoundReader;

const everybody: ReaderMaker =
  (_, { block, totalAgents, messageLength }) =>
  (messages, occupancies) =>
    readMessages(messages, messageLength, totalAgents, block.firstAgent, occupancies);

/** Lists once whom each agent hears; then a round costs as much as its messages, whatever the number of agents. */
const listed: ReaderMaker = (hearing, { block, totalAgents, messageLength }) => {
  const offsets: number[] = [];
  const ends = new Int32Array(block.agents);
  for (let receiver = 0; receiver < block.agents; receiver += 1) {
    for (const sender of hearing.sendersOf(block.firstAgent + receiver, totalAgents)) {
      offsets.push(sender * messageLength);
    }
    ends[receiver] = offsets.length;
  }
  const rows = Int32Array.from(offsets);
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
};

function addRow(messages: Float64Array, from: number, occupancy: Float64Array): void {
  for (let s = 0; s < occupancy.length; s += 1) occupancy[s] = (occupancy[s] ?? 0) + (messages[from + s] ?? 0);
}

const makers = {
  none: listed,
  ring: listed,
  star: listed,
  "all-to-all": everybody,
} satisfies Record<TopologyKind, ReaderMaker>;

/** Each agent sums the posteriors that it hears: the expected number of other agents per state. Its own inference does not read it. */
export function occupancyReader(hearing: Hearing, readers: Readers): RoundReader {
  return makers[hearing.kind](hearing, readers);
}
