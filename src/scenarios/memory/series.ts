// The series of a memory run.

export const ROW = "row";
