// Makes what lanes need to run a protocol together, on the page: mail between each two of them, and the memory that agents share.
import { partiesOf, sharedBytesOf } from "../../protocols/protocols.ts";
import type { ProtocolOrder } from "../lane/protocol-window.ts";
import { sharedMailBytes } from "../lane/shared-mail.ts";
import type { TransportKind } from "../lane/transport.ts";
import type { MailLink } from "./protocol.ts";

/** One lane's mail, with what must be transferred along. */
interface LaneMail {
  readonly link: MailLink;
  readonly transfer: readonly Transferable[];
}

/** A channel between each two lanes. */
function portsBetween(lanes: number): readonly (readonly (MessagePort | null)[])[] {
  const ports = Array.from({ length: lanes }, () => Array.from({ length: lanes }, (): MessagePort | null => null));
  for (const [lane, own] of ports.entries()) {
    for (let other = lane + 1; other < lanes; other += 1) {
      const { port1, port2 } = new MessageChannel();
      own[other] = port1;
      const theirs = ports[other];
      if (theirs !== undefined) theirs[lane] = port2;
    }
  }
  return ports;
}

const makers = {
  "shared-memory": (lanes) => {
    const buffer = new SharedArrayBuffer(sharedMailBytes(lanes));
    return Array.from({ length: lanes }, () => ({ link: { kind: "shared-memory", buffer }, transfer: [] }));
  },
  message: (lanes) =>
    portsBetween(lanes).map((ports) => ({
      link: { kind: "message", ports },
      transfer: ports.filter((port) => port !== null),
    })),
} satisfies Record<TransportKind, (lanes: number) => readonly LaneMail[]>;

/** One per lane. Throws where the browser refuses the memory. */
export function mailLinksOf({ transport }: ProtocolOrder, lanes: number): readonly LaneMail[] {
  return lanes === 1 ? [{ link: { kind: "none" }, transfer: [] }] : makers[transport](lanes);
}

/** What agents share beside messages; null where that is nothing. Throws where the browser refuses the memory. */
export function sharedFor({ protocol }: ProtocolOrder, agents: number): SharedArrayBuffer | null {
  const bytes = sharedBytesOf(protocol, partiesOf(protocol, agents));
  return bytes === 0 ? null : new SharedArrayBuffer(bytes);
}
