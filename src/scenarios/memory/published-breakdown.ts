// The published memory of one agent by component, in bytes: what exact bytes are set beside.

/** Source: the memory breakdown of the published document, MB for each agent. */
export const publishedBreakdown = { beliefs: 12e6, cache: 8e6, state: 6e6, arrays: 5e6, objects: 3.5e6 } as const;
