// What hearing each other costs agents, as measures: the loss against the same agents in silence, and what explains it.
import { measure, type Measure } from "../contract/measure.ts";

const inBreakdown = { unit: "share", place: "breakdown" } as const;

export const talkMeasures: readonly Measure[] = [
  measure({
    id: "loss",
    label: "loss",
    ...inBreakdown,
    of: "row",
    help: "1 − throughput over that of the control, which ran right after with the same agents and no messages. It is fuse, transport, wait and rest together.",
  }),
  measure({
    id: "fuse",
    label: "fuse",
    ...inBreakdown,
    help: "Share of all worker time spent reading the posteriors of the others.",
  }),
  measure({
    id: "transport",
    label: "transport",
    ...inBreakdown,
    help: "Share of all worker time spent publishing and carrying posteriors.",
  }),
  measure({
    id: "wait",
    label: "wait",
    ...inBreakdown,
    help: "Share of all worker time spent waiting for the slowest worker, twice a round.",
  }),
  measure({
    id: "rest",
    label: "rest",
    ...inBreakdown,
    of: "row",
    help: "What the three do not explain, such as inference that is slower or faster beside other work. It may be negative.",
  }),
  measure({
    id: "messages",
    label: "messages a round",
    unit: "count",
    place: "breakdown",
    help: "Posteriors that were read in one round: one for each pair of a sender and an agent that hears it.",
  }),
  measure({
    id: "carried-bytes",
    label: "bytes a round",
    unit: "B",
    place: "breakdown",
    help: "Bytes of posteriors that were carried from worker to worker in one round. Agents of one worker need none carried.",
  }),
];
