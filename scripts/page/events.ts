// What the measuring page tells a command while it measures, and what it answers at the end.
import type { Result } from "../../src/results/format/result.ts";
import type { Table } from "../../src/scenarios/contract/table.ts";

export type MeasuringEvent =
  | { readonly type: "progress"; readonly text: string }
  | { readonly type: "table"; readonly table: Table };

export type MeasuringAnswer =
  | { readonly state: "measured"; readonly result: Result }
  | { readonly state: "broken"; readonly reason: string };
