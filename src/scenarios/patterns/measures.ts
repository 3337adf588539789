// What the patterns scenario measures and derives, each figure once, and which of them belong to which pattern.
import { warmUpMeasure } from "../agents/warm-up-measure.ts";
import { measure, type Measure } from "../contract/measure.ts";
import type { PatternKind } from "./pattern-kinds.ts";

const clocked = { unit: "µs", floor: { timerSteps: 10 } } as const;
const ofTheory = { unit: "share", of: "row" } as const;

const shared = {
  rate: measure({
    id: "rate",
    label: "done a second",
    unit: "count",
    better: "higher",
    interval: true,
    help: "How many of them ended well in a second, all agents together, the median of trials.",
  }),
  p50: measure({
    id: "p50",
    label: "p50 time",
    heading: "p50",
    better: "lower",
    ...clocked,
    help: "How long half of those that ended well took at most, from the first message to the last. There is no sleep in it.",
  }),
  p95: measure({
    id: "p95",
    label: "p95 time",
    heading: "p95",
    better: "lower",
    ...clocked,
    help: "How long 95% of those that ended well took at most.",
  }),
  messages: measure({
    id: "messages",
    label: "messages each",
    unit: "count",
    help: "Messages that were sent for one of them, lost ones included.",
  }),
  bytes: measure({
    id: "bytes",
    label: "bytes each",
    unit: "B",
    place: "file",
    help: "Bytes of the messages that were sent for one of them.",
  }),
  ended: measure({
    id: "ended",
    label: "ended a trial",
    unit: "count",
    place: "file",
    help: "How many ended in a trial.",
  }),
  crashes: measure({
    id: "crashes",
    label: "crashes a trial",
    unit: "count",
    place: "file",
    help: "Agents that crashed in the middle of a task, in a trial.",
  }),
  unbalanced: measure({
    id: "unbalanced",
    label: "unaccounted for",
    unit: "count",
    place: "file",
    help: "What was begun in a trial, less what ended and what was still under way. It must be 0.",
  }),
};

const common: readonly Measure[] = Object.values(shared);

const handoff: readonly Measure[] = [
  measure({
    id: "timed-out",
    label: "timed out",
    unit: "share",
    interval: true,
    help: "Share of handoffs that nobody answered in time, so that nothing changed hands.",
  }),
  measure({
    id: "timed-out-expected",
    label: "timed out, by theory",
    heading: "By theory",
    ...ofTheory,
    help: "1 − (1 − loss)²: the request is lost, or its answer. Crashes add to it.",
  }),
  measure({
    id: "refused",
    label: "refused",
    unit: "share",
    help: "Share of handoffs that the other agent refused, since it held two things or had promised its place.",
  }),
  measure({
    id: "astray",
    label: "lost or doubled",
    unit: "count",
    help: "Things that nobody held at the end of a trial although they were not on their way, or that two agents held. It must be 0.",
  }),
];

const consensus: readonly Measure[] = [
  measure({
    id: "passed",
    label: "passed",
    unit: "share",
    interval: true,
    help: "Share of votes that passed, of all trials together.",
  }),
  measure({
    id: "passed-expected",
    label: "passed, by theory",
    heading: "By theory",
    ...ofTheory,
    help: "How likely a vote passes: P(Bin(N, 0.7) > N/2) without lost messages; with them, over the binomial number of votes that arrive.",
  }),
  measure({
    id: "quorum",
    label: "quorum reached",
    unit: "share",
    help: "Share of votes in which 80% of the agents were heard.",
  }),
  measure({
    id: "quorum-expected",
    label: "quorum, by theory",
    heading: "Quorum, theory",
    ...ofTheory,
    help: "How likely 80% of the votes arrive, where a vote needs two messages that are not lost.",
  }),
];

const broadcast: readonly Measure[] = [
  measure({
    id: "complete",
    label: "reached all",
    unit: "share",
    interval: true,
    help: "Share of broadcasts that all others acknowledged before the deadline.",
  }),
];

const messagesExpected = measure({
  id: "messages-expected",
  label: "messages, by theory",
  heading: "Messages, theory",
  unit: "count",
  of: "row",
  help: "2(N − 1) without lost messages, else (N − 1)·(1/(1 − loss)² + 1/(1 − loss)): news is sent until its acknowledgement comes.",
});

const contention: readonly Measure[] = [
  measure({
    id: "held",
    label: "resources in use",
    heading: "In use",
    unit: "share",
    interval: true,
    help: "Share of the trial in which a resource was held, the mean over resources.",
  }),
  measure({
    id: "held-expected",
    label: "in use, by theory",
    heading: "By theory",
    ...ofTheory,
    help: "The machine-repairman queue with the thinking and holding times that were measured.",
  }),
  measure({
    id: "wait-mean",
    label: "mean wait",
    better: "lower",
    interval: true,
    ...clocked,
    help: "From asking for a resource to holding one, the mean over all uses.",
  }),
  measure({
    id: "wait-most",
    label: "longest wait",
    ...clocked,
    help: "The longest that any agent waited in a trial.",
  }),
  measure({
    id: "unfairness",
    label: "longest wait over mean",
    heading: "Longest / mean",
    unit: "count",
    better: "lower",
    help: "How many times the mean the longest wait was. Who asks first is served first, so it stays small.",
  }),
  measure({
    id: "think-mean",
    label: "mean think",
    unit: "µs",
    place: "file",
    help: "How long agents really did without a resource, the mean.",
  }),
  measure({
    id: "hold-mean",
    label: "mean hold",
    unit: "µs",
    place: "file",
    help: "How long agents really held one, the mean.",
  }),
  measure({
    id: "two-holders",
    label: "doubly held",
    unit: "count",
    place: "file",
    help: "How often a resource had two holders. It must be 0.",
  }),
];

/** Shares of what ended: a row has them of all trials together. */
export const POOLED: readonly string[] = ["timed-out", "refused", "passed", "quorum", "complete"];

const { rate, p50, p95, messages, bytes, ended, crashes, unbalanced } = shared;

/** The measures of a run, in reading order. */
export const measuresOf = {
  handoff: [rate, p50, p95, ...handoff, messages, bytes, ended, crashes, unbalanced, warmUpMeasure],
  consensus: [rate, p50, p95, ...consensus, messages, bytes, ended, crashes, unbalanced, warmUpMeasure],
  broadcast: [
    rate,
    p50,
    p95,
    ...broadcast,
    messages,
    messagesExpected,
    bytes,
    ended,
    crashes,
    unbalanced,
    warmUpMeasure,
  ],
  contention: [rate, ...contention, ended, unbalanced, warmUpMeasure],
} satisfies Record<PatternKind, readonly Measure[]>;

/** Every measure that any pattern has. */
export const patternMeasures: readonly Measure[] = [
  ...common,
  ...handoff,
  ...consensus,
  ...broadcast,
  messagesExpected,
  ...contention,
  warmUpMeasure,
];
