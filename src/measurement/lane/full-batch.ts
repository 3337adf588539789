// How many agents make a full batch: what one worker steps between two looks at the clock, and what a core's share is held against.

/** More bring no more speed. */
export const FULL_BATCH = 256;
