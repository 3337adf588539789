// What the measuring page tells a command while it measures, and what it answers at the end.
import type { ProfileRecord } from "../../src/profile/format-1.ts";
import type { RooflineRow } from "../../src/profile/roofline/roofline.ts";
import type { Result } from "../../src/results/format/result.ts";
import type { Table } from "../../src/scenarios/contract/table.ts";

export type MeasuringEvent =
  /** The run begins, and has ended: the browser starts before, and asks for memory after. */
  | { readonly type: "began" }
  | { readonly type: "ended" }
  | { readonly type: "progress"; readonly text: string }
  | { readonly type: "table"; readonly table: Table };

export type MeasuringAnswer =
  | { readonly state: "measured"; readonly result: Result }
  | { readonly state: "broken"; readonly reason: string };

export type RooflineAnswer =
  | { readonly state: "measured"; readonly title: string; readonly rows: readonly RooflineRow[] }
  | { readonly state: "broken"; readonly reason: string };

/** A profile with its files as text. */
export type ProfileAnswer =
  | { readonly state: "measured"; readonly record: ProfileRecord; readonly trace: string; readonly speedscope: string }
  | { readonly state: "broken"; readonly reason: string };
