// Every replacement policy by name: what it is called, what it does in a sentence, and how it is made.
import { Fifo } from "./fifo.ts";
import { Lfu } from "./lfu.ts";
import { Lru } from "./lru.ts";
import { S3Fifo } from "./s3-fifo.ts";
import { Sieve } from "./sieve.ts";
import type { PolicyKind } from "./policy-names.ts";
import type { Replacement } from "./replacement.ts";

const makers = {
  fifo: (slots) => new Fifo(slots),
  lru: (slots) => new Lru(slots),
  lfu: (slots) => new Lfu(slots),
  sieve: (slots) => new Sieve(slots),
  "s3-fifo": (slots) => new S3Fifo(slots),
  selective: (slots) => new S3Fifo(slots),
} satisfies Record<PolicyKind, (slots: number) => Replacement>;

/** @param slots at least 1 */
export function makeReplacement(kind: PolicyKind, slots: number): Replacement {
  return makers[kind](slots);
}
