// How posteriors travel between workers: what each transport needs. How links are made is in workers/links.ts.

/** Every transport by name. A name without a definition below and a maker of links does not compile. */
export const TRANSPORTS = ["shared-memory", "message"] as const;
export type TransportKind = (typeof TRANSPORTS)[number];

/** A way to carry posteriors. */
export interface Transport {
  readonly kind: TransportKind;
  /** As a list of choices shows it. */
  readonly label: string;
  /** One sentence on what carries a posterior. */
  readonly help: string;
  /** What carries instead where workers cannot share memory: itself where it does not need to. */
  readonly withoutSharedMemory: TransportKind;
}

/** Every transport by its name. */
export const transports = {
  "shared-memory": {
    kind: "shared-memory",
    label: "shared memory",
    help: "Shared memory: each is written once where all workers see it; this needs a cross-origin isolated page.",
    withoutSharedMemory: "message",
  },
  message: {
    kind: "message",
    label: "messages between workers",
    help: "Messages: each is sent to every worker whose agents hear it.",
    withoutSharedMemory: "message",
  },
} satisfies Record<TransportKind, Transport>;

/** What really carries, where the wanted transport may be one that this page cannot use. */
export function usableTransport(wanted: TransportKind, canShareMemory: boolean): TransportKind {
  return canShareMemory ? wanted : transports[wanted].withoutSharedMemory;
}
