// The world that agents of a batch live in, as chances: what the kernel needs to know of a workload.

/** Numbers in ascending order, each with what follows where a uniform number is below it; the last one is taken otherwise. */
export interface Chances {
  readonly cumulative: readonly number[];
  readonly leadsTo: readonly number[];
}

/** How one agent begins. */
export interface AgentStart {
  /** The generator's four words after what was drawn: high and low word of the first half, then of the second. */
  readonly random: readonly [number, number, number, number];
  /** The state it is in, and the steps that its first episode still has; with 0 steps an episode begins with the first step. */
  readonly state: number;
  readonly stepsLeft: number;
}

export interface KernelWorld {
  /** `cell`: an episode begins in an evenly drawn state that the prior holds twice as likely. `initial`: state and prior by D. */
  readonly start: "cell" | "initial";
  /** Steps of an episode; null where it never ends. */
  readonly episodeSteps: number | null;
  /** Whether every move draws a number; otherwise those that may lead to several states do. */
  readonly everyMoveDraws: boolean;
  /** Where a control leads from a state. */
  moves(state: number, control: number): Chances;
  /** The agent with this seed. */
  begin(seed: number): AgentStart;
}

/** Cumulative chances of probabilities, those of 0 left out. */
export function chancesOf(probabilities: Iterable<readonly [leadsTo: number, probability: number]>): Chances {
  const cumulative: number[] = [];
  const leadsTo: number[] = [];
  let sum = 0;
  for (const [to, probability] of probabilities) {
    if (!(probability > 0)) continue;
    sum += probability;
    cumulative.push(sum);
    leadsTo.push(to);
  }
  return { cumulative, leadsTo };
}
