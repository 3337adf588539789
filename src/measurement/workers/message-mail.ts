// Mail between lanes by messages, for pages that cannot share memory: a port to each other lane.
import type { Message } from "../../protocols/message.ts";
import type { Mail } from "../lane/mail.ts";

export interface MessageMailOptions {
  /** A port to each lane, by its number; null for the own lane. */
  readonly ports: readonly (MessagePort | null)[];
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** @returns mail whose waits are promises: the lane's thread keeps receiving meanwhile */
export function createMessageMail({ ports, now }: MessageMailOptions): Mail {
  let arrived: Message[] = [];
  let wake: (() => void) | null = null;
  // Timers are held back to 4 ms where they follow each other; a message to oneself is not.
  const { port1: ownBell, port2: bell } = new MessageChannel();

  function awake(): void {
    wake?.();
    wake = null;
  }

  ownBell.addEventListener("message", awake);
  ownBell.start();
  for (const port of ports) {
    port?.addEventListener("message", ({ data }: MessageEvent<Message>) => {
      arrived.push(data);
      awake();
    });
    port?.start();
  }

  return {
    post(lane, message) {
      ports[lane]?.postMessage(message);
    },
    take(deliver) {
      const taken = arrived;
      arrived = [];
      for (const message of taken) deliver(message);
    },
    waitUntil(instantMs) {
      const leftMs = instantMs - now();
      return new Promise((resolve) => {
        if (leftMs < 1) {
          wake = resolve;
          bell.postMessage(null);
          return;
        }
        const timer = setTimeout(awake, Math.min(leftMs, 2 ** 30));
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
    close() {
      for (const port of [...ports, ownBell, bell]) port?.close();
    },
  };
}
