// The series of an optimisations run.

export const ROW = "row";
