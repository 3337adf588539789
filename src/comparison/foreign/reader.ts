// What a reader of another tool's file is: how it knows its files, and how it makes them comparable.
import type { Directions, ReadMeasured } from "../cells/measured-input.ts";

export interface ForeignFile {
  readonly name: string;
  /** Without a byte order mark; bounded. */
  readonly text: string;
  /** Parsed and bounded; undefined where the text is no JSON. */
  readonly json: unknown;
}

export interface ForeignReader {
  readonly kind: string;
  /** The files it reads as a list of kinds names them, such as "k6 summaries". */
  readonly title: string;
  /** Whether a file has the outline of this kind, whatever is wrong inside it. */
  recognises(file: ForeignFile): boolean;
  /** Makes a recognised file comparable, or says in one message what is wrong with it. Never throws. */
  read(file: ForeignFile, directions: Directions): ReadMeasured;
}
