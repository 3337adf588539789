// The series of a cache run.

export const ROW = "row";
