// The protocols there are, and who makes the agents of each.
import { broadcastPeer, type BroadcastSettings } from "./broadcast.ts";
import { contentionPeer, type ContentionSettings, resourcesFor } from "./contention.ts";
import { FairResources, resourcesBytes } from "./fair-resources.ts";
import { handoffPeer, type HandoffSettings } from "./handoff.ts";
import type { PeerMaker } from "./peer-group.ts";
import { supervisionPeer, type SupervisionSettings } from "./supervision.ts";
import { votePeer, type VoteSettings } from "./vote.ts";

/** Which protocol agents follow, with its settings. */
export type ProtocolSettings =
  | HandoffSettings
  | VoteSettings
  | BroadcastSettings
  | ContentionSettings
  | SupervisionSettings;

/** Bytes that the agents of all lanes share; 0 where they only talk. */
export function sharedBytesOf({ kind }: ProtocolSettings, agents: number): number {
  return kind === "contention" ? resourcesBytes(agents, resourcesFor(agents)) : 0;
}

/**
 * Everybody who takes part: the agents, and whoever the protocol has beside them.
 * @returns how many they are; those beyond the agents sit on the first lane
 */
export function partiesOf({ kind }: ProtocolSettings, agents: number): number {
  return kind === "supervision" ? agents + 1 : agents;
}

/** @param shared sharedBytesOf of them, the same for all lanes; null where there are none */
export function peerMaker(
  settings: ProtocolSettings,
  agents: number,
  shared: SharedArrayBuffer | ArrayBuffer | null,
): PeerMaker {
  switch (settings.kind) {
    case "handoff":
      return handoffPeer(settings);
    case "vote":
      return votePeer(settings);
    case "broadcast":
      return broadcastPeer(settings);
    case "supervision":
      return supervisionPeer(settings);
    case "contention": {
      if (shared === null) throw new Error("Resources need memory that all lanes share.");
      return contentionPeer(settings, new FairResources(shared, agents, resourcesFor(agents)));
    }
  }
}
