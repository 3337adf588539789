// The last row of the published scaling table, which people quote.

export const PUBLISHED_LAST = { agents: 50, efficiency: 0.284 } as const;
