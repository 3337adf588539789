// The order of a scaling run: rows shuffled by the seed, controls right behind them, one agent or batch alone at start, middle and end.
import type { Planned } from "../../measurement/run/sample.ts";
import { shuffled } from "../../measurement/run/schedule.ts";
import { isLockStep } from "../agents/agent-form.ts";
import type { ScalingSettings } from "./fields.ts";
import { SERIES } from "./series.ts";
import { soloAgents } from "./solo.ts";

/**
 * All points of a run in order; a saturated lock-step row is followed by its control without messages.
 * Saturated runs hold ⌈repeats/3⌉ solo points at start, middle and end each; solo repeat modulo 3 tells the place.
 */
export function planScaling(settings: ScalingSettings): Planned[] {
  const { agents, repeats, seed, pacing } = settings;
  const saturated = pacing === "saturated";
  const pairs = agents.flatMap((at) => Array.from({ length: repeats }, (_, repeat) => ({ at, repeat })));
  const rows = shuffled(pairs, seed).map(({ at, repeat }): Planned[] => {
    const row: Planned = { series: SERIES.row, at, repeat };
    return saturated && isLockStep(settings) ? [row, { series: SERIES.control, at, repeat }] : [row];
  });
  if (!saturated) return rows.flat();
  const at = soloAgents(settings);
  const solosPerPlace = Math.ceil(repeats / 3);
  const solos = (place: number): Planned[] =>
    Array.from({ length: solosPerPlace }, (_, i) => ({ series: SERIES.solo, at, repeat: i * 3 + place }));
  const middle = Math.ceil(rows.length / 2);
  return [...solos(0), ...rows.slice(0, middle).flat(), ...solos(1), ...rows.slice(middle).flat(), ...solos(2)];
}
