// The series of a scaling run.
import { CONTROL } from "../../measurement/run/control.ts";

/** `row`: the settings themselves. `solo`: one agent, or one full batch, running free on one worker, which gives X(1). */
export const SERIES = { row: "row", control: CONTROL, solo: "solo" } as const;
