// The engine's version. It changes whenever the numbers or the cost of a step change.

/** Recorded in every result, so that a comparison of different engines can be noticed. */
export const ENGINE_VERSION = "2";
