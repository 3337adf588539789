// What is made to go wrong while agents deal with each other, as settings.
import { whole } from "../../fields/field.ts";

const LOSS_MOST_PERCENT = 25;
export const CRASH_MOST_PERCENT = 20;

export const lossField = whole(
  {
    parameter: "loss",
    width: "half",
    label: "Lost messages, %",
    help: "Share of messages that never arrive, each by itself, drawn from the seed.",
  },
  { least: 0, most: LOSS_MOST_PERCENT },
);

export const crashField = whole(
  {
    parameter: "crash",
    width: "half",
    label: "Crashes, %",
    help: "Share of an agent's tasks in the middle of which it crashes, drawn from the seed. It comes back after 10 ms with what it had written down.",
  },
  { least: 0, most: CRASH_MOST_PERCENT },
);
