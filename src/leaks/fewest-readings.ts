// How many readings of a series a verdict on bytes needs: the form says so before anything that judges is loaded.

/** Under five not even the range of all slopes is a 95 % interval. */
export const FEWEST_READINGS = 5;
