// A search to be watched: where the members of a team are, where the target is, and where they believe it to be.
import { formatCounted, formatPercent } from "../../words/format.ts";
import { roles } from "../../workloads/search/roles.ts";
import type { EpisodeFrame } from "../../workloads/search/watched-episode.ts";
import type { Arm } from "../../workloads/search/team.ts";
import type { Watch, Watched, WatchedFrame } from "../contract/watch.ts";
import type { SearchSettings } from "./fields.ts";

/** Larger teams hide the grid. */
const WATCHED_MOST = 20;

const arms = { talk: "talking", alone: "in silence", oracle: "as one mind" } as const satisfies Record<Arm, string>;

function isArm(text: string): text is Arm {
  return Object.hasOwn(arms, text);
}

function textOf(round: number, { isFound, isOver, crashed }: EpisodeFrame, likely: number): string {
  if (round === 0) return "The team stands at the start. Nobody has looked yet.";
  const lost = crashed === 0 ? "" : `, with ${formatCounted(crashed, "member")} crashed,`;
  const after = `After ${formatCounted(round, "round")}${lost}`;
  if (isFound) return `${after} a collector stands on the target.`;
  const belief = `the team gives the target's cell ${formatPercent(likely)}`;
  return isOver ? `${after} it is not found, and the episode ends: ${belief}.` : `${after} ${belief}.`;
}

async function played(settings: SearchSettings, arm: Arm, agents: number, seed: number): Promise<Watched> {
  const { startEpisode } = await import("../../workloads/search/watched-episode.ts");
  const { gridSize } = settings;
  const episode = startEpisode({ ...settings, crash: settings.crashPercent / 100 }, arm, agents, seed);
  let round = -1;
  return {
    side: gridSize,
    next(): WatchedFrame {
      round += 1;
      const frame = episode.after(round);
      const { marks, target, heat, isOver } = frame;
      const text = textOf(round, frame, heat[target] ?? 0);
      return { marks: marks.map(({ role, cell }) => ({ kind: role, cell })), target, heat, text, isOver };
    },
  };
}

/** @returns what can be watched of these settings */
export function watchOf(settings: SearchSettings): Watch | null {
  const points = settings.agents.filter((agents) => agents <= WATCHED_MOST).toSorted((a, b) => a - b);
  if (points.length === 0) return null;
  return {
    title: "Watch one search",
    help: "One seeded episode on this page, round by round. The stronger a cell's colour, the likelier the team holds it to be the target's. It is not measured, and does not run while something is.",
    kinds: [
      { kind: "collector", help: roles.collector.help, shape: "circle" },
      { kind: "explorer", help: roles.explorer.help, shape: "triangle" },
      { kind: "coordinator", help: roles.coordinator.help, shape: "square" },
    ],
    choices: Object.entries(arms).map(([name, label]) => ({ name, label })),
    points,
    start: (choice, at, seed) => played(settings, isArm(choice) ? choice : "talk", at, seed),
  };
}
