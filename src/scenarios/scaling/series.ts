// The series of a scaling run.
import { CONTROL } from "../../measurement/run/schedule.ts";

/** `row`: the settings themselves. `solo`: one agent running free on one worker, which gives X(1). */
export const SERIES = { row: "row", control: CONTROL, solo: "solo" } as const;
