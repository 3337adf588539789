// What theory says of a vote: how likely it passes, from the binomial distributions of votes that arrive and of votes that say yes.
import { binomialAtMost } from "../statistics/binomial.ts";
import { votesNeeded } from "./vote.ts";

/** P(X = hits) of a binomial X. */
function binomialOf(hits: number, total: number, share: number): number {
  return binomialAtMost(hits, total, share) - (hits === 0 ? 0 : binomialAtMost(hits - 1, total, share));
}

export interface VoteOdds {
  /** Enough votes are seen, and more than half of them say yes. */
  readonly passed: number;
  /** Enough votes are seen. */
  readonly quorum: number;
}

/**
 * @param loss share of messages that are lost, each by itself; a vote is seen where neither the question nor the answer is lost, and one's own always
 * @returns probabilities. Without loss: passed = P(Bin(N, yes) > N/2).
 */
export function voteOdds(agents: number, quorum: number, yes: number, loss: number): VoteOdds {
  const needed = votesNeeded(agents, quorum);
  const arrives = (1 - loss) ** 2;
  let passed = 0;
  let enough = 0;
  for (let others = 0; others < agents; others += 1) {
    const seen = others + 1;
    if (seen < needed) continue;
    const likely = arrives === 1 ? Number(others === agents - 1) : binomialOf(others, agents - 1, arrives);
    enough += likely;
    passed += likely * (1 - binomialAtMost(Math.floor(seen / 2), seen, yes));
  }
  return { passed, quorum: enough };
}
