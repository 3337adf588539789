// The two ways in which several machines share a run, and which rows each of them measures.

/** `split`: each row is measured by one machine. `replicate`: every machine measures every row. */
export const FLEET_MODES = ["split", "replicate"] as const;
export type FleetMode = (typeof FLEET_MODES)[number];

/** How many machines there may be: what one merge holds in memory, and one page shows. */
export const MACHINES_MOST = 200;

export function fleetModeOf(text: string): FleetMode | null {
  return FLEET_MODES.find((mode) => mode === text) ?? null;
}

/**
 * The points that one machine measures. Split deals the points like cards, the largest first and to and fro, so that each machine
 * gets large and small ones: a large point takes longer and needs more memory.
 * @param index of the machine, from 0
 * @returns ascending; empty where there are more machines than points
 */
export function pointsOfMachine(
  mode: FleetMode,
  points: readonly number[],
  { index, machines }: { readonly index: number; readonly machines: number },
): readonly number[] {
  const ascending = [...points].sort((a, b) => a - b);
  switch (mode) {
    case "replicate":
      return ascending;
    case "split": {
      const dealt = ascending.toReversed().filter((_, n) => {
        const place = n % (2 * machines);
        return (place < machines ? place : 2 * machines - 1 - place) === index;
      });
      return dealt.toReversed();
    }
  }
}
