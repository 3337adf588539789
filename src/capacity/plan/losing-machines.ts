// Equal processes laid out so that any one machine, or any one zone, may be lost with enough of them left.

/** What may be lost with the demand still met: some processes, any one machine, or any one zone. */
export type Losing = "processes" | "machine" | "zone";

/** A cloud region has three zones as a rule; two are enough to lose one. */
const ZONES_MOST = 3;

/** A number of processes over groups of which any one may be lost. A group is a machine, or the machines of a zone. */
export interface Layout {
  readonly processes: number;
  /** The processes of the fullest group. */
  readonly lost: number;
  readonly groups: number;
  readonly machines: number;
}

/** How many of `total` are in each of `parts` when they are spread as evenly as possible. */
export function evenly(total: number, parts: number): readonly number[] {
  return Array.from(
    { length: parts },
    (_, n) => Math.floor(((n + 1) * total) / parts) - Math.floor((n * total) / parts),
  );
}

/**
 * For each number of groups the fewest processes of which so many survive: c are in the fullest of g groups, and
 * c · (g − 1) must be enough, so c = ⌈survivors ÷ (g − 1)⌉.
 * @param perMachine the most processes of a machine, at least 1
 * @param processesMost layouts of more are left out; at least one more than survives is needed, so it bounds the steps too
 */
export function layoutsLosing(
  losing: "machine" | "zone",
  survivors: number,
  perMachine: number,
  processesMost: number,
): readonly Layout[] {
  if (survivors >= processesMost) return [];
  const most = losing === "machine" ? survivors + 1 : ZONES_MOST;
  const layouts: Layout[] = [];
  for (let groups = 2; groups <= Math.min(most, survivors + 1); groups += 1) {
    const lost = Math.ceil(survivors / (groups - 1));
    const processes = survivors + lost;
    if (processes > processesMost || (losing === "machine" && lost > perMachine)) continue;
    const machines =
      losing === "machine"
        ? groups
        : evenly(processes, groups).reduce((sum, held) => sum + Math.ceil(held / perMachine), 0);
    layouts.push({ processes, lost, groups, machines });
  }
  return layouts;
}

/** How many processes each machine of a layout holds; machines of a zone stand together. */
export function placementOf({ processes, groups, machines }: Layout, perMachine: number): readonly number[] {
  const held = evenly(processes, groups);
  return groups === machines ? held : held.flatMap((count) => evenly(count, Math.ceil(count / perMachine)));
}

/** The most processes that are left of so many when each is on a machine of its own. */
export function mostSurvivors(losing: Losing, processes: number, spare: number): number {
  switch (losing) {
    case "processes":
      return processes - spare;
    case "machine":
      return processes - 1;
    case "zone":
      return processes - Math.ceil(processes / ZONES_MOST);
  }
}
