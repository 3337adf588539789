// The series of controls. It is a file of its own, so that forms, which name it, need not load the order of a run.

/** The series that is measured right behind the row that it explains, on the same lanes. */
export const CONTROL = "control";
