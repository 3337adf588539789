// How many blocks were run and discarded before a window, as all scenarios of real agents keep it.
import { measure } from "../contract/measure.ts";

export const warmUpMeasure = measure({
  id: "warmup-blocks",
  label: "warm-up blocks",
  unit: "count",
  place: "file",
  help: "Blocks that were run and discarded before a window, until a block gained less than 5% on the last.",
});
