// The series of a memory-stress run.

export const ROW = "row";
