// What a reader of another tool's file is: how it knows its files, and how it makes them comparable.
import type { NotNumber } from "../../results/format/json-scan.ts";
import type { ChosenBy, ColumnChoice } from "../../results/references/csv-columns.ts";
import type { Directions, ReadMeasured } from "../cells/measured-input.ts";

export interface ForeignFile {
  readonly name: string;
  /** Without a byte order mark; bounded. */
  readonly text: string;
  /** Parsed and bounded; undefined where the text is no JSON. */
  readonly json: unknown;
  /** Where the JSON writes NaN or Infinity, which `json` has as null. */
  readonly notNumbers: readonly NotNumber[];
  /** Which columns of a CSV hold what; null where its header says it. */
  readonly columns: ColumnChoice | null;
  /** How whoever reads a message can choose them. */
  readonly chosenBy: ChosenBy;
}

export interface ForeignReader {
  readonly kind: string;
  /** The files it reads as a list of kinds names them, such as "k6 summaries". */
  readonly title: string;
  /** How its files look from the outside, to end "The nearest is …, ". */
  readonly outline: string;
  /** Whether a file has the outline of this kind, whatever is wrong inside it. */
  recognises(file: ForeignFile): boolean;
  /** Makes a recognised file comparable, or says in one message what is wrong with it. Never throws. */
  read(file: ForeignFile, directions: Directions): ReadMeasured;
}
