// Mail between lanes through one shared buffer: a ring of messages for each two lanes, and a bell for each lane to sleep by.
import { MESSAGE_WORDS, readMessage, writeMessage, type Message } from "../../protocols/message.ts";
import type { Mail } from "./mail.ts";

/** Each counter on a cache line of its own, so that lanes do not disturb each other. */
const LINE_WORDS = 16;
const RING_MESSAGES = 64;
/** Messages written, messages read, and the messages. */
const RING_WORDS = 2 * LINE_WORDS + RING_MESSAGES * MESSAGE_WORDS;
/** Longer sleeps are cut, so that no lost bell could stop a lane. */
const SLEEP_MOST_MS = 50;

/** Bytes of the buffer for so many lanes. */
export function sharedMailBytes(lanes: number): number {
  return (lanes * LINE_WORDS + lanes * lanes * RING_WORDS) * Int32Array.BYTES_PER_ELEMENT;
}

function bellOf(lane: number): number {
  return lane * LINE_WORDS;
}

export interface SharedMailOptions {
  /** sharedMailBytes of it, zeroed. */
  readonly buffer: SharedArrayBuffer;
  readonly lanes: number;
  readonly lane: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** @returns mail whose waits block the thread: every lane must be on a thread of its own */
export function createSharedMail({ buffer, lanes, lane, now }: SharedMailOptions): Mail {
  const words = new Int32Array(buffer);
  const ringOf = (from: number, to: number): number => lanes * LINE_WORDS + (from * lanes + to) * RING_WORDS;
  const waiting = Array.from({ length: lanes }, (): Message[] => []);
  let heard = 0;

  /** Writes what fits. One lane alone writes into a ring, and one alone reads it. */
  function flush(to: number): void {
    const queue = waiting[to] ?? [];
    const ring = ringOf(lane, to);
    const written = Atomics.load(words, ring);
    const room = RING_MESSAGES - (written - Atomics.load(words, ring + LINE_WORDS));
    const batch = queue.splice(0, room);
    if (batch.length === 0) return;
    for (const [at, message] of batch.entries()) {
      writeMessage(words, ring + 2 * LINE_WORDS + ((written + at) % RING_MESSAGES) * MESSAGE_WORDS, message);
    }
    Atomics.store(words, ring, written + batch.length);
    Atomics.add(words, bellOf(to), 1);
    Atomics.notify(words, bellOf(to));
  }

  return {
    post(to, message) {
      waiting[to]?.push(message);
      flush(to);
    },
    take(deliver) {
      heard = Atomics.load(words, bellOf(lane));
      for (let other = 0; other < lanes; other += 1) {
        if ((waiting[other]?.length ?? 0) > 0) flush(other);
        const ring = ringOf(other, lane);
        const written = Atomics.load(words, ring);
        let read = Atomics.load(words, ring + LINE_WORDS);
        if (read === written) continue;
        for (; read < written; read += 1) {
          deliver(readMessage(words, ring + 2 * LINE_WORDS + (read % RING_MESSAGES) * MESSAGE_WORDS));
        }
        Atomics.store(words, ring + LINE_WORDS, read);
      }
    },
    waitUntil(instantMs) {
      const isBlocked = waiting.some(({ length }) => length > 0);
      const leftMs = Math.min(instantMs - now(), isBlocked ? 1 : SLEEP_MOST_MS);
      if (leftMs > 0) Atomics.wait(words, bellOf(lane), heard, leftMs);
      return undefined;
    },
    close: () => undefined,
  };
}
