// What the search scenario measures and derives, each figure once.
import { warmUpMeasure } from "../agents/warm-up-measure.ts";
import { talkMeasures } from "../agents/talk-measures.ts";
import { measure, type Measure } from "../contract/measure.ts";

const inFile = { place: "file", interval: true } as const;

const perTrial = "The mean over the episodes of a trial, the median of trials.";

export const searchMeasures: readonly Measure[] = [
  measure({
    id: "steps",
    label: "rounds to find, talking",
    heading: "Rounds, talking",
    unit: "count",
    better: "lower",
    interval: true,
    help: `Rounds until a collector stood on the target, in a team that fuses what it believes each round. ${perTrial}`,
  }),
  measure({
    id: "steps-alone",
    label: "rounds to find, in silence",
    heading: "Rounds, silence",
    unit: "count",
    interval: true,
    help: `The same team before the same targets, while nobody hears anybody: the lower bound of what talking must beat. ${perTrial}`,
  }),
  measure({
    id: "steps-oracle",
    label: "rounds to find, as one mind",
    heading: "Rounds, one mind",
    unit: "count",
    interval: true,
    help: `The same team with one belief from all that all see: the limit of what talking can give. ${perTrial}`,
  }),
  measure({
    id: "sooner",
    label: "sooner by talking",
    heading: "Sooner",
    unit: "share",
    of: "row",
    interval: true,
    help: "How many fewer rounds talking needs than silence, trial by trial before the same targets. Negative where it needs more.",
  }),
  measure({
    id: "found",
    label: "targets found",
    heading: "Found",
    unit: "share",
    better: "higher",
    help: "Share of episodes in which the talking team found the target before the episode ended, after eight rounds for each cell of the grid's side.",
  }),
  measure({
    id: "throughput",
    label: "throughput",
    unit: "op/s",
    better: "higher",
    interval: true,
    help: "Completed ops per second of the talking team, the median of trials. An op observes, infers states and policies, samples an action and publishes.",
  }),
  measure({
    id: "entropy",
    label: "entropy, talking",
    unit: "count",
    ...inFile,
    help: "Nats of uncertainty in the team's pooled belief about the target, the mean over the first rounds.",
  }),
  measure({
    id: "entropy-alone",
    label: "entropy, in silence",
    unit: "count",
    ...inFile,
    help: "Nats of uncertainty in the mean log belief of the team in silence.",
  }),
  measure({
    id: "entropy-oracle",
    label: "entropy, as one mind",
    unit: "count",
    ...inFile,
    help: "Nats of uncertainty in the belief from all observations.",
  }),
  measure({
    id: "disagreement",
    label: "disagreement",
    unit: "count",
    place: "file",
    help: "max‖log qᵢ − log q̄‖ over agents and cells after a round's fusion, nats, the mean over the first rounds.",
  }),
  measure({
    id: "crashed",
    label: "members that crashed",
    unit: "count",
    place: "file",
    help: "Members of the talking team that had crashed when an episode ended, the mean over the episodes of a trial.",
  }),
  measure({
    id: "rounds-to-agree",
    label: "rounds to agree",
    unit: "count",
    place: "file",
    help: "Rounds of fusion alone until a thousandth of a disagreement is left, where it lies in the direction in which the team agrees most slowly.",
  }),
  ...talkMeasures,
  warmUpMeasure,
];
