// The tables of the kernel benchmark: medians, ratios to the engine of the same run, and which aims were met.
import type { BenchRow } from "./bench-kernel.entry.ts";

/** What a ratio is aimed at: a subject over another one, in one model. */
interface Aim {
  readonly model: string;
  readonly of: string;
  readonly over: string;
  readonly least: number;
  /** Where it is aimed at; everywhere without. */
  readonly where?: "Node" | "Chromium";
}

const AIMS: readonly Aim[] = [
  { model: "explorer 5×5, length 1", of: "engine", over: "f64 plain", least: 9 },
  { model: "explorer 10×10, length 1", of: "engine", over: "f64 plain", least: 14 },
  { model: "explorer 5×5, length 3", of: "engine", over: "f64 plain", least: 10 },
  { model: "explorer 10×10, length 2", of: "engine", over: "f64 plain", least: 18 },
  { model: "explorer 5×5, length 1", of: "engine", over: "f64 relaxed", least: 10, where: "Chromium" },
  { model: "explorer 5×5, length 1", of: "engine", over: "f64 relaxed", least: 12, where: "Node" },
  { model: "explorer 5×5, length 1", of: "f64 relaxed", over: "f32 relaxed", least: 1.5 },
  { model: "explorer 10×10, length 1", of: "f64 relaxed", over: "f32 relaxed", least: 1.5 },
  { model: "explorer 5×5, length 3", of: "f64 relaxed", over: "f32 relaxed", least: 1.9 },
  { model: "explorer 10×10, length 2", of: "f64 relaxed", over: "f32 relaxed", least: 1.9 },
];

const SUBJECTS = ["engine", "f64 plain", "f64 relaxed", "f32 plain", "f32 relaxed"] as const;

function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

function cellOf({ micros, spread }: BenchRow, subject: string): string {
  const [own, engine] = [micros[subject], micros["engine"]];
  if (own === undefined || engine === undefined) return "-".padStart(21);
  const times = subject === "engine" ? "" : ` ${figure(engine / own)}×`;
  return `${figure(own)}${times} ±${(100 * (spread[subject] ?? 0)).toFixed(0)}%`.padStart(21);
}

/** A table that prints itself row by row, and then what follows from all rows. */
export function tableOf(place: string): { readonly add: (row: BenchRow) => void; readonly end: () => void } {
  const rows: BenchRow[] = [];
  console.log(`\n${place}: µs per op, times the engine's speed, ± half the range between quartiles`);
  console.log("model".padEnd(28) + SUBJECTS.map((name) => name.padStart(21)).join(""));
  return {
    add: (row) => {
      rows.push(row);
      console.log(row.name.padEnd(28) + SUBJECTS.map((subject) => cellOf(row, subject)).join(""));
      if (row.reason !== "") console.log(`  in the engine: ${row.reason}`);
    },
    end: () => {
      printAims(place, rows);
      printPymdp(rows);
    },
  };
}

function printAims(place: string, rows: readonly BenchRow[]): void {
  for (const { model, of, over, least, where } of AIMS) {
    const micros = rows.find(({ name }) => name === model)?.micros ?? {};
    const [a, b] = [micros[of], micros[over]];
    if (a === undefined || b === undefined || (where !== undefined && !place.startsWith(where))) continue;
    const verdict = a / b >= least ? "met" : "missed";
    console.log(`  ${verdict}: ${over} is ${figure(a / b)}× ${of} on ${model}; aimed at ${least}×`);
  }
  const bytes = rows.find(({ name }) => name === "explorer 5×5, length 1")?.bytes ?? {};
  for (const [precision, most] of [
    ["f64", 450],
    ["f32", 250],
  ] as const) {
    const found = bytes[precision];
    if (found !== undefined)
      console.log(`  ${found <= most ? "met" : "missed"}: ${found} bytes per agent in ${precision}; aimed at ${most}`);
  }
}

/** pymdp was measured on another machine, so the ratio holds that of the machines too. */
function printPymdp(rows: readonly BenchRow[]): void {
  const ratios = rows.flatMap(({ name, pymdpMs, micros }) => {
    const best = Math.min(...Object.values(micros));
    return pymdpMs === null ? [] : [{ name, ratio: (1000 * pymdpMs) / best }];
  });
  if (ratios.length === 0) return;
  console.log("  times pymdp 0.0.7.1, measured on another machine (the fastest of each row):");
  for (const { name, ratio } of ratios) console.log(`    ${name.padEnd(24)} ${figure(ratio)}×`);
  const mean = Math.exp(ratios.reduce((sum, { ratio }) => sum + Math.log(ratio), 0) / ratios.length);
  console.log(`    geometric mean of ${ratios.length}: ${figure(mean)}×; aimed at 2,000× over nine models`);
}
