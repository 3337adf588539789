// The pictures of a coordination run: one small chart for each topology, with a line for each way to carry and to sit.
import type { Chart, Place } from "../contract/chart.ts";
import { cellOf, type Combination, combinationsOf, type Ticked, transportWords } from "./cells.ts";

/** What tells a line from the others: only what more than one was ticked of. */
function lineName({ transport, placement }: Combination, { transports, placements }: Ticked): string {
  const carried =
    transport === null || (transports.length === 1 && placements.length > 1) ? [] : [transportWords[transport]];
  const seated = placements.length === 1 && carried.length > 0 ? [] : [placement];
  return [...carried, ...seated].join(", ");
}

export function coordinationPanels(ticked: Ticked): readonly (readonly Chart[])[] {
  const combinations = combinationsOf(ticked).filter(({ topology }) => topology !== "none");
  const lines = [...new Set(combinations.map((combination) => lineName(combination, ticked)))];
  const silence = ticked.placements.length === 1 ? "silence" : null;

  function placeOf(at: number): readonly Place[] {
    const cell = cellOf(at);
    if (cell === null) return [];
    const { agents, topology } = cell;
    return topology === "none" ? [] : [{ panel: topology, line: lineName(cell, ticked), x: agents }];
  }

  /** In silence all topologies are one: the line is drawn in each picture, to be looked at beside the others. */
  function withSilence(at: number): readonly Place[] {
    const cell = cellOf(at);
    if (cell === null || cell.topology !== "none" || silence === null) return placeOf(at);
    return ticked.topologies.map((panel) => ({ panel, line: silence, x: cell.agents }));
  }

  const common = {
    kind: "multiples",
    across: "Agents",
    panels: ticked.topologies,
    empty: "Each trial adds a point here: what teams of each size pay for talking.",
  } as const;
  const all = silence === null ? lines : [...lines, silence];
  return [
    [
      { ...common, measure: "loss", title: "Cost of talking", lines, placesOf: placeOf },
      { ...common, measure: "throughput", title: "Throughput", lines: all, placesOf: withSilence },
      { ...common, measure: "core-normalised", title: "Core-normalised", lines: all, placesOf: withSilence },
    ],
  ];
}
