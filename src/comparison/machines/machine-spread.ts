// How far machines differ that measured the same: each row with its machines, their median and interval, and who stands apart.
import { qualityOfResult } from "../../results/derive.ts";
import { experimentOf } from "../../results/experiment.ts";
import type { Result } from "../../results/format/result.ts";
import { fingerprintOf } from "../cells/result-cells.ts";
import { byPoint } from "../../scenarios/contract/rows.ts";
import { type Estimate, estimate, median } from "../../statistics/summary.ts";
import { apartText, type NamedResult } from "./machine-ranking.ts";

/** What one machine measured of a row: the median of its trials. */
interface MachineFigure {
  readonly name: string;
  readonly value: number;
}

export interface SpreadRow {
  /** Place on the axis of the scenario, such as a number of agents. */
  readonly at: number;
  /** In the order in which the machines were given; those without a figure are left out. */
  readonly machines: readonly MachineFigure[];
  /** Over machines: their median with its 95 % interval (six machines or more) or range. */
  readonly estimate: Estimate;
  /** Names of machines that stand apart from the others in this row. */
  readonly outliers: readonly string[];
}

export interface MachineSpread {
  /** Ascending; rows that fewer than two machines have are left out. */
  readonly rows: readonly SpreadRow[];
  /** Names of machines that stand apart in more than half of the rows that they have. */
  readonly outliers: readonly string[];
}

/** Scales the median absolute deviation to a standard deviation, for normal values. */
const MAD_SCALE = 1.4826;
/** Deviations beyond which a value stands apart, and the least share of the median: trials differ by as much on one machine. */
const APART = { deviations: 3.5, share: 0.05 } as const;
/** With two machines nobody can say which of them is the odd one. */
const FEWEST_FOR_OUTLIERS = 3;

/**
 * Machines whose value is far from the median, by the median absolute deviation, which one odd machine does not move.
 * Source: Iglewicz and Hoaglin, How to Detect and Handle Outliers (modified z-score, 3.5).
 */
function outliersOf(machines: readonly MachineFigure[]): readonly string[] {
  if (machines.length < FEWEST_FOR_OUTLIERS) return [];
  const middle = median(machines.map(({ value }) => value)) ?? 0;
  const deviation = MAD_SCALE * (median(machines.map(({ value }) => Math.abs(value - middle))) ?? 0);
  const limit = Math.max(APART.deviations * deviation, APART.share * Math.abs(middle));
  return machines.flatMap(({ name, value }) => (Math.abs(value - middle) > limit ? [name] : []));
}

/** Median of a figure by point, straight from the samples. */
function mediansOf(result: Result, measure: string): ReadonlyMap<number, number> {
  const medians = new Map<number, number>();
  for (const [at, samples] of byPoint(result.samples, "row")) {
    const value = median(samples.flatMap(({ figures }) => figures[measure] ?? []));
    if (value !== null) medians.set(at, value);
  }
  return medians;
}

/**
 * The spread of one measure between machines.
 * @param machines of one configuration; whether they are is for the caller to know
 * @param measure id, such as "throughput"
 * @returns null where no row has figures of two machines
 */
export function machineSpread(machines: readonly NamedResult[], measure: string): MachineSpread | null {
  const known = machines.map(({ name, result }) => ({ name, medians: mediansOf(result, measure) }));
  const places = [...new Set(known.flatMap(({ medians }) => [...medians.keys()]))].sort((a, b) => a - b);
  const rows = places.flatMap((at): readonly SpreadRow[] => {
    const own = known.flatMap(({ name, medians }) => {
      const value = medians.get(at);
      return value === undefined ? [] : [{ name, value }];
    });
    const estimated = estimate(own.map(({ value }) => value));
    if (own.length < 2 || estimated === null) return [];
    return [{ at, machines: own, estimate: estimated, outliers: outliersOf(own) }];
  });
  if (rows.length === 0) return null;
  const outliers = known.flatMap(({ name }) => {
    const present = rows.filter((row) => row.machines.some((one) => one.name === name)).length;
    const apart = rows.filter((row) => row.outliers.includes(name)).length;
    return apart > present / 2 ? [name] : [];
  });
  return { rows, outliers };
}

/**
 * The spread of throughput between machines that measured the same, those left out whose run tells nothing.
 * @returns null where they measured different things, searched rather than measured rows, or fewer than two are left
 */
export function throughputSpread(machines: readonly NamedResult[]): MachineSpread | null {
  const useful = machines.filter(({ result }) => qualityOfResult(result) !== "useless");
  if (apartText(useful.map(({ result }) => fingerprintOf(result))) !== null) return null;
  if (useful.some(({ result }) => experimentOf(result).search !== null)) return null;
  return machineSpread(useful, "throughput");
}
