// How fast teams agree: rounds that were counted beside those that theory gives, and what the weights do to the result.
import { formatComputed, formatCount } from "../../words/format.ts";
import { AGREED } from "../../workloads/agreement.ts";
import { roundsUntil, slowestFactor } from "../../workloads/consensus.ts";
import { middleOf, type Row } from "../contract/rows.ts";
import type { FactTable } from "../contract/seen.ts";
import type { SearchSettings } from "./fields.ts";

const why: Readonly<Record<SearchSettings["topology"], string>> = {
  "all-to-all": "Where all hear all, one round is enough.",
  ring: "On a ring news walks from neighbour to neighbour, so that the rounds grow with the square of the team.",
  star: "On a star with Metropolis weights each leaf may move by 1/N a round only, or the hub's word would count more than others'; so the rounds grow with the team.",
};

const biased =
  "With row means the leaves move by half, which is quick, but the team ends up with a mean in which whoever is heard by many counts more.";

/** @returns nothing where no team of two was measured */
export function agreementTable({ topology, pooling }: SearchSettings, rows: readonly Row[]): FactTable[] {
  const teams = rows.filter((row) => row.at > 1 && middleOf(row, "rounds-to-agree") !== null);
  if (teams.length === 0) return [];
  const help = topology === "star" && pooling === "row-mean" ? biased : why[topology];
  return [
    {
      title: "How fast the team agrees",
      help: `Rounds of fusion until a thousandth of the slowest disagreement is left, counted with the code that fuses in windows, beside the closed form. ${help}`,
      head: ["Agents", "Rounds, counted", "Rounds, by theory", "Left after a round"],
      rows: teams.map((row) => {
        const factor = slowestFactor(topology, pooling, row.at);
        return [
          formatCount(row.at),
          formatCount(middleOf(row, "rounds-to-agree") ?? 0),
          formatCount(roundsUntil(AGREED, factor) ?? 0),
          formatComputed(factor),
        ];
      }),
    },
  ];
}
