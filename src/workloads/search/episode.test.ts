// A team that looks for a target: repeatable, bounded by what one mind would do, and sooner when it talks.
import { expect, test } from "vitest";
import { type Episode, playEpisode } from "./episode.ts";
import { buildSearch } from "./search.ts";
import { type Arm, ARMS, type Team, TeamRun } from "./team.ts";

const workload = buildSearch({ gridSize: 5, policyLength: 1 });
const team = (agents: number, more: Partial<Team> = {}): Team => ({
  workload,
  gridSize: 5,
  agents,
  topology: "all-to-all",
  pooling: "metropolis",
  crash: 0,
  ...more,
});
const play = (one: Team, arm: Arm, episodes: number): Episode[] =>
  Array.from({ length: episodes }, (_, seed) => playEpisode(one, arm, seed));
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test("the same seed gives the same episode, whatever was played before", () => {
  const [first, ...others] = play(team(4), "talk", 6);
  expect(playEpisode(team(4), "talk", 0)).toEqual(first);
  expect(new Set(others.map(({ steps }) => steps)).size).toBeGreaterThan(1);
});

test("alone, talking and one mind are the same for a single agent", () => {
  const [talk, alone, oracle] = ARMS.map((arm) => play(team(1), arm, 10).map(({ steps }) => steps));
  expect(talk).toEqual(alone);
  expect(oracle).toEqual(alone);
});

test("a team that hears everybody agrees after each round, as one mind does, and one in silence does not", () => {
  for (const { disagreement } of [...play(team(5), "talk", 5), ...play(team(5), "oracle", 5)]) {
    expect(disagreement).toBeLessThan(1e-9);
  }
  for (const { disagreement } of play(team(5), "alone", 5)) expect(disagreement).toBeGreaterThan(0.1);
});

test("one mind knows more than a team that talks, and that more than one in silence", () => {
  const [talk = 0, alone = 0, oracle = 0] = ARMS.map((arm) =>
    mean(play(team(6), arm, 60).map(({ entropy }) => entropy)),
  );
  expect(oracle).toBeLessThan(talk);
  expect(talk).toBeLessThan(alone);
});

test("G9: talking finds the target in fewer rounds than silence, and in no fewer than one mind, over paired episodes", () => {
  const episodes = 200;
  const [talk = [], alone = [], oracle = []] = ARMS.map((arm) =>
    play(team(6), arm, episodes).map(({ steps }) => steps),
  );
  /** The 95 % interval of the mean difference of pairs, rounds. */
  const difference = (a: readonly number[], b: readonly number[]) => {
    const apart = a.map((steps, n) => steps - (b[n] ?? 0));
    const middle = mean(apart);
    const deviation = Math.sqrt(mean(apart.map((one) => (one - middle) ** 2)) / (episodes - 1));
    return { low: middle - 1.96 * deviation, high: middle + 1.96 * deviation };
  };
  expect(difference(alone, talk).low).toBeGreaterThan(0);
  expect(difference(talk, oracle).high).toBeGreaterThan(0);
});

const messagesFor: Readonly<Record<"ring" | "star" | "all-to-all", (members: number) => number>> = {
  ring: (n) => (n < 2 ? 0 : n === 2 ? 2 : 2 * n),
  star: (n) => 2 * (n - 1),
  "all-to-all": (n) => n * (n - 1),
};

test.each(["ring", "star", "all-to-all"] as const)(
  "G2: after k members of %s crashed, a round has the messages of N − k",
  (topology) => {
    const seen = new Set<number>();
    for (let seed = 0; seed < 20; seed += 1) {
      const run = new TeamRun(team(12, { topology, crash: 0.1 }), "talk", seed);
      for (let round = 0; round < 40 && run.searchers.length > 0; round += 1) {
        run.round();
        const left = run.searchers.length;
        if (left === 0) break;
        seen.add(left);
        expect(run.messagesRead).toBe(messagesFor[topology](left));
        expect(run.beliefs).toHaveLength(left);
      }
    }
    expect(seen.size).toBeGreaterThan(8);
  },
);

test("members crash as often as was asked, in the same rounds whether the team talks or not", () => {
  const crashing = team(10, { crash: 0.05 });
  const leftAfter = (arm: Arm, seed: number): number => {
    const run = new TeamRun(crashing, arm, seed);
    for (let round = 0; round < 5; round += 1) run.round();
    return run.searchers.length;
  };
  const seeds = Array.from({ length: 200 }, (_, seed) => seed);
  const left = seeds.map((seed) => leftAfter("talk", seed));
  expect(seeds.map((seed) => leftAfter("alone", seed))).toEqual(left);
  expect(Math.abs(mean(left) / 10 - 0.95 ** 5)).toBeLessThan(0.03);
});

test("a team that loses members needs more rounds, and one that loses all ends unfound", () => {
  const steps = (crash: number) => mean(play(team(5, { crash }), "talk", 60).map((episode) => episode.steps));
  expect(steps(0.2)).toBeGreaterThan(steps(0));
  const lost = play(team(3, { crash: 0.9 }), "talk", 20).filter(({ crashed }) => crashed === 3);
  expect(lost.length).toBeGreaterThan(5);
  for (const { found, steps: rounds } of lost) expect(rounds).toBe(found ? rounds : 40);
});
