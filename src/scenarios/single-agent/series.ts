// The series of a single-agent run, and the point that stands for "as fast as it can".

export const ROW = "row";

/** The point of windows that run as fast as they can; paced ones are at their rate in op/s. */
export const SATURATED = 0;
