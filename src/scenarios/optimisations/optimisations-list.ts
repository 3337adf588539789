// Every optimisation that is measured: what it is, what is published of it, and what is measured beside what.
import type { SwitchKind } from "../../workloads/variants/variation.ts";

/** What a published claim says, and what bears it out. */
export interface Claim {
  /** As the document has it. */
  readonly text: string;
  readonly measure: "speed-up" | "saved";
  /** From here on the claim holds: a speed-up as a ratio, saved memory as a share. */
  readonly least: number;
}

/** What is measured beside the engine as it is. */
export type Comparison =
  /** The engine has it: B is the engine without. */
  | { readonly kind: "switched off"; readonly by: SwitchKind }
  /** The engine does not have it: B is the engine with it. */
  | { readonly kind: "switched on"; readonly by: SwitchKind }
  | { readonly kind: "cache" }
  /** Agents on workers beside the same on one. */
  | { readonly kind: "workers" }
  /** Rounds that wait for nobody beside rounds with a barrier. */
  | { readonly kind: "asynchronous" };

export interface Optimisation {
  /** Its number in rows: never given to another. */
  readonly at: number;
  readonly label: string;
  readonly help: string;
  readonly comparison: Comparison;
  /** Whether agents believe or plan something else with it, so that it is compared with the engine. */
  readonly changesBeliefs: boolean;
  /** Null where the document does not claim it. */
  readonly claim: Claim | null;
}

/** More than 1 at all. */
const FASTER = 1;
/** Anything at all. */
const SOME = 1e-9;

const compression = { text: "belief state compression: 30 to 40% less memory", measure: "saved", least: 0.3 } as const;

export const OPTIMISATIONS = {
  "one-model": {
    at: 1,
    label: "one model for all agents",
    help: "Agents of a worker share the matrices of their model, beside a copy for each.",
    comparison: { kind: "switched off", by: "own-model" },
    changesBeliefs: false,
    claim: { text: "matrix pooling: less memory", measure: "saved", least: SOME },
  },
  "single-precision": {
    at: 2,
    label: "beliefs of 32 bits",
    help: "What an agent keeps of its belief between steps, in single precision.",
    comparison: { kind: "switched on", by: "single-precision" },
    changesBeliefs: true,
    claim: compression,
  },
  "sixteen-bit": {
    at: 3,
    label: "beliefs of 16 bits",
    help: "What an agent keeps of its belief between steps, in 65,536 steps from 0 to 1.",
    comparison: { kind: "switched on", by: "sixteen-bit" },
    changesBeliefs: true,
    claim: compression,
  },
  cache: {
    at: 4,
    label: "a cache of results",
    help: "Results of inference are kept and found again, 4,096 of them, S3-FIFO, asked only while that gains.",
    comparison: { kind: "cache" },
    changesBeliefs: false,
    claim: { text: "cache: 3.2 times as fast", measure: "speed-up", least: 3.2 },
  },
  "selective-updating": {
    at: 5,
    label: "selective belief updating",
    help: "An agent that sees what it expected most takes its prediction for its belief and keeps to its plan.",
    comparison: { kind: "switched on", by: "expected-skipped" },
    changesBeliefs: true,
    claim: { text: "selective belief updating: faster", measure: "speed-up", least: FASTER },
  },
  "deterministic-choice": {
    at: 6,
    label: "deterministic choice",
    help: "The likeliest action is taken, beside one that is drawn.",
    comparison: { kind: "switched on", by: "deterministic" },
    changesBeliefs: false,
    claim: { text: "action selection: faster", measure: "speed-up", least: FASTER },
  },
  workers: {
    at: 7,
    label: "workers in place of one",
    help: "Agents on as many workers as cores, beside all on one worker, as behind one interpreter lock.",
    comparison: { kind: "workers" },
    changesBeliefs: false,
    claim: { text: "process-based agents: faster", measure: "speed-up", least: FASTER },
  },
  asynchronous: {
    at: 8,
    label: "rounds without waiting",
    help: "Agents who all hear each other take the last that others wrote, beside rounds that wait at a barrier.",
    comparison: { kind: "asynchronous" },
    changesBeliefs: false,
    claim: { text: "async coordination: faster", measure: "speed-up", least: FASTER },
  },
  sparse: {
    at: 9,
    label: "sparse transitions",
    help: "Planning walks the entries of a transition that are not 0, beside whole matrices.",
    comparison: { kind: "switched off", by: "dense-transitions" },
    changesBeliefs: false,
    claim: { text: "matrix operations: faster", measure: "speed-up", least: FASTER },
  },
  "shared-prefixes": {
    at: 10,
    label: "plans share their beginnings",
    help: "Plans that begin alike share their predictions, beside each on its own.",
    comparison: { kind: "switched off", by: "prefixes-apart" },
    changesBeliefs: false,
    claim: null,
  },
} as const satisfies Record<string, Optimisation>;

export type OptimisationKind = keyof typeof OPTIMISATIONS;

/** @returns the optimisation of a row; undefined where this Headroom has none of this number */
export function optimisationAt(at: number): Optimisation | undefined {
  return Object.values<Optimisation>(OPTIMISATIONS).find((one) => one.at === at);
}

/** What the document recommends and a browser has nothing of, with the reason. */
export const WITHOUT_MEANING = [
  [
    "garbage collection tuning",
    "a page cannot set when its browser collects, and a step of the engine leaves nothing to collect",
  ],
  [
    "query optimisation, indexing",
    "there is no database: results are kept in the browser, outside of what is measured",
  ],
  ["connection pooling", "nothing is sent: workers are reached by ports that are opened once"],
  ["compiled hot paths", "a browser compiles every worker's code by itself; warm-up blocks are discarded until it has"],
  [
    "resource monitoring",
    "it makes nothing faster by itself; what the page itself takes is told under “How this was measured”",
  ],
] as const;
