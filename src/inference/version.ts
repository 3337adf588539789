// Owns the engine's version: it changes whenever the numbers or the cost of a step change.

/** Recorded in every result, so that figures of different engines are never compared unawares. */
export const ENGINE_VERSION = "1";
