// How the agents of one lane write to those of the others while a protocol runs, whatever carries it.
import type { Message } from "../../protocols/message.ts";

export interface Mail {
  /** Sends a message to another lane. It never waits: what a lane cannot take yet is kept and sent later. */
  post(lane: number, message: Message): void;
  /** Hands over what has arrived. */
  take(deliver: (message: Message) => void): void;
  /** Waits until something arrives or the instant has come, ms. Undefined where the thread itself could wait. */
  waitUntil(instantMs: number): Promise<void> | undefined;
  /** Lets go of what carries it; nothing is sent or taken after that. */
  close(): void;
}
