// What the failures scenario measures and derives, each figure once.
import { warmUpMeasure } from "../agents/warm-up-measure.ts";
import { measure, type Measure } from "../contract/measure.ts";

const clocked = { unit: "µs", floor: { timerSteps: 10 } } as const;
const counted = { unit: "count", place: "file" } as const;

export const failureMeasures: readonly Measure[] = [
  measure({
    id: "throughput",
    label: "throughput",
    unit: "op/s",
    better: "higher",
    interval: true,
    help: "Ops that were done in a second, all agents together, the median of trials. Agents are offered their rate.",
  }),
  measure({
    id: "failed",
    label: "failed",
    unit: "share",
    better: "lower",
    interval: true,
    help: "Share of the ops that nobody answered before the deadline, of all trials together.",
  }),
  measure({
    id: "failed-expected",
    label: "failed, by theory",
    heading: "By theory",
    unit: "share",
    of: "row",
    help: "1 − (1 − loss)²·(1 − crash): the offer is lost, the agent crashes, or the answer is lost.",
  }),
  measure({
    id: "p50",
    label: "p50 time of an op",
    heading: "p50",
    better: "lower",
    ...clocked,
    help: "From the offer to the answer, for half of the ops that were done at most.",
  }),
  measure({
    id: "p95",
    label: "p95 time of an op",
    heading: "p95",
    better: "lower",
    ...clocked,
    help: "From the offer to the answer, for 95% of the ops that were done at most.",
  }),
  measure({
    id: "noticed-p50",
    label: "p50 time to notice",
    heading: "Noticed, p50",
    ...clocked,
    help: "From the crash of an agent until it was brought back, for half of the crashes at most. The deadline bounds it from below.",
  }),
  measure({
    id: "noticed-p95",
    label: "p95 time to notice",
    heading: "Noticed, p95",
    better: "lower",
    ...clocked,
    help: "From the crash of an agent until it was brought back, for 95% of the crashes at most.",
  }),
  measure({
    id: "recovered-p95",
    label: "p95 time to recover",
    heading: "Back, p95",
    better: "lower",
    ...clocked,
    help: "From the missed deadline until the agent said that it is there again, for 95% of them at most.",
  }),
  measure({
    id: "unbalanced-seconds",
    label: "seconds out of balance",
    heading: "Out of balance",
    unit: "count",
    help: "Seconds in which done + failed + in flight were not what was offered. It must be 0.",
  }),
  measure({ id: "seconds", label: "seconds a trial", ...counted, help: "Seconds in which the accounts were made." }),
  measure({ id: "offered", label: "offered a trial", ...counted, help: "Ops that were offered to agents." }),
  measure({ id: "ended", label: "ended a trial", ...counted, help: "Ops that were done or failed." }),
  measure({ id: "crashes", label: "crashes a trial", ...counted, help: "Agents that crashed in the middle of an op." }),
  measure({
    id: "alive",
    label: "brought back alive",
    ...counted,
    help: "Agents that were brought back although they had not crashed, since a message was lost or came late.",
  }),
  measure({
    id: "late-answers",
    label: "late answers",
    ...counted,
    help: "Answers that came after their op had been counted as failed.",
  }),
  measure({ id: "kept", label: "came back with beliefs", ...counted, help: "Restarts with the beliefs from before." }),
  measure({ id: "forgot", label: "came back without beliefs", ...counted, help: "Restarts that knew nothing." }),
  warmUpMeasure,
];
