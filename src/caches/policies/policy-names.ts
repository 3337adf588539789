// The names of replacement policies, and what each does in a sentence: light, for forms and tables.

export const POLICIES = ["fifo", "lru", "lfu", "sieve", "s3-fifo", "selective"] as const;
export type PolicyKind = (typeof POLICIES)[number];

interface PolicyName {
  readonly label: string;
  readonly help: string;
}

export const policyNames = {
  fifo: { label: "FIFO", help: "The oldest entry goes." },
  lru: { label: "LRU", help: "The entry goes that was not used for the longest." },
  lfu: { label: "LFU", help: "The entry goes that was used least often." },
  sieve: { label: "SIEVE", help: "The oldest entry goes that was not used since a hand last passed over it." },
  "s3-fifo": {
    label: "S3-FIFO",
    help: "Newcomers wait in a small queue; only what is used again there is kept for long.",
  },
  selective: {
    label: "selective (S3-FIFO)",
    help: "As S3-FIFO, but the cache is asked only while what it saves is more than what it costs, both measured as it runs.",
  },
} as const satisfies Record<PolicyKind, PolicyName>;

/** The same as a choice, the usual one first. */
export const policyLabels = {
  lru: policyNames.lru.label,
  fifo: policyNames.fifo.label,
  lfu: policyNames.lfu.label,
  sieve: policyNames.sieve.label,
  "s3-fifo": policyNames["s3-fifo"].label,
  selective: policyNames.selective.label,
} as const satisfies Record<PolicyKind, string>;

/** What a cache of one worker may hold. */
export const ENTRIES_MOST = 65_536;
