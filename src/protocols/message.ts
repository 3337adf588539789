// What agents say to each other in a protocol: a few whole numbers, so that a message fits any transport.

export interface Message {
  readonly from: number;
  readonly to: number;
  /** What is said: each protocol numbers its own. */
  readonly kind: number;
  /** Which request of the sender, or which round, it belongs to. */
  readonly sequence: number;
  readonly value: number;
}

/** 32-bit words of a message. */
export const MESSAGE_WORDS = 5;
export const MESSAGE_BYTES = MESSAGE_WORDS * Int32Array.BYTES_PER_ELEMENT;

/** Writes a message as words, from this word on. */
export function writeMessage(words: Int32Array, at: number, { from, to, kind, sequence, value }: Message): void {
  words[at] = from;
  words[at + 1] = to;
  words[at + 2] = kind;
  words[at + 3] = sequence;
  words[at + 4] = value;
}

/** @returns the message that was written from this word on */
export function readMessage(words: Int32Array, at: number): Message {
  const [from = 0, to = 0, kind = 0, sequence = 0, value = 0] = words.subarray(at, at + MESSAGE_WORDS);
  return { from, to, kind, sequence, value };
}
