// With which weights agents fuse what they share, in words: light, for forms.

/** How much an agent trusts itself and each agent that it hears. */
export const POOLING_RULES = ["metropolis", "row-mean"] as const;
export type PoolingRule = (typeof POOLING_RULES)[number];

/** The words of each rule, for pages and files. */
export const poolingRules = {
  metropolis: {
    label: "equal say (Metropolis)",
    help: "Metropolis weights sum to 1 for each agent as a receiver and as a sender, so that all end up with the plain mean of what they began with.",
  },
  "row-mean": {
    label: "row means (biased)",
    help: "Row means take all that an agent hears, and itself, alike. They are quicker on a star, but whoever is heard by many counts more: the team ends up with another mean.",
  },
} satisfies Record<PoolingRule, { readonly label: string; readonly help: string }>;
